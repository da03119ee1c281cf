package io.github.sea4j.table;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * What solvers did on one instance, iteration by iteration; enough to draw it again.
 *
 * @param iterations a row for each solver and iteration, see {@link TraceColumns}
 * @param supports a row for each solver, iteration and index of S_t: {@link TraceColumns#SOLVER},
 *     {@link TraceColumns#ITERATION}, {@link TraceColumns#INDEX}
 * @param exploration a row for each solver, iteration and chosen index, with {@link
 *     TraceColumns#VALUE} the entry of X_t there: all of S*, and the wrong indices that were in the
 *     support longest; none for a solver without X_t
 * @param truth a row for each index 0 .. n-1: {@link TraceColumns#INDEX}, {@link
 *     TraceColumns#TRUTH}; 0 off S*
 */
public record TraceTables(Table iterations, Table supports, Table exploration, Table truth) {

  private static final String ITERATIONS_FILE = "iterations.csv";
  private static final String SUPPORTS_FILE = "supports.csv";
  private static final String EXPLORATION_FILE = "exploration.csv";
  private static final String TRUTH_FILE = "truth.csv";

  /**
   * The tables of these rows.
   *
   * @param supports the indices of each S_t
   * @param exploration entries of X_t
   * @param title what the solvers ran on
   * @param truth x*
   */
  public static TraceTables of(
      List<TraceStep> steps,
      List<TraceEntry> supports,
      List<TraceEntry> exploration,
      String title,
      double[] truth) {
    return new TraceTables(
        Schema.table("iterations", TraceStep.FIELDS, steps),
        Schema.table("supports", TraceEntry.INDEX_FIELDS, supports),
        Schema.table("exploration", TraceEntry.VALUE_FIELDS, exploration),
        Table.create(title)
            .addColumns(
                IntColumn.create(TraceColumns.INDEX, IntStream.range(0, truth.length).toArray()),
                DoubleColumn.create(TraceColumns.TRUTH, truth)));
  }

  /** Names of the solvers, in the order they ran. */
  public List<String> solvers() {
    return iterations.stringColumn(TraceColumns.SOLVER).asList().stream().distinct().toList();
  }

  /** S*, ascending. */
  public int[] trueSupport() {
    Table nonZero = truth.where(truth.doubleColumn(TraceColumns.TRUTH).isNotEqualTo(0));
    return nonZero.intColumn(TraceColumns.INDEX).asIntArray();
  }

  /**
   * S_t of a solver, ascending.
   *
   * @throws IllegalArgumentException if the solver had no such iteration
   */
  public int[] support(String solver, int iteration) {
    Table mine = of(supports, solver);
    IntColumn numbers = mine.intColumn(TraceColumns.ITERATION);
    Table there = mine.where(numbers.isEqualTo(iteration));
    if (there.isEmpty()) {
      throw new IllegalArgumentException(
          "iteration must be between 0 and %d for %s, but is %d"
              .formatted((int) numbers.max(), solver, iteration));
    }
    return there.intColumn(TraceColumns.INDEX).asIntArray();
  }

  /**
   * The rows of one solver.
   *
   * @param table one of these tables
   * @throws IllegalArgumentException if that solver did not run
   */
  public Table of(Table table, String solver) {
    if (!solvers().contains(solver)) {
      throw new IllegalArgumentException(
          "solver must be one of %s, but is '%s'".formatted(solvers(), solver));
    }
    return table.where(table.stringColumn(TraceColumns.SOLVER).isEqualTo(solver));
  }

  /** The same between two iterations, both included: to draw a part of a run larger. */
  public TraceTables between(int first, int last) {
    if (first < 0 || last < first) {
      throw new IllegalArgumentException(
          "iterations must be 0 <= first <= last, but are %d and %d".formatted(first, last));
    }
    return new TraceTables(
        between(iterations, first, last),
        between(supports, first, last),
        between(exploration, first, last),
        truth);
  }

  private static Table between(Table table, int first, int last) {
    return table.where(table.intColumn(TraceColumns.ITERATION).isBetweenInclusive(first, last));
  }

  /** The tables as CSV, by the names of their files. */
  public Map<String, String> toCsv() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(ITERATIONS_FILE, iterations.write().toString("csv"));
    files.put(SUPPORTS_FILE, supports.write().toString("csv"));
    files.put(EXPLORATION_FILE, exploration.write().toString("csv"));
    files.put(TRUTH_FILE, truth.write().toString("csv"));
    return files;
  }

  /**
   * Loads what {@link #toCsv} gave from a folder.
   *
   * @throws tech.tablesaw.io.RuntimeIOException if a file cannot be read
   */
  public static TraceTables read(Path folder) {
    return new TraceTables(
        read(folder.resolve(ITERATIONS_FILE), Schema.types(TraceStep.FIELDS)),
        read(folder.resolve(SUPPORTS_FILE), Schema.types(TraceEntry.INDEX_FIELDS)),
        read(folder.resolve(EXPLORATION_FILE), Schema.types(TraceEntry.VALUE_FIELDS)),
        read(folder.resolve(TRUTH_FILE), ColumnType.INTEGER, ColumnType.DOUBLE));
  }

  private static Table read(Path file, ColumnType... types) {
    return Table.read().usingOptions(CsvReadOptions.builder(file.toFile()).columnTypes(types));
  }
}
