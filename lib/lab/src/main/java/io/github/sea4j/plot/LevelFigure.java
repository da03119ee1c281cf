package io.github.sea4j.plot;

import io.github.sea4j.plot.style.MeanCurve;
import io.github.sea4j.plot.style.Style;
import io.github.sea4j.summary.Summaries;
import io.github.sea4j.table.CoherenceRow;
import io.github.sea4j.table.ResultColumns;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.knowm.xchart.style.XYStyler;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Mean support distance against what makes problems harder, a curve for each solver. */
final class LevelFigure {

  private static final String NOISE = "signal-to-noise ratio (dB); noise grows to the left";
  private static final String Y_AXIS = "mean support distance, share of S* missed";

  /** No noise stands this far beyond the weakest noise. */
  private static final double STEP = 10;

  private LevelFigure() {}

  /** Against the signal-to-noise ratio. */
  static Figure noise(Table results) {
    double[] finite = finiteLevels(results.doubleColumn(ResultColumns.SIGNAL_TO_NOISE));
    double noiseless = finite[finite.length - 1] + STEP;
    Figure chart =
        draw(
            results,
            ResultColumns.SIGNAL_TO_NOISE,
            NOISE,
            "What noise costs each solver",
            level -> Math.min(level, noiseless));
    double last = results.doubleColumn(ResultColumns.SIGNAL_TO_NOISE).max();
    axes(chart.getStyler(), finite[0], Math.min(last, noiseless), noiseless);
    return chart;
  }

  /** Against the width of a kernel, or the correlation of neighbouring columns. */
  static Figure coherence(Table results) {
    SparsityFigure.requireOne(results, ResultColumns.SIGNAL_TO_NOISE);
    boolean widths = results.doubleColumn(CoherenceRow.LEVEL).max() >= 1;
    Figure chart =
        draw(
            results,
            CoherenceRow.LEVEL,
            widths
                ? "width of the kernel (positions)"
                : "correlation of neighbouring columns (steps towards 1 widened)",
            "What likeness of the columns costs each solver",
            widths ? level -> level : LevelFigure::towardsOne);
    if (!widths) {
      chart.getStyler().setXAxisTickLabelsFormattingFunction(LevelFigure::correlation);
    }
    return chart;
  }

  private static Figure draw(
      Table results, String column, String xAxis, String question, DoubleUnaryOperator place) {
    SparsityFigure.requireOne(results, ResultColumns.SPARSITY);
    Table summary =
        Summaries.by(results, ResultColumns.SUPPORT_DISTANCE, ResultColumns.SOLVER, column);
    String title = title(question, results, summary);
    Figure chart = Figure.of(Style.widthFor(760, results), 440, title, xAxis, Y_AXIS);
    for (String solver : Summaries.solvers(summary)) {
      Table curve = Summaries.ofSolver(summary, solver);
      double[] levels = curve.doubleColumn(column).asDoubleArray();
      MeanCurve.add(chart, solver, Arrays.stream(levels).map(place).toArray(), curve);
    }
    chart.ofShares();
    return chart.byEnds();
  }

  /** 0, 0.9 and 0.99 stand at 0, 1 and 2. */
  private static double towardsOne(double correlation) {
    return -Math.log10(1 - correlation);
  }

  private static String correlation(double place) {
    return String.format(Locale.ROOT, "%.2f", 1 - Math.pow(10, -place));
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

  private static String title(String question, Table results, Table summary) {
    return "%s: %s, k = %d, %.0f instances a point, bars %s"
        .formatted(
            question,
            SparsityFigure.shape(results),
            results.intColumn(ResultColumns.SPARSITY).get(0),
            summary.intColumn(Summaries.COUNT).min(),
            MeanCurve.BARS);
  }
}
