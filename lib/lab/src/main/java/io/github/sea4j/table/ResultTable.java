package io.github.sea4j.table;

import java.nio.file.Path;
import java.util.List;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Results as Tablesaw tables; the columns are those of {@link ResultColumns}. */
public final class ResultTable {

  /** Name of the file with the rows, in canonical order and without times. */
  public static final String RESULTS_FILE = "results.csv";

  /** Name of the file with the time of each row. */
  public static final String TIMES_FILE = "seconds.csv";

  private ResultTable() {}

  /** The table of these rows, in their order; named after their experiment. */
  public static Table of(List<ResultRow> rows) {
    StringColumn experiment = StringColumn.create(ResultColumns.EXPERIMENT);
    IntColumn m = IntColumn.create(ResultColumns.ROWS);
    IntColumn n = IntColumn.create(ResultColumns.COLUMNS);
    IntColumn k = IntColumn.create(ResultColumns.SPARSITY);
    DoubleColumn noise = DoubleColumn.create(ResultColumns.SIGNAL_TO_NOISE);
    IntColumn trial = IntColumn.create(ResultColumns.TRIAL);
    StringColumn solver = StringColumn.create(ResultColumns.SOLVER);
    StringColumn status = StringColumn.create(ResultColumns.STATUS);
    DoubleColumn distance = DoubleColumn.create(ResultColumns.SUPPORT_DISTANCE);
    BooleanColumn exact = BooleanColumn.create(ResultColumns.EXACT_RECOVERY);
    DoubleColumn shift = DoubleColumn.create(ResultColumns.MEAN_SHIFT);
    DoubleColumn wasserstein = DoubleColumn.create(ResultColumns.WASSERSTEIN);
    DoubleColumn residual = DoubleColumn.create(ResultColumns.RELATIVE_RESIDUAL);
    DoubleColumn truthResidual = DoubleColumn.create(ResultColumns.TRUTH_RELATIVE_RESIDUAL);
    LongColumn iterations = LongColumn.create(ResultColumns.ITERATIONS);
    LongColumn supports = LongColumn.create(ResultColumns.DISTINCT_SUPPORTS);
    DoubleColumn seconds = DoubleColumn.create(ResultColumns.SECONDS);
    for (ResultRow row : rows) {
      experiment.append(row.experiment());
      m.append(row.cell().rows());
      n.append(row.cell().columns());
      k.append(row.cell().sparsity());
      noise.append(row.cell().signalToNoise());
      trial.append(row.trial());
      solver.append(row.solver());
      status.append(row.status());
      distance.append(row.supportDistance());
      exact.append(row.exactRecovery());
      shift.append(row.meanShift());
      wasserstein.append(row.wasserstein());
      residual.append(row.relativeResidual());
      truthResidual.append(row.truthRelativeResidual());
      iterations.append(row.iterations());
      supports.append(row.distinctSupports());
      seconds.append(row.seconds());
    }
    return Table.create(rows.isEmpty() ? "results" : rows.get(0).experiment())
        .addColumns(experiment, m, n, k, noise, trial, solver, status, distance, exact, shift)
        .addColumns(wasserstein, residual, truthResidual, iterations, supports, seconds);
  }

  /**
   * Loads the finished results of an experiment.
   *
   * @param folder the one that the experiment wrote to
   * @throws java.io.UncheckedIOException if its files cannot be read
   * @throws IllegalArgumentException naming file and line of what is not a result
   */
  public static Table read(Path folder) {
    return of(ResultCsv.read(folder.resolve(RESULTS_FILE), folder.resolve(TIMES_FILE)));
  }
}
