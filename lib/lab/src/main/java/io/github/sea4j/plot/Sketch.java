package io.github.sea4j.plot;

import io.github.sea4j.plot.style.BrokenLine;
import io.github.sea4j.plot.style.HollowCircle;
import io.github.sea4j.plot.style.SolverStyle;
import io.github.sea4j.plot.style.Stems;
import io.github.sea4j.plot.style.Style;
import java.awt.Graphics2D;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * A figure put together from arrays, in the look of all others: for tutorials and one's own
 * questions, where no table is at hand.
 *
 * <p>A series with a solver's name looks like that solver everywhere; others take colours in turn.
 * Each method adds to the sketch and returns it. Arrays are copied. {@link #chart} has the rest of
 * what XChart offers.
 */
public final class Sketch implements IChart {

  private final XYChart chart;
  private int places;

  private Sketch(XYChart chart) {
    this.chart = chart;
  }

  /** A sketch without a series yet. */
  public static Sketch of(String title, String xAxis, String yAxis) {
    XYChart chart = Style.chart(760, 340, title, xAxis, yAxis);
    // Rings are wide: room for those at the edge.
    chart.getStyler().setMarkerSize(7).setPlotContentSize(0.92);
    return new Sketch(chart);
  }

  /** The non-zeros of x* as stems with rings: an estimate's marks fit inside. */
  public Sketch truth(double[] x) {
    Stems.of(x).addTo(chart, "truth x*", Style.TRUTH, HollowCircle.MARKER, 0.8f);
    return this;
  }

  /** The measurements y as a grey line. */
  public Sketch measurements(double[] y) {
    BrokenLine line = new BrokenLine();
    line.add(indices(y), y);
    line.addTo(chart, "measurements y", Style.MEASUREMENT, 1.6f);
    return this;
  }

  /** The non-zeros of a signal as stems with marks. */
  public Sketch stems(String name, double[] x) {
    SolverStyle look = nextLook(name);
    Stems.of(x).addTo(chart, name, look.color(), look.marker(), 1.6f);
    return this;
  }

  /** Values at 0, 1, 2, .. joined by a line without marks. */
  public Sketch line(String name, double[] y) {
    return line(name, indices(y), y);
  }

  /** Points joined by a line without marks. */
  public Sketch line(String name, double[] x, double[] y) {
    requirePairs(name, x, y);
    SolverStyle look = nextLook(name);
    BrokenLine line = new BrokenLine();
    line.add(x, y);
    line.addTo(chart, name, look.color(), look.line());
    return this;
  }

  /** Measured points: joined by a line, each with its mark. */
  public Sketch curve(String name, double[] x, double[] y) {
    series(name, x, y, null, nextLook(name));
    return this;
  }

  /** Measured points with their error bars: half their length each. */
  public Sketch curve(String name, double[] x, double[] y, double[] bars) {
    requirePairs(name, x, bars);
    series(name, x, y, bars, nextLook(name));
    return this;
  }

  /** Points that are not joined. */
  public Sketch points(String name, double[] x, double[] y) {
    XYSeries series = series(name, x, y, null, nextLook(name));
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    return this;
  }

  /** A number to compare with, as a thin grey level line from one x to another. */
  public Sketch level(String name, double y, double fromX, double toX) {
    BrokenLine line = new BrokenLine();
    line.add(new double[] {fromX, toX}, new double[] {y, y});
    line.addTo(chart, name, Style.MEASUREMENT, 1.2f);
    return this;
  }

  /** A logarithmic vertical axis; all values must be positive. */
  public Sketch logarithmic() {
    chart.getStyler().setYAxisLogarithmic(true);
    return this;
  }

  /** Shows the x axis from one number to another. */
  public Sketch xRange(double from, double to) {
    chart.getStyler().setXAxisMin(from).setXAxisMax(to);
    return this;
  }

  /** Shows the y axis from one number to another. */
  public Sketch yRange(double from, double to) {
    chart.getStyler().setYAxisMin(from).setYAxisMax(to);
    return this;
  }

  /** The chart itself. */
  public XYChart chart() {
    return chart;
  }

  @Override
  public String getTitle() {
    return chart.getTitle();
  }

  @Override
  public int getWidth() {
    return chart.getWidth();
  }

  @Override
  public int getHeight() {
    return chart.getHeight();
  }

  @Override
  public void paint(Graphics2D canvas, int width, int height) {
    chart.paint(canvas, width, height);
  }

  private XYSeries series(
      String name, double[] x, double[] y, double @Nullable [] bars, SolverStyle look) {
    requirePairs(name, x, y);
    XYSeries series =
        chart.addSeries(name, x.clone(), y.clone(), bars == null ? null : bars.clone());
    look.dress(series);
    return series;
  }

  private SolverStyle nextLook(String name) {
    return SolverStyle.of(name, places++);
  }

  private static double[] indices(double[] y) {
    return IntStream.range(0, y.length).asDoubleStream().toArray();
  }

  private static void requirePairs(String name, double[] x, double[] y) {
    if (x.length != y.length || x.length == 0) {
      throw new IllegalArgumentException(
          "%s: x and y must have the same number of values, at least one, but have %d and %d"
              .formatted(name, x.length, y.length));
    }
  }
}
