package io.github.sea4j.summary;

import io.github.sea4j.table.ResultColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The values of a column for each combination of some keys. */
final class Groups {

  /** What tells the instances of an experiment apart; noise levels share matrix and truth. */
  private static final List<String> INSTANCE =
      List.of(
          ResultColumns.ROWS, ResultColumns.COLUMNS, ResultColumns.SPARSITY, ResultColumns.TRIAL);

  /**
   * The values that are not missing in the rows of one group.
   *
   * @param firstRow of the group
   * @param values in the order of the rows
   * @param instances that the values come from, in the same order
   */
  record Group(int firstRow, double[] values, List<Object> instances) {

    /** Whether an instance gave several values, so that they are not independent. */
    boolean repeats() {
      return instances.stream().distinct().count() < instances.size();
    }
  }

  private final Table results;
  private final String[] keys;
  private final List<Group> groups;

  private Groups(Table results, String[] keys, List<Group> groups) {
    this.results = results;
    this.keys = keys;
    this.groups = groups;
  }

  /**
   * Groups a numeric or true-or-false column, in which true counts 1: by first appearance of the
   * first key where it is a text, then ascending.
   */
  static Groups of(Table results, String column, String... keys) {
    if (results.isEmpty()) {
      throw new IllegalArgumentException("results must have at least one row, but has none");
    }
    Map<List<Object>, List<Integer>> rows = new LinkedHashMap<>();
    for (int row = 0; row < results.rowCount(); row++) {
      rows.computeIfAbsent(cells(results, row, List.of(keys)), key -> new ArrayList<>()).add(row);
    }
    List<List<Object>> order = new ArrayList<>(rows.keySet());
    boolean named = results.column(keys[0]) instanceof StringColumn;
    List<Object> names = order.stream().map(key -> key.get(0)).distinct().toList();
    order.sort((a, b) -> compare(a, b, named ? names : List.of()));
    double[] values = numbers(results.column(column));
    return new Groups(
        results,
        keys,
        order.stream()
            .map(key -> group(results, values, rows.getOrDefault(key, List.of())))
            .toList());
  }

  private static List<Object> cells(Table table, int row, List<String> columns) {
    return columns.stream().<Object>map(name -> table.column(name).get(row)).toList();
  }

  @SuppressWarnings("unchecked") // The cells of one column are of one type.
  private static int compare(List<Object> a, List<Object> b, List<Object> names) {
    int sign = Integer.compare(names.indexOf(a.get(0)), names.indexOf(b.get(0)));
    for (int i = names.isEmpty() ? 0 : 1; sign == 0 && i < a.size(); i++) {
      sign = ((Comparable<Object>) a.get(i)).compareTo(b.get(i));
    }
    return sign;
  }

  private static Group group(Table results, double[] values, List<Integer> rows) {
    boolean hasInstances = results.columnNames().containsAll(INSTANCE);
    List<Integer> there = rows.stream().filter(row -> !Double.isNaN(values[row])).toList();
    return new Group(
        rows.get(0),
        there.stream().mapToDouble(row -> values[row]).toArray(),
        there.stream()
            .<Object>map(row -> hasInstances ? cells(results, row, INSTANCE) : row)
            .toList());
  }

  private static double[] numbers(Column<?> column) {
    if (column instanceof NumericColumn<?> numbers) {
      return numbers.asDoubleArray();
    }
    if (column instanceof BooleanColumn flags) {
      return flags.asDoubleArray();
    }
    throw new IllegalArgumentException(
        "column %s must be numeric or true-or-false, but is %s"
            .formatted(column.name(), column.type()));
  }

  List<Group> groups() {
    return groups;
  }

  /** One number of each group; NaN is a missing one. */
  DoubleColumn column(String name, ToDoubleFunction<Group> statistic) {
    return DoubleColumn.create(name, groups.stream().mapToDouble(statistic).toArray());
  }

  /** The keys and these columns. */
  Table table(Column<?>... columns) {
    Table table = Table.create();
    Arrays.stream(keys).map(results::column).map(this::firstCells).forEach(table::addColumns);
    return table.addColumns(columns);
  }

  private <T> Column<T> firstCells(Column<T> key) {
    Column<T> cells = key.emptyCopy();
    groups.forEach(group -> cells.append(key, group.firstRow()));
    return cells;
  }
}
