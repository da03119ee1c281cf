package io.github.sea4j.data;

import io.github.sea4j.operator.DenseOperator;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of numbers from CSV, field by field as they are read; only the first row is kept as text.
 */
final class CsvNumbers extends CsvRows {

  static final String FIRST_ROW_COUNTS =
      "the first row is 0, 1, 2, ... and is read as numbers; if these are names, say so: --header,"
          + " or DataFormat.withHeader()";

  private final List<double[]> rows = new ArrayList<>();
  private List<String> firstRow = List.of();
  private long missing;
  private String firstMissing = "";

  private CsvNumbers(DataFile file, DataFormat format, char separator) {
    super(file, format, separator);
  }

  static Data read(DataFile file, Reader text, String start, DataFormat format) throws IOException {
    CsvNumbers numbers = new CsvNumbers(file, format, Separator.of(start));
    numbers.readAll(text);
    return numbers.data();
  }

  @Override
  void row(List<String> values) {
    double[] row = new double[values.size()];
    for (int j = 0; j < row.length; j++) {
      row[j] = finite(j, values.get(j));
    }
    if (rows.isEmpty() && names.isEmpty()) {
      firstRow = List.copyOf(values);
    }
    rows.add(row);
  }

  /** The number in a field; NaN where there is none, which is counted. */
  private double finite(int column, String text) {
    double value = number(column, text);
    if (Double.isNaN(value) && NumberText.isMissing(text)) {
      firstMissing = missing == 0 ? place(line, column) + ": '" + text + "'" : firstMissing;
      missing++;
    } else if (!Double.isFinite(value)) {
      throw file.failure(place(line, column) + ": " + NumberText.problem(text));
    }
    return value;
  }

  private Data data() {
    if (rows.isEmpty()) {
      throw file.failure(names.isEmpty() ? "is empty" : "has names and no row of numbers");
    }
    if (missing > 0) {
      throw file.failure(
          "%d missing %s, the first in %s"
              .formatted(missing, missing == 1 ? "value" : "values", firstMissing));
    }
    if (firstRow.size() >= COUNTED && count(firstRow)) {
      notes.add(FIRST_ROW_COUNTS);
    }
    noteEnd(rows.stream().mapToDouble(row -> row[0]).toArray(), rows.get(0).length);
    DenseOperator numbers = DenseOperator.of(rows.toArray(double[][]::new));
    return new Data(file.path(), numbers, names, firstRow, notes);
  }
}
