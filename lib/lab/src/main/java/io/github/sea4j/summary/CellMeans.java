package io.github.sea4j.summary;

import io.github.sea4j.solver.Status;
import io.github.sea4j.statistics.Interval;
import io.github.sea4j.table.CoherenceRow;
import io.github.sea4j.table.ResultColumns;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * The means of each solver over the instances of each cell: what is kept of a sweep whose rows are
 * too many to keep. A row is one measure of one solver in one cell (shape, k and noise level); the
 * paired differences of the support distance, solver by solver, are measures too; of solvers held
 * to budgets, the differences within one budget.
 *
 * <p>{@link Summaries#by}, {@link Paired#against}, {@link Readings} and the figures take such a
 * table in the place of the rows that it was made of, and find the same means and intervals, up to
 * the {@value #DIGITS} significant digits that are kept. What they cannot do with it is to take
 * means over several cells: choose one with {@code where()}.
 */
public final class CellMeans {

  /** Name of the file with such a table. */
  public static final String FILE = "means.csv";

  /** What the mean is of. */
  public static final String MEASURE = "measure";

  /** The solver that a difference is taken to; empty otherwise. */
  public static final String REFERENCE = "reference";

  /** Measure: whether the solver stopped at its cap of iterations. */
  public static final String AT_LIMIT = "at_iteration_limit";

  /** Measure: {@code ||y - A x|| / ||y - A x*||}; missing without noise. */
  public static final String RESIDUAL_RATIO = "residual_over_truth";

  private static final String LIMIT_STATUS = Status.ITERATION_LIMIT.toString();
  private static final int DIGITS = 6;

  private static final List<String> CELL =
      List.of(
          ResultColumns.SOLVER,
          ResultColumns.ROWS,
          ResultColumns.COLUMNS,
          ResultColumns.SPARSITY,
          ResultColumns.SIGNAL_TO_NOISE);

  private static final Set<String> FLAGS = Set.of(ResultColumns.EXACT_RECOVERY, AT_LIMIT);

  private static final List<String> MEASURES =
      List.of(
          ResultColumns.SUPPORT_DISTANCE,
          ResultColumns.EXACT_RECOVERY,
          ResultColumns.MEAN_SHIFT,
          ResultColumns.WASSERSTEIN,
          ResultColumns.RELATIVE_RESIDUAL,
          RESIDUAL_RATIO,
          AT_LIMIT,
          ResultColumns.ITERATIONS,
          ResultColumns.DISTINCT_SUPPORTS);

  private static final Map<String, ColumnType> TYPES =
      Map.of(
          ResultColumns.ROWS, ColumnType.INTEGER,
          ResultColumns.COLUMNS, ColumnType.INTEGER,
          ResultColumns.SPARSITY, ColumnType.INTEGER,
          ResultColumns.SIGNAL_TO_NOISE, ColumnType.DOUBLE,
          Summaries.COUNT, ColumnType.INTEGER,
          Summaries.MEAN, ColumnType.DOUBLE,
          Summaries.STANDARD_ERROR, ColumnType.DOUBLE);

  private CellMeans() {}

  /**
   * The means of all measures, and of all paired differences of the support distance.
   *
   * @param results the rows of one experiment that compares solvers; not changed
   * @return columns experiment, solver, m, n, k, snr_db, measure, reference, instances, mean,
   *     standard_error
   * @throws IllegalArgumentException if the rows are of another kind, or of several experiments
   */
  public static Table of(Table results) {
    requireRows(results);
    Table rows = results.copy().addColumns(atLimit(results), residualRatio(results));
    Table means = Table.create();
    for (String measure : MEASURES) {
      append(means, rows, measure, "");
    }
    for (String reference : Summaries.solvers(results)) {
      Table alike = Budgets.alike(rows, reference);
      Table others = Paired.against(alike, ResultColumns.SUPPORT_DISTANCE, reference);
      if (!others.isEmpty()) {
        append(means, others, Paired.DIFFERENCE, reference);
      }
    }
    String experiment = results.stringColumn(ResultColumns.EXPERIMENT).get(0);
    means.insertColumn(0, constant(ResultColumns.EXPERIMENT, experiment, means.rowCount()));
    return means.setName(experiment);
  }

  private static void requireRows(Table results) {
    List<String> names = results.columnNames();
    if (results.isEmpty()
        || !names.containsAll(ResultColumns.DETERMINED)
        || names.contains(CoherenceRow.LEVEL)) {
      throw new IllegalArgumentException(
          "means of cells are of experiments that compare solvers, with the columns %s, but results have %d rows with the columns %s"
              .formatted(ResultColumns.DETERMINED, results.rowCount(), names));
    }
    int experiments = results.stringColumn(ResultColumns.EXPERIMENT).countUnique();
    if (experiments > 1) {
      throw new IllegalArgumentException(
          "results must be of one experiment, but are of " + experiments);
    }
  }

  private static BooleanColumn atLimit(Table results) {
    BooleanColumn flags = BooleanColumn.create(AT_LIMIT);
    results.stringColumn(ResultColumns.STATUS).forEach(s -> flags.append(s.equals(LIMIT_STATUS)));
    return flags;
  }

  /** Without noise the truth leaves rounding errors, and a ratio to them says nothing. */
  private static DoubleColumn residualRatio(Table results) {
    DoubleColumn ratio = DoubleColumn.create(RESIDUAL_RATIO);
    results.forEach(
        row ->
            ratio.append(
                Double.isInfinite(row.getDouble(ResultColumns.SIGNAL_TO_NOISE))
                    ? Double.NaN
                    : row.getDouble(ResultColumns.RELATIVE_RESIDUAL)
                        / row.getDouble(ResultColumns.TRUTH_RELATIVE_RESIDUAL)));
    return ratio;
  }

  private static void append(Table means, Table rows, String measure, String reference) {
    Table summary = Summaries.by(rows, measure, CELL.toArray(String[]::new));
    int count = summary.rowCount();
    Table next = Table.create();
    CELL.forEach(key -> next.addColumns(summary.column(key)));
    next.addColumns(
        constant(MEASURE, measure, count),
        constant(REFERENCE, reference, count),
        summary.column(Summaries.COUNT),
        summary.doubleColumn(Summaries.MEAN).map(CellMeans::rounded).setName(Summaries.MEAN),
        summary
            .doubleColumn(Summaries.STANDARD_ERROR)
            .map(CellMeans::rounded)
            .setName(Summaries.STANDARD_ERROR));
    if (means.columnCount() == 0) {
      means.addColumns(next.columns().toArray(Column<?>[]::new));
    } else {
      means.append(next);
    }
  }

  private static double rounded(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(new MathContext(DIGITS)).doubleValue()
        : value;
  }

  private static StringColumn constant(String name, String value, int count) {
    return StringColumn.create(name, IntStream.range(0, count).mapToObj(row -> value));
  }

  /**
   * The table in a file that {@code sea4j experiment means} wrote.
   *
   * @throws IOException if it cannot be read
   */
  public static Table read(Path file) throws IOException {
    Function<String, ColumnType> type = name -> TYPES.getOrDefault(name, ColumnType.STRING);
    return Table.read()
        .usingOptions(CsvReadOptions.builder(file.toFile()).columnTypes(type).build());
  }

  /** Whether a table is one of means, not of rows. */
  static boolean isOf(Table table) {
    return table.columnNames().contains(MEASURE);
  }

  static boolean isFlag(String measure) {
    return FLAGS.contains(measure);
  }

  /** As {@link Summaries#by}. */
  static Table by(Table means, String column, String... keys) {
    Table found = means.where(means.stringColumn(MEASURE).isEqualTo(column));
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "means must be of %s, but are of %s"
              .formatted(column, Summaries.inOrder(means.stringColumn(MEASURE))));
    }
    requireOneCell(found, keys);
    boolean isFlag = isFlag(column);
    List<Interval> intervals =
        found.stream()
            .map(
                row ->
                    Summaries.interval(
                        row.getDouble(Summaries.MEAN),
                        row.getDouble(Summaries.STANDARD_ERROR),
                        row.getInt(Summaries.COUNT),
                        isFlag,
                        Summaries.isShare(column, isFlag)))
            .toList();
    Table summary = Table.create(column + " by " + String.join(", ", keys));
    Arrays.stream(keys).map(found::column).forEach(summary::addColumns);
    return summary.addColumns(
        found.column(Summaries.MEAN),
        found.column(Summaries.STANDARD_ERROR),
        Summaries.column(Summaries.LOW, intervals, Interval::low),
        Summaries.column(Summaries.HIGH, intervals, Interval::high),
        found.column(Summaries.COUNT));
  }

  private static void requireOneCell(Table found, String... keys) {
    Set<List<Object>> seen =
        IntStream.range(0, found.rowCount())
            .mapToObj(
                row -> Arrays.stream(keys).<Object>map(k -> found.column(k).get(row)).toList())
            .collect(Collectors.toSet());
    if (seen.size() < found.rowCount()) {
      throw new IllegalArgumentException(
          "means must be of one cell for each %s, but there are %d for %d: choose some with where(), and a reference with Paired.against"
              .formatted(String.join(", ", keys), found.rowCount(), seen.size()));
    }
  }

  /** As {@link Paired#against}: the means of differences to a reference. */
  static Table against(Table means, String column, String reference) {
    if (!column.equals(ResultColumns.SUPPORT_DISTANCE)) {
      throw new IllegalArgumentException(
          "means have differences of %s, not of %s"
              .formatted(ResultColumns.SUPPORT_DISTANCE, column));
    }
    Table found =
        means.where(
            means
                .stringColumn(MEASURE)
                .isEqualTo(Paired.DIFFERENCE)
                .and(means.stringColumn(REFERENCE).isEqualTo(reference)));
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "means must have differences to %s, but have none".formatted(reference));
    }
    return found;
  }
}
