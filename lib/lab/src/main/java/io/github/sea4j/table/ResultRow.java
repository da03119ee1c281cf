package io.github.sea4j.table;

import java.util.List;

/**
 * What one solver did on one instance: a row of a results table.
 *
 * @param experiment name of the experiment
 * @param cell shape, sparsity and noise of the instance
 * @param trial number of the instance within its cell, from 0
 * @param solver name of the solver, its canonical text
 * @param status why the solver stopped
 * @param supportDistance {@code (k - |S* n S|) / k}
 * @param exactRecovery whether S = S*
 * @param meanShift mean distance, in positions, from an estimated index to the nearest true one;
 *     NaN, an empty cell of the table, for an empty estimate
 * @param wasserstein Wasserstein-1 distance of the two supports, in positions; NaN, an empty cell
 *     of the table, for an empty estimate
 * @param relativeResidual {@code ||y - A x|| / ||y||}
 * @param truthRelativeResidual {@code ||y - A x*|| / ||y||}
 * @param iterations iterations of the solver, those of its start not counted
 * @param distinctSupports how many different supports the solver visited
 * @param seconds processor time in a sweep, else wall-clock time; differs from run to run and is
 *     never part of a hash
 */
public record ResultRow(
    String experiment,
    Cell cell,
    int trial,
    String solver,
    String status,
    double supportDistance,
    boolean exactRecovery,
    double meanShift,
    double wasserstein,
    double relativeResidual,
    double truthRelativeResidual,
    long iterations,
    long distinctSupports,
    double seconds)
    implements TrialRow {

  /** The columns of results, in files and tables. */
  public static final Schema<ResultRow> SCHEMA =
      TrialRow.schema(
          List.of(),
          List.of(
              Schema.text(ResultColumns.STATUS, ResultRow::status),
              Schema.decimal(ResultColumns.SUPPORT_DISTANCE, ResultRow::supportDistance),
              Schema.flag(ResultColumns.EXACT_RECOVERY, ResultRow::exactRecovery),
              Schema.decimal(ResultColumns.MEAN_SHIFT, ResultRow::meanShift),
              Schema.decimal(ResultColumns.WASSERSTEIN, ResultRow::wasserstein),
              Schema.decimal(ResultColumns.RELATIVE_RESIDUAL, ResultRow::relativeResidual),
              Schema.decimal(
                  ResultColumns.TRUTH_RELATIVE_RESIDUAL, ResultRow::truthRelativeResidual),
              Schema.whole(ResultColumns.ITERATIONS, ResultRow::iterations),
              Schema.whole(ResultColumns.DISTINCT_SUPPORTS, ResultRow::distinctSupports)),
          ResultRow::of);

  private static ResultRow of(Schema.Values read) {
    return new ResultRow(
        read.text(ResultColumns.EXPERIMENT),
        Cell.of(read),
        read.integer(ResultColumns.TRIAL),
        read.text(ResultColumns.SOLVER),
        read.text(ResultColumns.STATUS),
        read.decimal(ResultColumns.SUPPORT_DISTANCE),
        read.flag(ResultColumns.EXACT_RECOVERY),
        read.decimal(ResultColumns.MEAN_SHIFT),
        read.decimal(ResultColumns.WASSERSTEIN),
        read.decimal(ResultColumns.RELATIVE_RESIDUAL),
        read.decimal(ResultColumns.TRUTH_RELATIVE_RESIDUAL),
        read.whole(ResultColumns.ITERATIONS),
        read.whole(ResultColumns.DISTINCT_SUPPORTS),
        read.decimal(ResultColumns.SECONDS));
  }
}
