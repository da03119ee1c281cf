package io.github.sea4j.plot.select;

import io.github.sea4j.plot.Figure;
import io.github.sea4j.plot.Panels;
import io.github.sea4j.plot.style.BrokenLine;
import io.github.sea4j.plot.style.Style;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import tech.tablesaw.api.Table;

/**
 * The choice of k as figures, drawn from the tables of {@code selection}: those of a result (k,
 * deviance, AIC, BIC, EBIC, GIC, held_out, standard_error, columns) and of stability selection
 * (name, frequency).
 */
public final class SelectionFigures {

  private static final int WIDTH = 760;
  private static final int HEIGHT = 340;
  private static final String K = "number of columns k";

  /** Points that a character of a name takes, about. */
  private static final double CHARACTER = 7;

  /** Names that a figure has room for. */
  private static final int MOST_NAMES = 24;

  private static final Color[] COLORS = {
    new Color(0x0072B2), new Color(0xE69F00), new Color(0x009E73), new Color(0xCC79A7)
  };

  private static final Marker[] MARKERS = {
    SeriesMarkers.CIRCLE, SeriesMarkers.SQUARE, SeriesMarkers.DIAMOND, SeriesMarkers.TRIANGLE_UP
  };

  private SelectionFigures() {}

  /** Cross-validation, criteria and columns, one above the other. */
  public static Panels all(Table result) {
    return new Panels(
        firstSentence(result.name()),
        List.of(crossValidation(result), criteria(result), path(result, HEIGHT)),
        1);
  }

  private static String firstSentence(String name) {
    int end = name.indexOf("; ");
    return end < 0 ? name : name.substring(0, end);
  }

  /**
   * Deviance of a row held out against k, with one standard error each way, and the level that the
   * rule of one standard error draws.
   */
  public static XYChart crossValidation(Table result) {
    double[] k = sizes(result);
    double[] mean = result.doubleColumn("held_out").asDoubleArray();
    double[] error = result.doubleColumn("standard_error").asDoubleArray();
    XYChart chart = chart("Rows held out", "deviance of one row");
    XYSeries series = chart.addSeries("held out, +- 1 standard error", k, mean, error);
    dress(series, 0);
    int best = IntStream.range(0, mean.length).reduce(0, (a, b) -> mean[b] < mean[a] ? b : a);
    level(chart, "least + 1 standard error", mean[best] + error[best], k);
    int smallest = 0;
    while (mean[smallest] > mean[best] + error[best]) {
      smallest++;
    }
    mark(chart, "smallest k below it: %.0f".formatted(k[smallest]), k[smallest], mean[smallest]);
    ticks(chart);
    return chart;
  }

  /** Each criterion above its least value against k; least is best. */
  public static XYChart criteria(Table result) {
    double[] k = sizes(result);
    XYChart chart = chart("Criteria, above their least", "criterion - its least");
    List<String> names = List.of("AIC", "BIC", "EBIC", "GIC");
    double highest = 0;
    for (int i = 0; i < names.size(); i++) {
      double[] values = result.doubleColumn(names.get(i)).asDoubleArray();
      double least = Arrays.stream(values).min().orElse(0);
      double[] above = Arrays.stream(values).map(v -> v - least).toArray();
      highest = Math.max(highest, median(above));
      dress(chart.addSeries(names.get(i), k, above), i);
    }
    // Sizes that are far too small would press the rest flat.
    if (highest > 0) {
      chart.getStyler().setYAxisMin(0.0).setYAxisMax(3 * highest);
    }
    ticks(chart);
    return chart;
  }

