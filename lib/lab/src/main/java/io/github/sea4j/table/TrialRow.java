package io.github.sea4j.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A row that belongs to one solver, or one rule, on one instance of a sweep. */
public interface TrialRow {

  /** Name of the experiment. */
  String experiment();

  /** Shape, sparsity and noise of the instance. */
  Cell cell();

  /** Number of the instance within its cell, from 0. */
  int trial();

  /** Name of the solver, its canonical text. */
  String solver();

  /** Processor time; differs from run to run. */
  double seconds();

  /** What tells it from the other rows of the instance: the solver unless told otherwise. */
  default String contestant() {
    return solver();
  }

  /**
   * The columns of such rows: experiment, cell, number of the instance, solver, then those of their
   * own, and the time.
   *
   * @param group columns between experiment and cell
   * @param own columns behind the solver
   * @param maker makes a row of the values of all these columns
   */
  static <R extends TrialRow> Schema<R> schema(
      List<Schema.Field<R>> group, List<Schema.Field<R>> own, Function<Schema.Values, R> maker) {
    List<Schema.Field<R>> all = new ArrayList<>();
    all.add(Schema.text(ResultColumns.EXPERIMENT, TrialRow::experiment));
    all.addAll(group);
    all.add(Schema.integer(ResultColumns.ROWS, row -> row.cell().rows()));
    all.add(Schema.integer(ResultColumns.COLUMNS, row -> row.cell().columns()));
    all.add(Schema.integer(ResultColumns.SPARSITY, row -> row.cell().sparsity()));
    all.add(Schema.decimal(ResultColumns.SIGNAL_TO_NOISE, row -> row.cell().signalToNoise()));
    all.add(Schema.integer(ResultColumns.TRIAL, TrialRow::trial));
    all.add(Schema.text(ResultColumns.SOLVER, TrialRow::solver));
    all.addAll(own);
    return Schema.of(all, Schema.decimal(ResultColumns.SECONDS, TrialRow::seconds), maker);
  }
}
