package io.github.sea4j.data;

import java.util.List;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/** Columns of a Tablesaw table. */
final class TablesawColumns {

  private TablesawColumns() {}

  static TableColumn read(String table, Column<?> column) {
    if (column instanceof NumericColumn<?> numeric) {
      double[] numbers = numeric.asDoubleArray();
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = column.isMissing(i) ? Double.NaN : numbers[i];
        if (Double.isInfinite(numbers[i])) {
          throw new DataException(
              table, "row %d, column '%s' is infinite".formatted(i + 1, column.name()));
        }
      }
      return TableColumn.ofNumbers(column.name(), numbers);
    }
    if (List.of("STRING", "TEXT", "BOOLEAN").contains(column.type().name())) {
      return TableColumn.ofWords(column.name(), column.asStringColumn().asObjectArray());
    }
    throw new DataException(
        table,
        "column '%s' must hold numbers or texts, but is of type %s"
            .formatted(column.name(), column.type().name()));
  }
}
