package io.github.sea4j.experiment;

import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.TraceRecorder;
import io.github.sea4j.solver.TraceRow;
import java.util.Arrays;
import java.util.stream.Collectors;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A recorded run as a Tablesaw table, one row an iteration. */
public final class TraceTable {

  private TraceTable() {}

  /**
   * The columns {@code iteration, residual_norm, best_residual_norm, distinct_supports, support}
   * (indices with blanks between), as the command line's trace files have them, and {@code x_J} for
   * each exploration entry recorded, J its column.
   *
   * @param name of the table, such as the solver's
   * @param trace read, not changed
   */
  public static Table of(String name, TraceRecorder trace) {
    LongColumn iteration = LongColumn.create("iteration");
    DoubleColumn residual = DoubleColumn.create("residual_norm");
    DoubleColumn best = DoubleColumn.create("best_residual_norm");
    LongColumn supports = LongColumn.create("distinct_supports");
    StringColumn support = StringColumn.create("support");
    DoubleColumn[] explored =
        Arrays.stream(trace.exploredColumns())
            .mapToObj(j -> DoubleColumn.create("x_" + j))
            .toArray(DoubleColumn[]::new);
    for (TraceRow row : trace.rows()) {
      iteration.append(row.iteration());
      residual.append(row.residualNorm());
      best.append(row.bestResidualNorm());
      supports.append(row.distinctSupports());
      support.append(blankSeparated(row.support()));
      for (int i = 0; i < explored.length; i++) {
        explored[i].append(row.exploration()[i]);
      }
    }
    return Table.create(name)
        .addColumns(iteration, residual, best, supports, support)
        .addColumns(explored);
  }

  private static String blankSeparated(Support support) {
    return Arrays.stream(support.toArray())
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(" "));
  }
}
