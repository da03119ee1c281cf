package io.github.sea4j.experiment;

import io.github.sea4j.language.Solvers;
import io.github.sea4j.solver.Solver;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The solvers of an experiment, told apart by name. */
final class SolverList {

  /** The paper's six algorithms, SEA also started from OMP and ELS. */
  static final String OF_THE_PAPER = "sea, sea(omp), sea(els), omp, ompr, els, iht, htp";

  /** With the LASSO path: on coherent columns a comparison without it would flatter the others. */
  static final String WITH_LASSO = OF_THE_PAPER + ", lasso";

  /** Plain ones for comparison, then what whitening, exchanges of pairs and all together do. */
  static final String WHITENED =
      "sea, els, lasso, whitened(omp), whitened(ompr), whitened(htp), whitened(sea), "
          + "whitened(sea(decay=0.003)), els(whitened(sea(decay=0.003)), pairs), best";

  private SolverList() {}

  /**
   * The solvers that these texts name.
   *
   * @throws IllegalArgumentException on an unknown solver, or if two have the same name
   */
  static List<Solver> parse(List<String> texts) {
    List<Solver> solvers = texts.stream().<Solver>map(Solvers::parse).toList();
    Set<String> names = new HashSet<>();
    for (Solver solver : solvers) {
      if (!names.add(solver.name())) {
        throw new IllegalArgumentException(
            "solvers must have different names, but two are called "
                + solver.name()
                + ": "
                + texts);
      }
    }
    return solvers;
  }
}
