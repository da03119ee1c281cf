package io.github.sea4j.table;

import java.util.List;

/**
 * What a solver found on one instance, where only the likeness of the columns differs between the
 * rows of a trial.
 *
 * @param experiment name of the experiment
 * @param cell shape, sparsity and noise of the instance
 * @param trial number of the instance within its cell, from 0
 * @param solver name of the solver, its canonical text
 * @param level what makes columns alike: the width of the kernel in positions, or the correlation
 *     of neighbouring columns
 * @param coherence the largest inner product of two columns of unit norm, without its sign
 * @param supportDistance share of the true support that was missed
 * @param exactRecovery whether the whole support was found
 * @param seconds processor time of the solver; differs from run to run
 */
public record CoherenceRow(
    String experiment,
    Cell cell,
    int trial,
    String solver,
    double level,
    double coherence,
    double supportDistance,
    boolean exactRecovery,
    double seconds)
    implements TrialRow {

  /** Column: kernel width or correlation. */
  public static final String LEVEL = "level";

  /** Column: coherence of the matrix. */
  public static final String COHERENCE = "coherence";

  /** The columns of these tables, in files and tables. */
  public static final Schema<CoherenceRow> SCHEMA =
      TrialRow.schema(
          List.of(),
          List.of(
              Schema.decimal(LEVEL, CoherenceRow::level),
              Schema.decimal(COHERENCE, CoherenceRow::coherence),
              Schema.decimal(ResultColumns.SUPPORT_DISTANCE, CoherenceRow::supportDistance),
              Schema.flag(ResultColumns.EXACT_RECOVERY, CoherenceRow::exactRecovery)),
          CoherenceRow::of);

  private static CoherenceRow of(Schema.Values read) {
    return new CoherenceRow(
        read.text(ResultColumns.EXPERIMENT),
        Cell.of(read),
        read.integer(ResultColumns.TRIAL),
        read.text(ResultColumns.SOLVER),
        read.decimal(LEVEL),
        read.decimal(COHERENCE),
        read.decimal(ResultColumns.SUPPORT_DISTANCE),
        read.flag(ResultColumns.EXACT_RECOVERY),
        read.decimal(ResultColumns.SECONDS));
  }
}
