package io.github.sea4j.plot;

import io.github.sea4j.plot.style.MeanCurve;
import io.github.sea4j.plot.style.Style;
import io.github.sea4j.summary.Budgets;
import io.github.sea4j.summary.Readings;
import io.github.sea4j.summary.Summaries;
import io.github.sea4j.table.ResultColumns;
import tech.tablesaw.api.Table;

/** Mean support distance against the effort spent, a curve for each solver. */
enum AnytimeFigure {
  PRODUCTS("budget (products with A and A\u1D40)") {
    @Override
    double[] efforts(Table curve, Table runs) {
      return curve.intColumn(Budgets.PRODUCTS).asDoubleArray();
    }
  },
  SECONDS("median time of a run within the budget (seconds)") {
    @Override
    double[] efforts(Table curve, Table runs) {
      return curve.intColumn(Budgets.PRODUCTS).asList().stream()
          .map(budget -> runs.where(runs.intColumn(Budgets.PRODUCTS).isEqualTo(budget)))
          .mapToDouble(within -> within.doubleColumn(ResultColumns.SECONDS).median())
          .toArray();
    }
  };

  private final String label;

  AnytimeFigure(String label) {
    this.label = label;
  }

  /**
   * Where the points of a curve stand.
   *
   * @param curve the solver's means, one row for each budget
   * @param runs all its rows
   */
  abstract double[] efforts(Table curve, Table runs);

  /**
   * Draws a curve for each solver.
   *
   * @param split results with the budgets in a column of their own, as of {@link Budgets#split}
   */
  Figure draw(Table split) {
    SparsityFigure.requireOne(split, ResultColumns.SPARSITY);
    SparsityFigure.requireOne(split, ResultColumns.SIGNAL_TO_NOISE);
    Table summary =
        Summaries.by(split, ResultColumns.SUPPORT_DISTANCE, ResultColumns.SOLVER, Budgets.PRODUCTS);
    Figure chart =
        Figure.of(
            Style.widthFor(760, split),
            440,
            title(split, summary),
            label,
            "mean support distance (bars: " + MeanCurve.BARS + ")");
    for (String solver : Summaries.solvers(summary)) {
      Table curve = Summaries.ofSolver(summary, solver);
      Table runs = Summaries.ofSolver(split, solver);
      MeanCurve.add(chart, solver, efforts(curve, runs), curve);
    }
    chart.getStyler().setXAxisLogarithmic(true);
    chart.ofShares();
    return chart.byEnds();
  }

  private static String title(Table results, Table summary) {
    double noise = results.doubleColumn(ResultColumns.SIGNAL_TO_NOISE).getDouble(0);
    return "What each solver misses within a budget: %s, k = %d, %s, %d instances"
        .formatted(
            SparsityFigure.shape(results),
            results.intColumn(ResultColumns.SPARSITY).get(0),
            Readings.noiseLevel(noise),
            (int) summary.intColumn(Summaries.COUNT).min());
  }
}
