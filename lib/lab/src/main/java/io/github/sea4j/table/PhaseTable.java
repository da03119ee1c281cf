package io.github.sea4j.table;

import java.nio.file.Path;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The results of a phase transition: one row for each zeta, k and solver that was tested. */
public final class PhaseTable {

  private PhaseTable() {}

  /** The table of these tallies, in their order; intervals are Wilson's at 95 %. */
  public static Table of(List<Tally> tallies) {
    DoubleColumn zeta = DoubleColumn.create(PhaseColumns.ZETA);
    DoubleColumn rho = DoubleColumn.create(PhaseColumns.RHO);
    IntColumn m = IntColumn.create(ResultColumns.ROWS);
    IntColumn n = IntColumn.create(ResultColumns.COLUMNS);
    IntColumn k = IntColumn.create(ResultColumns.SPARSITY);
    StringColumn solver = StringColumn.create(ResultColumns.SOLVER);
    IntColumn runs = IntColumn.create(PhaseColumns.RUNS);
    IntColumn successes = IntColumn.create(PhaseColumns.SUCCESSES);
    DoubleColumn rate = DoubleColumn.create(PhaseColumns.RATE);
    DoubleColumn low = DoubleColumn.create(PhaseColumns.RATE_LOW);
    DoubleColumn high = DoubleColumn.create(PhaseColumns.RATE_HIGH);
    DoubleColumn seconds = DoubleColumn.create(PhaseColumns.SECONDS_PER_RUN);
    for (Tally tally : tallies) {
      Cell cell = tally.cell();
      Proportion interval = Proportion.of(tally.successes(), tally.runs());
      zeta.append((double) cell.rows() / cell.columns());
      rho.append((double) cell.sparsity() / cell.rows());
      m.append(cell.rows());
      n.append(cell.columns());
      k.append(cell.sparsity());
      solver.append(tally.solver());
      runs.append(tally.runs());
      successes.append(tally.successes());
      rate.append((double) tally.successes() / tally.runs());
      low.append(interval.low());
      high.append(interval.high());
      seconds.append(tally.seconds() / tally.runs());
    }
    return Table.create("phase transition")
        .addColumns(zeta, rho, m, n, k, solver, runs, successes, rate, low, high, seconds);
  }

  /**
   * Loads the finished results of a phase transition.
   *
   * @param folder the one that the experiment wrote to
   * @throws java.io.UncheckedIOException if its files cannot be read
   * @throws IllegalArgumentException naming the file of what is not a tally
   */
  public static Table read(Path folder) {
    return of(
        TallyCsv.read(
            folder.resolve(ResultTable.RESULTS_FILE), folder.resolve(ResultTable.TIMES_FILE)));
  }
}
