package io.github.sea4j.cli;

import io.github.sea4j.plot.Drawing;
import io.github.sea4j.plot.Figures;
import io.github.sea4j.plot.Panels;
import io.github.sea4j.plot.select.ChoiceFigures;
import io.github.sea4j.summary.Budgets;
import io.github.sea4j.table.CalibrationRow;
import io.github.sea4j.table.ChoiceRow;
import io.github.sea4j.table.CoherenceRow;
import io.github.sea4j.table.PhaseColumns;
import io.github.sea4j.table.ResultColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.knowm.xchart.internal.chartpart.IChart;
import tech.tablesaw.api.Table;

/** The figure of a sweep: the one that shows what the sweep varies. */
final class ExperimentFigure {

  private ExperimentFigure() {}

  /** A chart, or one below the other for each of several sparsities or noise levels. */
  static IChart of(Table results) {
    if (results.containsColumn(PhaseColumns.ZETA)) {
      return Figures.phaseTransition(results);
    }
    if (results.containsColumn(CalibrationRow.SAID)) {
      return Figures.calibration(results);
    }
    if (results.containsColumn(ChoiceRow.RULE)) {
      return ChoiceFigures.rightSize(results);
    }
    if (results.containsColumn(CoherenceRow.LEVEL)) {
      return below(each(results, ResultColumns.SPARSITY), Figures::coherence);
    }
    String name = results.stringColumn(ResultColumns.EXPERIMENT).get(0);
    boolean budgets = Budgets.isHeld(results.stringColumn(ResultColumns.SOLVER).get(0));
    if (!budgets && results.doubleColumn(ResultColumns.SIGNAL_TO_NOISE).unique().size() > 1) {
      return below(each(results, ResultColumns.SPARSITY), Figures::noise);
    }
    List<Table> levels = each(results, ResultColumns.SIGNAL_TO_NOISE);
    if (budgets) {
      List<Table> cells =
          levels.stream().flatMap(t -> each(t, ResultColumns.SPARSITY).stream()).toList();
      return below(cells, Figures::anytime);
    }
    boolean times = name.startsWith("run-time");
    return below(levels, times ? Figures::runTime : Figures::supportDistance);
  }

  /** The rows of each value of a column, values ascending. */
  private static List<Table> each(Table results, String column) {
    List<Table> parts = new ArrayList<>();
    for (double value :
        results.numberColumn(column).asDoubleColumn().unique().asSet().stream().sorted().toList()) {
      parts.add(results.where(results.numberColumn(column).asDoubleColumn().isEqualTo(value)));
    }
    return parts;
  }

  private static IChart below(List<Table> parts, Function<Table, Drawing> figure) {
    List<Drawing> charts = parts.stream().map(figure).toList();
    return charts.size() == 1 ? charts.get(0) : new Panels("", charts, 1);
  }
}
