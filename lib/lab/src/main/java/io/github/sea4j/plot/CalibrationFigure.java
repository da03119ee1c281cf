package io.github.sea4j.plot;

import io.github.sea4j.plot.style.BrokenLine;
import io.github.sea4j.plot.style.MeanCurve;
import io.github.sea4j.plot.style.Style;
import io.github.sea4j.summary.Calibration;
import io.github.sea4j.summary.Summaries;
import tech.tablesaw.api.Table;

/** Share of columns that are in the support against the probability said of them. */
final class CalibrationFigure {

  private static final double[] ENDS = {0, 1};

  private CalibrationFigure() {}

  static Figure draw(Table results) {
    Table bins = Calibration.of(results);
    Figure chart =
        Figure.of(
            620,
            460,
            "Of columns said to be likely, how many are there? Bars: " + MeanCurve.BARS,
            "probability said of a column",
            "share of such columns in S*");
    BrokenLine right = new BrokenLine();
    right.add(ENDS, ENDS);
    right.addTo(chart, "as said", Style.MEASUREMENT, 1.2f);
    for (String solver : Summaries.solvers(bins)) {
      Table curve = Summaries.ofSolver(bins, solver);
      curve.column(Calibration.OBSERVED).setName(Summaries.MEAN);
      MeanCurve.add(chart, solver, curve.doubleColumn(Calibration.SAID).asDoubleArray(), curve);
    }
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMin(0.0).setYAxisMax(1.0);
    return chart;
  }
}
