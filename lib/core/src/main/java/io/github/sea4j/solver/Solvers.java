package io.github.sea4j.solver;

import java.util.List;

/** The one list of solvers, by the names that the command line and the experiments use. */
public final class Solvers {

  private Solvers() {}

  /**
   * The solver that a text such as {@code sea}, {@code htp(step=1.8/L)}, {@code els(add)} or {@code
   * sea(els(sea), eta=0.5)} names.
   *
   * @throws IllegalArgumentException that quotes the text, the place and what was expected
   */
  public static Solver parse(String text) {
    if (!names().contains(text)) {
      throw new IllegalArgumentException("unknown solver '" + text + "'; known are " + names());
    }
    throw new IllegalStateException("not built yet: " + text);
  }

  /** The plain names that {@link #parse} knows, in the order of the documentation. */
  public static List<String> names() {
    return List.of("sea", "omp", "ompr", "els", "iht", "htp");
  }
}
