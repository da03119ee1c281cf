package io.github.sea4j.plot;

import io.github.sea4j.plot.style.HollowCircle;
import io.github.sea4j.plot.style.SolverStyle;
import io.github.sea4j.plot.style.Stems;
import io.github.sea4j.plot.style.Style;
import io.github.sea4j.summary.CrowdedWindow;
import io.github.sea4j.table.InstanceTables;
import io.github.sea4j.table.ResultColumns;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Figure 3: one instance and what each solver made of it, panel by panel. */
final class InstanceFigure {

  private static final int PAGE_WIDTH = 960;
  private static final int PANEL_HEIGHT = 230;

  /** Where heads stand that do not fit, as a share of the bound. */
  private static final double EDGE = 0.94;

  private static final String POSITION = "position (samples)";
  private static final String AMPLITUDE = "amplitude";

  private InstanceFigure() {}

  static Panels draw(InstanceTables tables, CrowdedWindow window) {
    double bound = bound(tables, window);
    int columns = columns(tables.solvers().size() + 1);
    List<XYChart> charts = new ArrayList<>();
    charts.add(measured(tables, window, columns));
    for (int row = 0; row < tables.solvers().size(); row++) {
      charts.add(estimate(tables, row, window, bound, columns));
    }
    for (XYChart chart : charts) {
      Style.panel(chart);
      range(chart, window.first() - 1.0, window.last() + 1.0, bound);
    }
    return new Panels(title(tables, window), charts, columns);
  }

  /** Three or two in a row, whichever leaves no cell empty. */
  private static int columns(int panels) {
    return panels % 3 != 0 && panels % 2 == 0 ? 2 : 3;
  }

  static Figure whole(InstanceTables tables) {
    CrowdedWindow all = new CrowdedWindow(0, tables.signals().rowCount() - 1);
    Figure chart = Figure.of(900, 300, tables.signals().name(), POSITION, AMPLITUDE);
    addMeasurement(chart, tables, all);
    addTruth(chart, tables, all);
    chart.getStyler().setLegendPosition(LegendPosition.OutsideS).setMarkerSize(5);
    chart.getStyler().setLegendLayout(LegendLayout.Horizontal);
    range(chart, 0, all.last(), bound(tables, all));
    return chart;
  }

  private static void range(XYChart chart, double left, double right, double bound) {
    chart.getStyler().setXAxisMin(left).setXAxisMax(right);
    chart.getStyler().setYAxisMin(-bound).setYAxisMax(bound);
  }

  private static Figure measured(InstanceTables tables, CrowdedWindow window, int columns) {
    Figure chart = panel("truth x* (stems), measurements y (line)", columns);
    addMeasurement(chart, tables, window);
    addTruth(chart, tables, window);
    return chart;
  }

  private static Figure estimate(
      InstanceTables tables, int row, CrowdedWindow window, double bound, int columns) {
    String solver = tables.solvers().get(row);
    double distance = tables.scores().doubleColumn(ResultColumns.SUPPORT_DISTANCE).getDouble(row);
    Stems stems = stems(tables, solver, window);
    Figure chart = panel(caption(solver, distance, stems.beyond(bound)), columns);
    addTruth(chart, tables, window);
    SolverStyle look = SolverStyle.of(solver);
    stems.within(EDGE * bound).addTo(chart, solver, look.color(), look.marker(), 1.6f);
    return chart;
  }

  private static String caption(String solver, double distance, long beyond) {
    String text =
        String.format(
            Locale.ROOT, "%s: support distance %.2f", SolverStyle.label(solver), distance);
    return beyond == 0 ? text : text + " (" + beyond + " larger, at the edge)";
  }

  private static Figure panel(String title, int columns) {
    return Figure.of(PAGE_WIDTH / columns, PANEL_HEIGHT, title, POSITION, AMPLITUDE);
  }

  private static void addTruth(XYChart chart, InstanceTables tables, CrowdedWindow window) {
    stems(tables, InstanceTables.TRUTH, window)
        .addTo(chart, "truth x*", Style.TRUTH, HollowCircle.MARKER, 0.8f);
  }

  private static Stems stems(InstanceTables tables, String column, CrowdedWindow window) {
    double[] signal = tables.signals().doubleColumn(column).asDoubleArray();
    return Stems.of(signal, window.first(), window.last());
  }

  private static void addMeasurement(XYChart chart, InstanceTables tables, CrowdedWindow window) {
    Table rows = tables.signals().inRange(window.first(), window.last() + 1);
    List<Double> positions =
        new ArrayList<>(rows.intColumn(InstanceTables.POSITION).asDoubleColumn().asList());
    List<Double> values = new ArrayList<>(rows.doubleColumn(InstanceTables.MEASUREMENT).asList());
    // XChart sets its ticks on points that are equally spaced, instead of on round numbers; a point
    // in the middle of the first segment changes the spacing and not the line.
    positions.add(1, (positions.get(0) + positions.get(1)) / 2);
    values.add(1, (values.get(0) + values.get(1)) / 2);
    XYSeries series = chart.addSeries("measurements y", positions, values);
    Color color = Style.MEASUREMENT;
    series.setMarker(SeriesMarkers.NONE).setLineStyle(Style.stroke(1.6f)).setLineColor(color);
  }

  /** A little more than the largest true amplitude or measurement in the window. */
  private static double bound(InstanceTables tables, CrowdedWindow window) {
    double largest = 0;
    for (String name : List.of(InstanceTables.TRUTH, InstanceTables.MEASUREMENT)) {
      DoubleColumn column = tables.signals().doubleColumn(name);
      for (int j = window.first(); j <= window.last(); j++) {
        largest = Math.max(largest, Math.abs(column.getDouble(j)));
      }
    }
    return Math.ceil(2.2 * largest) / 2;
  }

  private static String title(InstanceTables tables, CrowdedWindow window) {
    DoubleColumn truth = tables.signals().doubleColumn(InstanceTables.TRUTH);
    return "k = %d spikes, positions %d to %d with %d of them. Rings: truth x*. Colours: estimates"
        .formatted(
            tables.scores().intColumn(ResultColumns.SPARSITY).get(0),
            window.first(),
            window.last(),
            window.spikes(truth));
  }
}
