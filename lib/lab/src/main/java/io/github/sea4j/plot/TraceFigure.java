package io.github.sea4j.plot;

import io.github.sea4j.table.TraceColumns;
import io.github.sea4j.table.TraceTables;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** A number that changes from iteration to iteration: a curve for each solver. */
enum TraceFigure {
  BEST_RESIDUAL(
      TraceColumns.BEST_RELATIVE_RESIDUAL, "smallest relative residual so far", Scale.LOG),
  SUPPORT_DISTANCE(
      TraceColumns.SUPPORT_DISTANCE, "support distance of S_t, share of S* missed", Scale.SHARE),
  DISTINCT_SUPPORTS(
      TraceColumns.DISTINCT_SUPPORTS, "different supports visited so far", Scale.ZERO);

  enum Scale {
    LOG,
    SHARE,
    ZERO
  }

  static final String ITERATION = "iteration t";

  /** Below this a relative residual is rounding; on a log scale it is drawn here. */
  static final double FLOOR = 1e-16;

  private final String column;
  private final String label;
  private final Scale scale;

  TraceFigure(String column, String label, Scale scale) {
    this.column = column;
    this.label = label;
    this.scale = scale;
  }

  XYChart draw(TraceTables traces) {
    XYChart chart = Style.chart(760, 420, traces.truth().name(), ITERATION, label);
    for (String solver : traces.solvers()) {
      Table rows = traces.of(traces.iterations(), solver);
      XYSeries series = chart.addSeries(solver, iterations(rows), values(rows));
      Style.solver(series, solver);
      series.setMarker(rows.rowCount() == 1 ? series.getMarker() : SeriesMarkers.NONE);
    }
    switch (scale) {
      case LOG -> chart.getStyler().setYAxisLogarithmic(true);
      case SHARE -> chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.0);
      case ZERO -> chart.getStyler().setYAxisMin(0.0);
    }
    chart.getStyler().setXAxisMin(0.0);
    return chart;
  }

  private double[] values(Table rows) {
    double[] values = ((NumericColumn<?>) rows.numberColumn(column)).asDoubleArray();
    return scale == Scale.LOG ? aboveFloor(values) : values;
  }

  static double[] iterations(Table rows) {
    return rows.intColumn(TraceColumns.ITERATION).asDoubleArray();
  }

  static double[] aboveFloor(double[] values) {
    double[] drawn = values.clone();
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = Math.max(drawn[i], FLOOR);
    }
    return drawn;
  }
}
