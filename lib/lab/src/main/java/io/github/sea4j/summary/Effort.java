package io.github.sea4j.summary;

import io.github.sea4j.table.PhaseColumns;
import io.github.sea4j.table.ResultColumns;
import java.util.Locale;
import tech.tablesaw.api.Table;

/**
 * What results cost: the time inside the solvers alone, added up over all runs. Drawing instances
 * and waiting do not count; runs side by side each count in full.
 *
 * @param runs how often a solver ran
 * @param seconds time of these runs together
 */
public record Effort(long runs, double seconds) {

  /**
   * The effort behind a results table or a phase transition table.
   *
   * @throws IllegalArgumentException if the table has no column of times
   */
  public static Effort of(Table results) {
    if (results.containsColumn(ResultColumns.SECONDS)) {
      return new Effort(results.rowCount(), results.doubleColumn(ResultColumns.SECONDS).sum());
    }
    if (!results.containsColumn(PhaseColumns.SECONDS_PER_RUN)) {
      throw new IllegalArgumentException(
          "results must have a column %s or %s, but have %s"
              .formatted(
                  ResultColumns.SECONDS, PhaseColumns.SECONDS_PER_RUN, results.columnNames()));
    }
    var runs = results.intColumn(PhaseColumns.RUNS);
    var seconds = results.doubleColumn(PhaseColumns.SECONDS_PER_RUN).multiply(runs);
    return new Effort((long) runs.sum(), seconds.sum());
  }

  /** Runs per second of solving, on one thread. */
  public double runsPerSecond() {
    return runs / seconds;
  }

  /** One line for a person. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d runs of a solver, %.2f hours of solving: %.3g a second on each thread",
        runs,
        seconds / 3600,
        runsPerSecond());
  }
}
