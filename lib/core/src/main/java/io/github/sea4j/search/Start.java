package io.github.sea4j.search;

import io.github.sea4j.option.Settings;
import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.Solution;

/** Where a search begins: another solver's answer, an answer at hand, or a support at hand. */
final class Start {

  private Start() {}

  /** The start in the geometry of the search, dense; a new array. */
  static double[] dense(Settings settings, SearchContext context) {
    if (settings.support().isEmpty()) {
      return context.unit().fromUser(answer(settings, context).x());
    }
    int[] support = support(settings, context);
    double[] values = context.solve(support).coefficients();
    double[] x = new double[context.columns()];
    for (int i = 0; i < support.length; i++) {
      x[support[i]] = values[i];
    }
    return x;
  }

  /** The support of the start, sorted. */
  static int[] support(Settings settings, SearchContext context) {
    Support support = settings.support().orElseGet(() -> answer(settings, context).support());
    int columns = context.problem().columns();
    if (support.size() > 0 && support.get(support.size() - 1) >= columns) {
      throw new IllegalArgumentException(
          "start: index must be below the number of columns %d, but is %d"
              .formatted(columns, support.get(support.size() - 1)));
    }
    return context.columns(support);
  }

  private static Solution answer(Settings settings, SearchContext context) {
    Solution answer =
        settings.answer().orElseGet(() -> context.ask(settings.solver().orElseThrow()));
    if (answer.x().length() != context.problem().columns()) {
      throw new IllegalArgumentException(
          "start: length must be the number of columns %d, but is %d"
              .formatted(context.problem().columns(), answer.x().length()));
    }
    return answer;
  }
}
