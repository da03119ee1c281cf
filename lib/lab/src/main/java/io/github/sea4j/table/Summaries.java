package io.github.sea4j.table;

import static tech.tablesaw.aggregate.AggregateFunctions.countNonMissing;
import static tech.tablesaw.aggregate.AggregateFunctions.mean;
import static tech.tablesaw.aggregate.AggregateFunctions.stdDev;

import java.util.List;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Means over instances, with how sure they are. */
public final class Summaries {

  /** Mean over the instances. */
  public static final String MEAN = "mean";

  /** Standard error of the mean, {@code s / sqrt(count)}; 0 for a single instance. */
  public static final String STANDARD_ERROR = "standard_error";

  /** Number of instances. */
  public static final String COUNT = "instances";

  private Summaries() {}

  /**
   * Mean, standard error and number of instances of a column, for each solver and sparsity.
   *
   * @param results a results table
   * @param column a numeric or true-or-false column of it; true counts 1
   * @return columns solver, k, mean, standard_error, instances; solvers in the order of the results
   */
  public static Table bySparsity(Table results, String column) {
    return by(results, column, ResultColumns.SOLVER, ResultColumns.SPARSITY);
  }

  /**
   * Mean, standard error and number of instances of a column, for each combination of the keys.
   *
   * @param results a results table
   * @param column a numeric or true-or-false column of it; true counts 1
   * @param keys columns to group by, in the order of the answer's columns
   * @return the keys, then mean, standard_error, instances; rows by first appearance of the first
   *     key, then ascending
   */
  public static Table by(Table results, String column, String... keys) {
    if (results.isEmpty()) {
      throw new IllegalArgumentException("results must have at least one row, but has none");
    }
    Table input =
        groupable(results.selectColumns(keys)).addColumns(numeric(results.column(column)));
    Table groups = input.summarize(MEAN, mean, stdDev, countNonMissing).by(keys);
    DoubleColumn average = groups.doubleColumn("Mean [" + MEAN + "]").setName(MEAN);
    DoubleColumn deviation = groups.doubleColumn("Std. Deviation [" + MEAN + "]");
    NumericColumn<?> found = groups.numberColumn("Count [" + MEAN + "]");
    DoubleColumn error = DoubleColumn.create(STANDARD_ERROR);
    IntColumn count = IntColumn.create(COUNT);
    for (int row = 0; row < groups.rowCount(); row++) {
      int instances = (int) found.getDouble(row);
      count.append(instances);
      error.append(instances < 2 ? 0 : deviation.getDouble(row) / Math.sqrt(instances));
    }
    Table answer = Table.create();
    for (String key : keys) {
      answer.addColumns(asIn(results, groups.column(key)));
    }
    answer.addColumns(average, error, count);
    return sorted(answer, results, keys).setName(column + " by " + String.join(", ", keys));
  }

  /** The different texts of a column, in the order of their first appearance. */
  public static List<String> inOrder(StringColumn column) {
    return column.asList().stream().distinct().toList();
  }

  /** Tablesaw groups by texts and whole numbers, not by doubles such as a noise level. */
  private static Table groupable(Table keys) {
    Table table = Table.create();
    for (Column<?> key : keys.columns()) {
      table.addColumns(key instanceof DoubleColumn numbers ? texts(numbers) : key);
    }
    return table;
  }

  private static StringColumn texts(DoubleColumn numbers) {
    StringColumn texts = StringColumn.create(numbers.name());
    numbers.asList().forEach(number -> texts.append(Double.toString(number)));
    return texts;
  }

  /** The column of a key with the type that it has in the results. */
  private static Column<?> asIn(Table results, Column<?> key) {
    if (results.column(key.name()) instanceof DoubleColumn && key instanceof StringColumn texts) {
      double[] numbers = texts.asList().stream().mapToDouble(Double::parseDouble).toArray();
      return DoubleColumn.create(key.name(), numbers);
    }
    return key;
  }

  private static DoubleColumn numeric(Column<?> column) {
    if (column instanceof NumericColumn<?> number) {
      return number.asDoubleColumn().copy().setName(MEAN);
    }
    if (column instanceof BooleanColumn flag) {
      return flag.asDoubleColumn().setName(MEAN);
    }
    throw new IllegalArgumentException(
        "column %s must be numeric or true-or-false, but is %s"
            .formatted(column.name(), column.type()));
  }

  private static Table sorted(Table answer, Table results, String... keys) {
    if (!(answer.column(keys[0]) instanceof StringColumn names)) {
      return answer.sortAscendingOn(keys);
    }
    List<String> order = inOrder(results.stringColumn(keys[0]));
    IntColumn place = IntColumn.create("place");
    names.forEach(name -> place.append(order.indexOf(name)));
    String[] by = keys.clone();
    by[0] = place.name();
    Table ranked = answer.copy().addColumns(place).sortAscendingOn(by);
    ranked.removeColumns(place.name());
    return ranked;
  }
}
