package io.github.sea4j.table;

import java.util.List;

/**
 * How many columns of one instance a solver said to be in the support with probabilities of one
 * bin, and how many of them are: a row of a calibration table.
 *
 * @param experiment name of the experiment
 * @param cell shape, sparsity and noise of the instance
 * @param trial number of the instance within its cell, from 0
 * @param solver name of the solver, its canonical text
 * @param bin of probabilities: from {@code bin / BINS} to {@code (bin + 1) / BINS}
 * @param columns with a probability in the bin
 * @param said sum of their probabilities: so many of them are expected in the support
 * @param present how many of them are in the true support
 * @param seconds processor time of the solver; differs from run to run
 */
public record CalibrationRow(
    String experiment,
    Cell cell,
    int trial,
    String solver,
    int bin,
    int columns,
    double said,
    int present,
    double seconds)
    implements TrialRow {

  /** Number of bins, of equal width. */
  public static final int BINS = 10;

  /** Column: bin of probabilities, from 0. */
  public static final String BIN = "bin";

  /** Column: columns with a probability in the bin. */
  public static final String COUNT = "columns";

  /** Column: sum of their probabilities. */
  public static final String SAID = "said";

  /** Column: how many of them are in the true support. */
  public static final String PRESENT = "present";

  /** The columns of calibration tables, in files and tables. */
  public static final Schema<CalibrationRow> SCHEMA =
      TrialRow.schema(
          List.of(),
          List.of(
              Schema.integer(BIN, CalibrationRow::bin),
              Schema.integer(COUNT, CalibrationRow::columns),
              Schema.decimal(SAID, CalibrationRow::said),
              Schema.integer(PRESENT, CalibrationRow::present)),
          CalibrationRow::of);

  private static CalibrationRow of(Schema.Values read) {
    return new CalibrationRow(
        read.text(ResultColumns.EXPERIMENT),
        Cell.of(read),
        read.integer(ResultColumns.TRIAL),
        read.text(ResultColumns.SOLVER),
        read.integer(BIN),
        read.integer(COUNT),
        read.decimal(SAID),
        read.integer(PRESENT),
        read.decimal(ResultColumns.SECONDS));
  }
}
