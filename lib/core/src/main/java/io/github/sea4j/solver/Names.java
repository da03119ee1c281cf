package io.github.sea4j.solver;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How legends write a solver with its start and options. */
final class Names {

  private Names() {}

  /**
   * {@code HTP}, {@code HTP(step=1.8/L)}, {@code HTP(OMP, step=1.8/L)}; empty parts are left out.
   */
  static String compose(String solver, String... parts) {
    String inside =
        Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    return inside.isEmpty() ? solver : solver + "(" + inside + ")";
  }
}
