package io.github.sea4j.plot;

import io.github.sea4j.plot.style.MeanCurve;
import io.github.sea4j.plot.style.Style;
import io.github.sea4j.summary.DonohoTanner;
import io.github.sea4j.summary.Summaries;
import io.github.sea4j.summary.Thresholds;
import io.github.sea4j.table.PhaseColumns;
import io.github.sea4j.table.ResultColumns;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import tech.tablesaw.api.Table;

/** Figure 2: the 95 % threshold of each solver against the undersampling. */
final class PhaseTransitionFigure {

  private static final String X_AXIS = "undersampling \u03B6 = m / n";
  private static final String Y_AXIS = "\u03C1 = k / m with 95 % exact supports";

  private PhaseTransitionFigure() {}

  static Figure draw(Table results) {
    return draw(results, Style.widthFor(820, results), 500);
  }

  static Figure draw(Table results, int width, int height) {
    SparsityFigure.requireOne(results, ResultColumns.COLUMNS);
    Table thresholds = Thresholds.of(results);
    Figure chart = Figure.of(width, height, title(thresholds), X_AXIS, Y_AXIS);
    double last = thresholds.doubleColumn(PhaseColumns.ZETA).max();
    addLandmark(chart, last);
    for (String solver : Summaries.solvers(thresholds)) {
      addSolver(chart, solver, thresholds);
    }
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(last).setYAxisMin(0.0);
    // XChart's own pattern writes 0.05 as .05.
    chart.getStyler().setYAxisDecimalPattern("0.##");
    return chart.byEnds();
  }

  private static void addSolver(XYChart chart, String solver, Table thresholds) {
    Table curve = Summaries.ofSolver(thresholds, solver);
    MeanCurve.add(
        chart,
        solver,
        curve.doubleColumn(PhaseColumns.ZETA).asDoubleArray(),
        curve.doubleColumn(PhaseColumns.RHO_LOW).asDoubleArray(),
        curve.doubleColumn(PhaseColumns.RHO_CROSSING).asDoubleArray(),
        curve.doubleColumn(PhaseColumns.RHO_HIGH).asDoubleArray());
  }

  /** As far as the solvers' curves go. */
  private static void addLandmark(XYChart chart, double last) {
    Table all = DonohoTanner.weakThreshold();
    Table weak = all.where(all.doubleColumn(PhaseColumns.ZETA).isLessThanOrEqualTo(last + 1e-9));
    if (weak.isEmpty()) {
      return;
    }
    XYSeries series =
        chart.addSeries(
            "Donoho\u2013Tanner, \u21131",
            weak.doubleColumn(PhaseColumns.ZETA).asDoubleArray(),
            weak.doubleColumn(PhaseColumns.RHO).asDoubleArray());
    series.setMarker(SeriesMarkers.NONE).setLineColor(Style.MEASUREMENT);
    series.setLineStyle(Style.stroke(1));
  }

  private static String title(Table thresholds) {
    return ("Up to which \u03C1 each solver recovers: n = %d, up to %d runs; "
            + "bars: clear success to clear failure")
        .formatted(
            thresholds.intColumn(ResultColumns.COLUMNS).get(0),
            (int) thresholds.intColumn(PhaseColumns.RUNS).max());
  }
}
