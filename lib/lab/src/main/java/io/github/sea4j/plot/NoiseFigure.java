package io.github.sea4j.plot;

import io.github.sea4j.plot.style.MeanCurve;
import io.github.sea4j.plot.style.Style;
import io.github.sea4j.summary.Summaries;
import io.github.sea4j.table.ResultColumns;
import java.util.Arrays;
import java.util.Locale;
import org.knowm.xchart.style.XYStyler;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Mean support distance against the signal-to-noise ratio, a curve for each solver. */
final class NoiseFigure {

  private static final String X_AXIS = "signal-to-noise ratio (dB); noise grows to the left";
  private static final String Y_AXIS = "mean support distance, share of S* missed";

  /** No noise stands this far beyond the weakest noise. */
  private static final double STEP = 10;

  private NoiseFigure() {}

  static Figure draw(Table results) {
    SparsityFigure.requireOne(results, ResultColumns.SPARSITY);
    double[] finite = finiteLevels(results.doubleColumn(ResultColumns.SIGNAL_TO_NOISE));
    double noiseless = finite[finite.length - 1] + STEP;
    Table summary =
        Summaries.by(
            results,
            ResultColumns.SUPPORT_DISTANCE,
            ResultColumns.SOLVER,
            ResultColumns.SIGNAL_TO_NOISE);
    Figure chart =
        Figure.of(Style.widthFor(760, results), 440, title(results, summary), X_AXIS, Y_AXIS);
    for (String solver : Summaries.inOrder(summary.stringColumn(ResultColumns.SOLVER))) {
      Table curve = summary.where(summary.stringColumn(ResultColumns.SOLVER).isEqualTo(solver));
      double[] levels = curve.doubleColumn(ResultColumns.SIGNAL_TO_NOISE).asDoubleArray();
      double[] shown = Arrays.stream(levels).map(level -> Math.min(level, noiseless)).toArray();
      MeanCurve.add(chart, solver, shown, curve);
    }
    double last = results.doubleColumn(ResultColumns.SIGNAL_TO_NOISE).max();
    chart.ofShares();
    axes(chart.getStyler(), finite[0], Math.min(last, noiseless), noiseless);
    return chart.byEnds();
  }

  /** Ascending. */
  private static double[] finiteLevels(DoubleColumn levels) {
    double[] finite =
        Arrays.stream(levels.asDoubleArray()).filter(Double::isFinite).sorted().toArray();
    if (finite.length == 0) {
      throw new IllegalArgumentException("results must have a noise level, but have none");
    }
    return finite;
  }

  private static void axes(XYStyler styler, double least, double last, double noiseless) {
    styler.setXAxisMin(least - STEP / 5).setXAxisMax(last + STEP / 5);
    styler.setXAxisTickLabelsFormattingFunction(x -> label(x, noiseless));
  }

  /** Between the weakest noise and none there are no levels to name. */
  private static String label(double x, double noiseless) {
    if (x == noiseless) {
      return "no noise";
    }
    return x > noiseless - STEP ? "" : String.format(Locale.ROOT, "%.0f", x);
  }

  private static String title(Table results, Table summary) {
    return "What noise costs each solver: %s, k = %d, %.0f instances a point, bars %s"
        .formatted(
            SparsityFigure.shape(results),
            results.intColumn(ResultColumns.SPARSITY).get(0),
            summary.intColumn(Summaries.COUNT).min(),
            MeanCurve.BARS);
  }
}
