package io.github.sea4j.table;

import java.nio.file.Path;
import java.util.List;
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
    return ResultRow.SCHEMA.table(rows.isEmpty() ? "results" : rows.get(0).experiment(), rows);
  }

  /**
   * Loads the finished results of an experiment.
   *
   * @param folder the one that the experiment wrote to
   * @throws java.io.UncheckedIOException if its files cannot be read
   * @throws IllegalArgumentException naming file and line of what is not a result
   */
  public static Table read(Path folder) {
    return of(ResultRow.SCHEMA.read(folder));
  }
}