  private static double median(double[] values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** Which columns are in the fit of each size, in the order in which they first enter. */
  public static XYChart path(Table result) {
    return path(result, 0);
  }

  /** As high as the names need, or as told. */
  private static XYChart path(Table result, int height) {
    double[] k = sizes(result);
    List<List<String>> steps = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String cell : result.stringColumn("columns")) {
      List<String> step = cell.isEmpty() ? List.of() : List.of(cell.split(", "));
      steps.add(step);
      step.stream().filter(name -> !names.contains(name)).forEach(names::add);
    }
    int shown = Math.min(names.size(), MOST_NAMES);
    String cut = shown < names.size() ? ", the first %d of %d".formatted(shown, names.size()) : "";
    XYChart chart =
        Figure.of(
            WIDTH, height > 0 ? height : heightFor(shown), "Columns of each size" + cut, K, "");
    List<Double> xs = new ArrayList<>();
    List<Double> ys = new ArrayList<>();
    boolean[] named = new boolean[shown];
    double left = k[0];
    for (int i = 0; i < k.length; i++) {
      for (String name : steps.get(i)) {
        int row = names.indexOf(name);
        if (row < shown) {
          xs.add(k[i]);
          ys.add((double) (shown - row));
        }
        if (row < shown && !named[row]) {
          named[row] = true;
          double half = name.length() * CHARACTER / 2 * (k.length + 3) / WIDTH;
          name(chart, name, k[i] - 0.3 - half, shown - row);
          left = Math.min(left, k[i] - 0.3 - 2 * half);
        }
      }
    }
    if (!xs.isEmpty()) {
      XYSeries series = chart.addSeries("in the fit", xs, ys);
      dress(series, 0);
      series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    }
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setYAxisTicksVisible(false);
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(shown + 1.0);
    chart.getStyler().setXAxisMin(left).setXAxisMax(k[k.length - 1]);
    ticks(chart);
    return chart;
  }

  /** How often each column was chosen on halves of the rows, the most frequent first. */
  public static XYChart stability(Table stability, double threshold) {
    int shown = Math.min(stability.rowCount(), MOST_NAMES);
    List<String> names = stability.stringColumn("name").asList().subList(0, shown);
    double[] share = Arrays.copyOf(stability.doubleColumn("frequency").asDoubleArray(), shown);
    double[] rows = IntStream.range(0, shown).mapToDouble(i -> shown - i).toArray();
    XYChart chart =
        Figure.of(
            WIDTH,
            heightFor(shown),
            "Stability selection",
            "share of halves of the rows that choose the column",
            "");
    BrokenLine stems = new BrokenLine();
    for (int i = 0; i < shown; i++) {
      stems.add(new double[] {0, share[i]}, new double[] {rows[i], rows[i]});
    }
    stems.addTo(chart, "share", COLORS[0], 3f);
    BrokenLine limit = new BrokenLine();
    limit.add(new double[] {threshold, threshold}, new double[] {0.5, shown + 0.5});
    limit.addTo(chart, "threshold", Style.MEASUREMENT, 1.2f);
    for (int i = 0; i < shown; i++) {
      double half = names.get(i).length() * CHARACTER / 2 / WIDTH;
      name(chart, names.get(i), half + 0.01, rows[i] + 0.45);
    }
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMin(0.5).setYAxisMax(shown + 1.0);
    chart.getStyler().setYAxisTicksVisible(false);
    chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
    return chart;
  }

  private static int heightFor(int names) {
    return Math.max(HEIGHT, 90 + 26 * names);
  }

  private static XYChart chart(String title, String yAxis) {
    XYChart chart = Figure.of(WIDTH, HEIGHT, title, K, yAxis);
    chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
    return chart;
  }

  private static void dress(XYSeries series, int place) {
    series.setLineColor(COLORS[place]);
    series.setLineWidth(1.6f);
    series.setMarkerColor(COLORS[place]).setMarker(MARKERS[place]);
  }

  private static void level(XYChart chart, String name, double y, double[] k) {
    BrokenLine line = new BrokenLine();
    line.add(new double[] {k[0], k[k.length - 1]}, new double[] {y, y});
    line.addTo(chart, name, Style.MEASUREMENT, 1.2f);
  }

  private static void mark(XYChart chart, String name, double x, double y) {
    XYSeries series = chart.addSeries(name, new double[] {x}, new double[] {y});
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    series.setMarker(SeriesMarkers.DIAMOND).setMarkerColor(COLORS[1]);
  }

  /** Sizes are whole numbers. */
  private static void ticks(XYChart chart) {
    chart.getStyler().setXAxisDecimalPattern("0").setPlotContentSize(0.92);
  }

  /** A name whose middle is at a point. */
  private static void name(XYChart chart, String name, double x, double y) {
    chart.addAnnotation(new AnnotationText(name, x, y, false));
  }

  private static double[] sizes(Table result) {
    return Arrays.stream(result.intColumn("k").asObjectArray())
        .mapToDouble(Integer::doubleValue)
        .toArray();
  }
}
