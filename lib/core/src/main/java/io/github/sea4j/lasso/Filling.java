package io.github.sea4j.lasso;

import io.github.sea4j.fit.Fit;
import io.github.sea4j.fit.LeastSquares;
import io.github.sea4j.fit.ProjectedColumns;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.search.Supports;
import java.util.Arrays;

/** Completes a support that is too small because the path ended early. */
final class Filling {

  private Filling() {}

  /**
   * The support with the best insertions, while any lowers the residual; in groups with those of
   * the largest correlation, as OMP does.
   *
   * @param fit of this problem, on any support; moved
   */
  static int[] filled(int[] support, Fit fit, SearchContext context) {
    if (support.length == context.sparsity() || context.mustStop()) {
      return support;
    }
    if (context.loss() != LeastSquares.LOSS) {
      return filledByGroups(support, fit, context);
    }
    ProjectedColumns columns =
        new ProjectedColumns(context.operator(), context.measurements(), context.sparsity());
    columns.moveTo(support, context.sparsity(), context::mustStop, context::isCutShort);
    return columns.size() < support.length ? support : columns.support();
  }

  private static int[] filledByGroups(int[] support, Fit fit, SearchContext context) {
    double[] gradient = new double[context.columns()];
    int[] full = support;
    fit.moveTo(full);
    boolean lower = true;
    while (lower && full.length < context.sparsity() && !context.mustStop()) {
      double before = fit.value();
      fit.gradient(gradient);
      int entering = Supports.largest(gradient, 1)[0];
      lower = Arrays.binarySearch(full, entering) < 0;
      if (lower) {
        fit.moveTo(Supports.with(full, entering));
        lower = Supports.isDecrease(before, fit.value());
      }
      full = lower ? fit.support() : full;
    }
    return full;
  }
}
