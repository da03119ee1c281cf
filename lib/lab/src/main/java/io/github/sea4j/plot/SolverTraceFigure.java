package io.github.sea4j.plot;

import io.github.sea4j.plot.style.BrokenLine;
import io.github.sea4j.plot.style.SolverStyle;
import io.github.sea4j.plot.style.Style;
import io.github.sea4j.table.TraceColumns;
import io.github.sea4j.table.TraceTables;
import java.awt.Color;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** The inside of one solver's run: its residual, its supports, its exploration vector. */
final class SolverTraceFigure {

  private static final int WIDTH = 820;

  private final TraceTables traces;
  private final String solver;
  private final Table iterations;
  private final Set<Integer> truth;

  SolverTraceFigure(TraceTables traces, String solver) {
    this.traces = traces;
    this.solver = solver;
    this.iterations = traces.of(traces.iterations(), solver);
    this.truth = Arrays.stream(traces.trueSupport()).boxed().collect(Collectors.toSet());
  }

  Figure residual() {
    Figure chart = chart(380, "residual", "relative residual");
    Color now = Style.MEASUREMENT;
    line(TraceColumns.RELATIVE_RESIDUAL).addTo(chart, "residual of x\u209C", now, 1);
    Color look = SolverStyle.of(solver).color();
    line(TraceColumns.BEST_RELATIVE_RESIDUAL).addTo(chart, "best so far", look, 2.4f);
    chart.getStyler().setYAxisLogarithmic(true);
    return chart;
  }

  Figure distance() {
    Figure chart = chart(380, "support distance", "share of S* missed");
    double[] t = TraceFigure.iterations(iterations);
    BrokenLine now = new BrokenLine();
    now.add(t, iterations.doubleColumn(TraceColumns.SUPPORT_DISTANCE).asDoubleArray());
    now.addTo(chart, "distance of S_t", Style.MEASUREMENT, 1);
    BrokenLine answer = new BrokenLine();
    answer.add(t, TraceFigure.answers(iterations));
    answer.addTo(chart, "of the best x\u209C so far", SolverStyle.of(solver).color(), 2.4f);
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.0);
    return chart;
  }

  private BrokenLine line(String column) {
    double[] values = iterations.doubleColumn(column).asDoubleArray();
    BrokenLine line = new BrokenLine();
    line.add(TraceFigure.iterations(iterations), TraceFigure.aboveFloor(values));
    return line;
  }

  Figure raster() {
    Figure chart = chart(520, "supports", "index of the column");
    double first = iterations.intColumn(TraceColumns.ITERATION).min();
    double last = iterations.intColumn(TraceColumns.ITERATION).max();
    BrokenLine all = new BrokenLine();
    truth.stream().sorted().forEach(j -> all.add(new double[] {first, last}, new double[] {j, j}));
    all.addTo(chart, "S*", Style.TRUTH, 0.6f);
    BrokenLine right = new BrokenLine();
    BrokenLine wrong = new BrokenLine();
    Table rows = traces.of(traces.supports(), solver);
    for (int j : rows.intColumn(TraceColumns.INDEX).unique()) {
      Table visits = rows.where(rows.intColumn(TraceColumns.INDEX).isEqualTo(j));
      stays(visits.intColumn(TraceColumns.ITERATION), j, truth.contains(j) ? right : wrong);
    }
    right.addTo(chart, "in S_t, right", Style.RIGHT, 3);
    wrong.addTo(chart, "in S_t, wrong", Style.WRONG, 3);
    chart.getStyler().setYAxisMin(-1.0).setYAxisMax((double) traces.truth().rowCount());
    return chart;
  }

  /** A line for each run of consecutive iterations; half an iteration longer on both sides. */
  private static void stays(IntColumn visits, int index, BrokenLine lines) {
    int start = 0;
    for (int row = 1; row <= visits.size(); row++) {
      if (row == visits.size() || visits.getInt(row) != visits.getInt(row - 1) + 1) {
        double[] x = {visits.getInt(start) - 0.5, visits.getInt(row - 1) + 0.5};
        lines.add(x, new double[] {index, index});
        start = row;
      }
    }
  }

  Figure exploration() {
    Table values = traces.of(traces.exploration(), solver);
    if (values.isEmpty()) {
      throw new IllegalArgumentException(
          "solver must keep an exploration vector, but " + solver + " does not");
    }
    BrokenLine right = new BrokenLine();
    BrokenLine wrong = new BrokenLine();
    for (int j : values.intColumn(TraceColumns.INDEX).unique()) {
      Table curve = values.where(values.intColumn(TraceColumns.INDEX).isEqualTo(j));
      (truth.contains(j) ? right : wrong)
          .add(
              TraceFigure.iterations(curve),
              curve.doubleColumn(TraceColumns.VALUE).abs().asDoubleArray());
    }
    Figure chart = chart(460, "exploration vector", "|X\u209C|, entry by entry (units of y)");
    right.addTo(chart, "indices of S*", Style.RIGHT, 1.3f);
    wrong.addTo(chart, "wrong indices, those longest in S_t", Style.WRONG, 1.3f);
    line(TraceColumns.THRESHOLD).addTo(chart, "k-th largest |X\u209C|", Color.BLACK, 2.2f);
    chart.getStyler().setYAxisMin(0.0);
    return chart;
  }

  private Figure chart(int height, String what, String label) {
    String title = TraceFigure.title(SolverStyle.label(solver) + ": " + what + ", ", traces);
    Figure chart = Figure.of(WIDTH, height, title, TraceFigure.ITERATION, label);
    TraceFigure.range(chart, traces);
    chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
    chart.getStyler().setLegendLayout(LegendLayout.Horizontal);
    return chart;
  }
}
