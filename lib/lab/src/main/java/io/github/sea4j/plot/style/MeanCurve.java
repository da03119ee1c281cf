package io.github.sea4j.plot.style;

import io.github.sea4j.summary.Summaries;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.Table;

/** A solver's means with their intervals, as {@link Summaries#by} makes them. */
public final class MeanCurve {

  /** What the bars are, for titles. */
  public static final String BARS = "95 % intervals";

  private MeanCurve() {}

  /**
   * Adds the curve and its bars.
   *
   * @param x one for each row of the summary
   * @param summary the rows of this solver
   */
  public static void add(XYChart chart, String solver, double[] x, Table summary) {
    add(chart, solver, x, summary, summary.doubleColumn(Summaries.LOW).asDoubleArray());
  }

  /** The same on a logarithmic axis, where a bar that reaches zero is cut at half the mean. */
  public static void addOnLogScale(XYChart chart, String solver, double[] x, Table summary) {
    double[] means = summary.doubleColumn(Summaries.MEAN).asDoubleArray();
    double[] low = summary.doubleColumn(Summaries.LOW).asDoubleArray();
    for (int i = 0; i < low.length; i++) {
      low[i] = Math.max(low[i], means[i] / 2);
    }
    add(chart, solver, x, summary, low);
  }

  private static void add(XYChart chart, String solver, double[] x, Table summary, double[] low) {
    double[] means = summary.doubleColumn(Summaries.MEAN).asDoubleArray();
    add(chart, solver, x, low, means, summary.doubleColumn(Summaries.HIGH).asDoubleArray());
  }

  /** Adds any curve of a solver, with bars from low to high. */
  public static void add(
      XYChart chart, String solver, double[] x, double[] low, double[] y, double[] high) {
    Intervals.add(chart, solver, SolverStyle.of(solver), x, low, high);
    SolverStyle.dress(chart.addSeries(solver, x, y), solver);
  }
}
