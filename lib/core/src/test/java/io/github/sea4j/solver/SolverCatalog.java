package io.github.sea4j.solver;

import java.util.Set;
import java.util.stream.Stream;

/**
 * The solvers that every shared test runs over: each name that the library knows, and compositions.
 * A new solver joins by being named in {@link Solvers#names()}.
 */
final class SolverCatalog {

  /** Solvers whose answer is, by definition, not the least-squares fit on its support. */
  private static final Set<String> NOT_REFITTED = Set.of("iht", "niht");

  private static final Set<String> COMPOSITIONS =
      Set.of("sea(omp)", "sea(els)", "els(sea)", "htp(omp)", "ompr(htp)", "sea(els(sea))");

  private SolverCatalog() {}

  /** Every solver. */
  static Stream<Named> all() {
    return Stream.concat(Solvers.names().stream(), COMPOSITIONS.stream().sorted()).map(Named::new);
  }

  /** Those whose answer is the least-squares fit on its support. */
  static Stream<Named> refitted() {
    return all().filter(named -> !NOT_REFITTED.contains(named.text));
  }

  /** A solver with the text that names it, which test reports show. */
  record Named(String text) {
    Solver solver() {
      return Solvers.parse(text);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
