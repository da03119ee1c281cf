package io.github.sea4j.table;

import java.util.List;

/**
 * One index in one iteration of one solver: a row of {@link TraceTables#supports} or {@link
 * TraceTables#exploration}.
 *
 * @param solver name of the solver
 * @param iteration t, from 0
 * @param index of a column of A
 * @param value entry of X_t there; NaN where it is not told
 */
public record TraceEntry(String solver, int iteration, int index, double value) {

  static final List<Schema.Field<TraceEntry>> INDEX_FIELDS =
      List.of(
          Schema.text(TraceColumns.SOLVER, TraceEntry::solver),
          Schema.integer(TraceColumns.ITERATION, TraceEntry::iteration),
          Schema.integer(TraceColumns.INDEX, TraceEntry::index));

  static final List<Schema.Field<TraceEntry>> VALUE_FIELDS =
      List.of(
          INDEX_FIELDS.get(0),
          INDEX_FIELDS.get(1),
          INDEX_FIELDS.get(2),
          Schema.decimal(TraceColumns.VALUE, TraceEntry::value));
}
