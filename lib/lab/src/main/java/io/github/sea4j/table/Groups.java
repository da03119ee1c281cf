package io.github.sea4j.table;

import java.util.List;
import tech.tablesaw.aggregate.AggregateFunction;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Statistics of a column for each combination of some keys: Tablesaw's, for any type of key. */
final class Groups {

  private static final String VALUES = "values";

  private final Table results;
  private final String[] keys;
  private final Table found;

  private Groups(Table results, String[] keys, Table found) {
    this.results = results;
    this.keys = keys;
    this.found = found;
  }

  /** Groups a numeric or true-or-false column, in which true counts 1. */
  static Groups of(
      Table results, String column, String[] keys, AggregateFunction<?, ?>... functions) {
    if (results.isEmpty()) {
      throw new IllegalArgumentException("results must have at least one row, but has none");
    }
    Table input =
        groupable(results.selectColumns(keys)).addColumns(numeric(results.column(column)));
    return new Groups(results, keys, input.summarize(VALUES, functions).by(keys));
  }

  /** One statistic, a number for each group. */
  DoubleColumn statistic(AggregateFunction<?, ?> function, String name) {
    String column = function.functionName() + " [" + VALUES + "]";
    return DoubleColumn.create(name, found.numberColumn(column).asDoubleArray());
  }

  /** The keys and these columns; rows by first appearance of the first key, then ascending. */
  Table table(Column<?>... columns) {
    Table answer = Table.create();
    for (String key : keys) {
      answer.addColumns(asIn(results, found.column(key)));
    }
    return sorted(answer.addColumns(columns));
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
      return number.asDoubleColumn().copy().setName(VALUES);
    }
    if (column instanceof BooleanColumn flag) {
      return flag.asDoubleColumn().setName(VALUES);
    }
    throw new IllegalArgumentException(
        "column %s must be numeric or true-or-false, but is %s"
            .formatted(column.name(), column.type()));
  }

  private Table sorted(Table answer) {
    if (!(answer.column(keys[0]) instanceof StringColumn names)) {
      return answer.sortAscendingOn(keys);
    }
    List<String> order = Summaries.inOrder(results.stringColumn(keys[0]));
    IntColumn place = IntColumn.create("place");
    names.forEach(name -> place.append(order.indexOf(name)));
    String[] by = keys.clone();
    by[0] = place.name();
    Table ranked = answer.copy().addColumns(place).sortAscendingOn(by);
    ranked.removeColumns(place.name());
    return ranked;
  }
}
