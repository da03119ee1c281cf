package io.github.sea4j.notebook;

import io.github.sea4j.solver.TraceRecorder;
import io.github.sea4j.solver.TraceRow;
import io.github.sea4j.table.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
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
    List<Schema.Field<TraceRow>> fields = new ArrayList<>();
    fields.add(Schema.whole("iteration", TraceRow::iteration));
    fields.add(Schema.decimal("residual_norm", TraceRow::residualNorm));
    fields.add(Schema.decimal("best_residual_norm", TraceRow::bestResidualNorm));
    fields.add(Schema.whole("distinct_supports", TraceRow::distinctSupports));
    fields.add(Schema.text("support", TraceTable::support));
    int[] explored = trace.exploredColumns();
    for (int i = 0; i < explored.length; i++) {
      int place = i;
      fields.add(Schema.decimal("x_" + explored[i], row -> row.exploration()[place]));
    }
    return Schema.table(name, fields, trace.rows());
  }

  private static String support(TraceRow row) {
    return Arrays.stream(row.support().toArray())
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(" "));
  }
}
