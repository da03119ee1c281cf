package io.github.sea4j.plot;

import io.github.sea4j.plot.style.BrokenLine;
import io.github.sea4j.plot.style.Scale;
import io.github.sea4j.plot.style.SolverStyle;
import io.github.sea4j.table.TraceColumns;
import io.github.sea4j.table.TraceTables;
import java.util.Arrays;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** A number that changes from iteration to iteration: a curve for each solver. */
enum TraceFigure {
  BEST_RESIDUAL(
      TraceColumns.BEST_RELATIVE_RESIDUAL, "smallest relative residual so far", Scale.LOG),
  SUPPORT_DISTANCE(
      TraceColumns.SUPPORT_DISTANCE, "support distance of the best x\u209C so far", Scale.SHARE),
  DISTINCT_SUPPORTS(
      TraceColumns.DISTINCT_SUPPORTS, "different supports visited so far", Scale.ZERO);

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

  Figure draw(TraceTables traces) {
    Figure chart = Figure.of(760, 420, title("", traces), ITERATION, label);
    for (String solver : traces.solvers()) {
      Table rows = traces.of(traces.iterations(), solver);
      SolverStyle look = SolverStyle.of(solver);
      BrokenLine line = new BrokenLine();
      line.addStairs(iterations(rows), values(rows));
      line.addTo(chart, solver, look.color(), look.line());
      chart.getSeries(solver).setLabel(SolverStyle.label(solver));
    }
    if (scale == Scale.LOG) {
      chart.getStyler().setYAxisLogarithmic(true); // residuals go down to 1e-16
    } else {
      scale.applyTo(chart.getStyler());
    }
    range(chart, traces);
    return chart.byEnds();
  }

  private double[] values(Table rows) {
    return switch (this) {
      case BEST_RESIDUAL -> aboveFloor(rows.doubleColumn(column).asDoubleArray());
      case SUPPORT_DISTANCE -> answers(rows);
      case DISTINCT_SUPPORTS -> rows.longColumn(column).asDoubleArray();
    };
  }

  /** Support distances of the iterations with the smallest residual so far. */
  static double[] answers(Table rows) {
    double[] residual = rows.doubleColumn(TraceColumns.RELATIVE_RESIDUAL).asDoubleArray();
    double[] best = rows.doubleColumn(TraceColumns.BEST_RELATIVE_RESIDUAL).asDoubleArray();
    double[] distance = rows.doubleColumn(TraceColumns.SUPPORT_DISTANCE).asDoubleArray();
    double[] answer = distance.clone();
    for (int t = 1; t < answer.length; t++) {
      boolean improved = residual[t] == best[t] && best[t] < best[t - 1];
      answer[t] = improved ? distance[t] : answer[t - 1];
    }
    return answer;
  }

  static String title(String what, TraceTables traces) {
    int k = traces.trueSupport().length;
    return "%sone instance, n = %d, k = %d".formatted(what, traces.truth().rowCount(), k);
  }

  static void range(XYChart chart, TraceTables traces) {
    IntColumn t = traces.iterations().intColumn(TraceColumns.ITERATION);
    chart.getStyler().setXAxisMin(t.min()).setXAxisMax(Math.max(t.max(), t.min() + 1));
  }

  static double[] iterations(Table rows) {
    return rows.intColumn(TraceColumns.ITERATION).asDoubleArray();
  }

  static double[] aboveFloor(double[] values) {
    return Arrays.stream(values).map(value -> Math.max(value, FLOOR)).toArray();
  }
}
