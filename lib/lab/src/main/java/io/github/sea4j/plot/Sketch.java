package io.github.sea4j.plot;

import static java.util.Arrays.stream;

import io.github.sea4j.plot.style.BrokenLine;
import io.github.sea4j.plot.style.Histogram;
import io.github.sea4j.plot.style.HollowCircle;
import io.github.sea4j.plot.style.Intervals;
import io.github.sea4j.plot.style.SolverStyle;
import io.github.sea4j.plot.style.Stems;
import io.github.sea4j.plot.style.Style;
import io.github.sea4j.plot.style.Typography;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A figure put together from arrays, in the look of all others: for tutorials and one's own
 * questions, where no table is at hand.
 *
 * <p>A series with a solver's name looks like that solver everywhere; others take colours in turn.
 * Each method adds to the sketch and returns it. Arrays are copied. {@link #chart} has the rest of
 * what XChart offers.
 */
public final class Sketch implements Drawing {

  /** Of a chart with equal axes. */
  private static final int SQUARE = 460;

  private static final int LEGEND_BELOW = 60;

  private final Figure chart;
  private int places;
  private int width;
  private int height;

  private Sketch(Figure chart) {
    this.chart = chart;
    this.width = chart.getWidth();
    this.height = chart.getHeight();
  }

  /** A sketch without a series yet. */
  public static Sketch of(String title, String xAxis, String yAxis) {
    Figure chart = Figure.of(760, 340, title, xAxis, yAxis);
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
    chart.getSeries(name).setLabel(Typography.of(SolverStyle.label(name)));
    return this;
  }

  /** Measured points: joined by a line, each with its mark. */
  public Sketch curve(String name, double[] x, double[] y) {
    series(name, x, y, nextLook(name));
    return this;
  }

  /** Measured points with their error bars: half their length each. */
  public Sketch curve(String name, double[] x, double[] y, double[] bars) {
    requirePairs(name, x, y);
    requirePairs(name, x, bars);
    SolverStyle look = nextLook(name);
    double[] low = IntStream.range(0, y.length).mapToDouble(i -> y[i] - bars[i]).toArray();
    double[] high = IntStream.range(0, y.length).mapToDouble(i -> y[i] + bars[i]).toArray();
    Intervals.add(chart, name, look, x, low, high);
    series(name, x, y, look);
    return this;
  }

  /** Points that are not joined. */
  public Sketch points(String name, double[] x, double[] y) {
    XYSeries series = series(name, x, y, nextLook(name));
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

  /**
   * A path: one line for each of several quantities that change together, such as coefficients
   * along a path of solutions.
   *
   * @param names of the lines, at least one
   * @param x where the values stand
   * @param lines values by line; each as many as x has
   */
  public Sketch path(List<String> names, double[] x, double[][] lines) {
    if (names.size() != lines.length || lines.length == 0) {
      throw new IllegalArgumentException(
          "path must have as many names as lines, at least one, but has %d and %d"
              .formatted(names.size(), lines.length));
    }
    for (int i = 0; i < lines.length; i++) {
      line(names.get(i), x, lines[i]);
    }
    return this;
  }

  /**
   * A histogram: how many of the values fall into each of so many bins of one width.
   *
   * @param values finite, at least one; the last bin holds the largest
   * @param bins at least 1
   */
  public Sketch histogram(String name, double[] values, int bins) {
    Histogram counts = Histogram.of(values, bins);
    XYSeries series = chart.addSeries(name, counts.edges(), counts.heights());
    SolverStyle look = nextLook(name);
    look.dress(series);
    Color color = look.color();
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Area);
    series.setMarker(SeriesMarkers.NONE);
    series.setFillColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), 70));
    return yRange(0, Math.max(1, 1.05 * counts.most()));
  }

  /**
   * A matrix as a picture, row 0 at the bottom, values by colour from light to dark.
   *
   * @param values rows of one length, finite
   */
  public static Drawing heatMap(String title, String xAxis, String yAxis, double[][] values) {
    return HeatMap.of(title, xAxis, yAxis, values);
  }

  /** The legend lists the lines as their right ends stand, the topmost first. */
  public Sketch byEnds() {
    chart.byEnds();
    return this;
  }

  /** Another title. */
  public Sketch title(String title) {
    chart.setTitle(Typography.sentence(title));
    return this;
  }

  /** Another size, in points; a notebook's page is 960 wide. */
  public Sketch size(int width, int height) {
    this.width = width;
    this.height = height;
    return this;
  }

  /** A logarithmic vertical axis; values that are not positive are left out, with a note. */
  public Sketch logarithmic() {
    chart.getStyler().setYAxisLogarithmic(true);
    return this;
  }

  /** A logarithmic horizontal axis; values that are not positive are left out, with a note. */
  public Sketch logarithmicX() {
    chart.getStyler().setXAxisLogarithmic(true);
    return this;
  }

  /** Shows the x axis from one number to another. */
  public Sketch xRange(double from, double to) {
    chart.getStyler().setXAxisMin(from).setXAxisMax(to);
    return this;
  }

  /**
   * One scale for both axes, over all that is drawn so far: angles and circles keep their shape.
   */
  public Sketch equalAxes() {
    double[] all =
        chart.getSeriesCollection().stream()
            .flatMapToDouble(s -> DoubleStream.concat(stream(s.getXData()), stream(s.getYData())))
            .filter(Double::isFinite)
            .toArray();
    double low = stream(all).min().orElse(-1);
    double high = stream(all).max().orElse(1);
    chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
    return xRange(low, high).yRange(low, high).size(SQUARE, SQUARE + LEGEND_BELOW);
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
    return width;
  }

  @Override
  public int getHeight() {
    return height;
  }

  @Override
  public void paint(Graphics2D canvas, int canvasWidth, int canvasHeight) {
    chart.paint(canvas, canvasWidth, canvasHeight);
  }

  private XYSeries series(String name, double[] x, double[] y, SolverStyle look) {
    requirePairs(name, x, y);
    XYSeries series = chart.addSeries(name, x.clone(), y.clone());
    look.dress(series);
    series.setLabel(Typography.of(SolverStyle.label(name)));
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
