package io.github.sea4j.solver;

import io.github.sea4j.language.Solvers;
import io.github.sea4j.option.SolverKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The solvers that every shared test runs over: each name that the library knows, and compositions.
 * A new solver joins by being named in {@link Solvers#kinds()}.
 */
final class SolverCatalog {

  /** Solvers whose answer is, by definition, not the least-squares fit on its support. */
  private static final Set<String> NOT_REFITTED = Set.of("iht", "niht");

  /** Refuses what it would not finish; for problems with few supports. */
  private static final String EXHAUSTIVE = "exhaustive";

  private static final List<String> FORMS_AND_COMPOSITIONS =
      List.of(
          "ompr(jain)",
          "els(add)",
          "els(pairs)",
          "els(first)",
          "sea(omp)",
          "sea(els)",
          "els(sea)",
          "htp(omp)",
          "ompr(htp)",
          "sea(els(sea))",
          "sea(decay=0.003)",
          "sea(sampled)",
          "sea(vamp(runs=1))",
          "els(vamp(runs=1))",
          "vamp(runs=3, noise=0.1)",
          "iht(refitted)",
          "niht(refitted)");

  private SolverCatalog() {}

  private static String plain(SolverKind<?> kind) {
    if (kind.name().equals("exact")) {
      // To the end it would take for ever on some problems.
      return "exact(nodes=30)";
    }
    if (kind.name().equals("posterior")) {
      // Few sweeps will do for what all solvers have in common.
      return "posterior(sweeps=18)";
    }
    return kind.needsSolver() ? kind.name() + "(sea)" : kind.name();
  }

  /** Every solver that takes a problem of any size. */
  static Stream<Named> all() {
    return small().filter(named -> !named.text.equals(EXHAUSTIVE));
  }

  /** Every solver. */
  static Stream<Named> small() {
    return Stream.concat(
            Solvers.kinds().stream().map(SolverCatalog::plain), FORMS_AND_COMPOSITIONS.stream())
        .map(Named::new);
  }

  /** Those whose answer is the least-squares fit on its support, on problems of any size. */
  static Stream<Named> refitted() {
    return all().filter(Named::refits);
  }

  /** A solver with the text that names it, which test reports show. */
  record Named(String text) {
    Solver solver() {
      return Solvers.parse(text);
    }

    boolean refits() {
      return !NOT_REFITTED.contains(text);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
