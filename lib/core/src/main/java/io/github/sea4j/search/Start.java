package io.github.sea4j.search;

import io.github.sea4j.check.Require;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.option.Settings;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.Support;

/** Where a search begins: another solver's answer, coefficients or a support at hand. */
final class Start {

  private Start() {}

  static boolean isGiven(Settings settings) {
    return settings.solver().isPresent()
        || settings.coefficients().isPresent()
        || settings.support().isPresent();
  }

  /** The start in the geometry of the search, dense; a new array. */
  static double[] dense(Settings settings, SearchContext context) {
    if (settings.support().isEmpty() && context.groups() == null) {
      return context.unit().fromUser(coefficients(settings, context));
    }
    int[] support = support(settings, context);
    double[] values = context.solve(support).coefficients();
    double[] x = new double[context.columns()];
    Vectors.scatter(values, support, support.length, x);
    return x;
  }

  /** The support of the start, sorted. */
  static int[] support(Settings settings, SearchContext context) {
    Support support = settings.support().orElseGet(() -> coefficients(settings, context).support());
    int columns = context.problem().columns();
    if (support.size() > 0 && support.get(support.size() - 1) >= columns) {
      throw new IllegalArgumentException(
          "start: index must be below the number of columns %d, but is %d"
              .formatted(columns, support.get(support.size() - 1)));
    }
    return context.columns(support);
  }

  private static SparseVector coefficients(Settings settings, SearchContext context) {
    SparseVector x =
        settings.coefficients().orElseGet(() -> context.ask(settings.solver().orElseThrow()).x());
    Require.length("start", x.length(), "columns", context.problem().columns());
    return x;
  }
}
