package io.github.sea4j.plot;

import io.github.sea4j.plot.style.BrokenLine;
import io.github.sea4j.plot.style.HollowCircle;
import io.github.sea4j.plot.style.Stems;
import io.github.sea4j.plot.style.Style;
import io.github.sea4j.table.SnapshotTables;
import io.github.sea4j.table.TraceColumns;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * The explorer's still picture: X_t, x_t and the residual in one iteration, one below the other.
 */
final class SnapshotFigure {

  private static final int WIDTH = 700;
  private static final int HEIGHT = 165;
  private static final int LEFT = 50;
  private static final Color NEITHER = new Color(0xB3B3B3);

  /** Estimates on a wrong support can be huge; the truth sets the scale. */
  private static final double HEADROOM = 1.5;

  private final SnapshotTables tables;

  SnapshotFigure(SnapshotTables tables) {
    this.tables = tables;
  }

  Panels draw() {
    List<XYChart> charts = new ArrayList<>();
    if (has(TraceColumns.VALUE)) {
      charts.add(exploration());
    }
    charts.add(estimate());
    charts.add(residual());
    return new Panels(tables.title(), charts, 1);
  }

  private boolean has(String column) {
    return tables.entries().containsColumn(column);
  }

  private Figure exploration() {
    double largest = largest(TraceColumns.VALUE);
    Figure chart =
        columns("exploration vector X\u209C (units of y)", largest == 0 ? 1 : 1.1 * largest);
    stems(TraceColumns.VALUE, SnapshotTables.NEITHER)
        .addTo(chart, "neither", NEITHER, SeriesMarkers.NONE, 1);
    addParts(chart, TraceColumns.VALUE);
    stems(TraceColumns.VALUE, SnapshotTables.MISSED)
        .addTo(chart, "missed", Style.TRUTH, HollowCircle.MARKER, 0.8f);
    return chart;
  }

  private Figure estimate() {
    boolean known = has(TraceColumns.TRUTH);
    double largest = largest(known ? TraceColumns.TRUTH : SnapshotTables.ESTIMATE);
    String title = known ? "estimate x\u209C; rings: truth x*" : "estimate x\u209C";
    Figure chart = columns(title, largest == 0 ? 1 : HEADROOM * largest);
    if (known) {
      Stems.of(tables.entries().doubleColumn(TraceColumns.TRUTH).asDoubleArray())
          .addTo(chart, "truth", Style.TRUTH, HollowCircle.MARKER, 0.8f);
    }
    addParts(chart, SnapshotTables.ESTIMATE);
    return chart;
  }

  private double largest(String column) {
    return tables.entries().doubleColumn(column).abs().max();
  }

  private void addParts(XYChart chart, String column) {
    add(chart, column, SnapshotTables.FOUND, Style.RIGHT, SeriesMarkers.CIRCLE);
    add(chart, column, SnapshotTables.CHOSEN, Style.RIGHT, SeriesMarkers.CIRCLE);
    add(chart, column, SnapshotTables.WRONG, Style.WRONG, SeriesMarkers.DIAMOND);
  }

  private void add(XYChart chart, String column, String part, Color color, Marker marker) {
    stems(column, part).addTo(chart, part, color, marker, 1.6f);
  }

  private Figure residual() {
    Figure chart = panel("relative residual of x\u209C (grey), best so far (black)");
    DoubleColumn residuals =
        floored(tables.iterations().doubleColumn(TraceColumns.RELATIVE_RESIDUAL));
    line(residuals).addTo(chart, "residual of x\u209C", Style.MEASUREMENT, 1);
    line(floored(tables.iterations().doubleColumn(TraceColumns.BEST_RELATIVE_RESIDUAL)))
        .addTo(chart, "best so far", Color.BLACK, 2);
    double[] t = tables.iterations().longColumn(TraceColumns.ITERATION).asDoubleArray();
    int shown = Arrays.binarySearch(t, (double) tables.iteration());
    XYSeries cursor =
        chart.addSeries("shown", new double[] {t[shown]}, new double[] {residuals.get(shown)});
    cursor.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    cursor.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(Style.RIGHT);
    chart.getStyler().setXAxisMin(t[0]).setXAxisMax(Math.max(t[t.length - 1], t[0] + 1));
    // Whole decades: XChart labels no other number of a logarithmic axis.
    double low = Math.floor(Math.log10(residuals.min()));
    double high = Math.max(low + 1, Math.ceil(Math.log10(residuals.max())));
    chart.getStyler().setYAxisMin(Math.pow(10, low)).setYAxisMax(Math.pow(10, high));
    chart.getStyler().setYAxisLogarithmic(true);
    return chart;
  }

  private static DoubleColumn floored(DoubleColumn column) {
    return DoubleColumn.create(column.name(), TraceFigure.aboveFloor(column.asDoubleArray()));
  }

  private BrokenLine line(DoubleColumn values) {
    BrokenLine line = new BrokenLine();
    line.addStairs(
        tables.iterations().longColumn(TraceColumns.ITERATION).asDoubleArray(),
        values.asDoubleArray());
    return line;
  }

  private Figure columns(String title, double bound) {
    Figure chart = panel(title);
    chart.getStyler().setXAxisMin(-1.0).setXAxisMax((double) tables.entries().rowCount());
    chart.getStyler().setYAxisMin(-bound).setYAxisMax(bound);
    return chart;
  }

  private static Figure panel(String title) {
    Figure chart = Figure.of(WIDTH, HEIGHT, title, "", "");
    Style.panel(chart);
    chart.getStyler().setYAxisLeftWidthHint(LEFT);
    chart.getStyler().setXAxisTickMarkSpacingHint(60);
    return chart;
  }

  private Stems stems(String column, String part) {
    Table entries = tables.entries();
    DoubleColumn values = entries.doubleColumn(column).copy();
    values.set(entries.stringColumn(SnapshotTables.PART).isNotEqualTo(part), 0.0);
    return Stems.of(values.asDoubleArray());
  }
}
