package io.github.sea4j.data;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Columns of numbers and columns of words from CSV; values may be missing. */
final class CsvColumns extends CsvRows {

  private final List<List<String>> rows = new ArrayList<>();
  private final List<Long> lines = new ArrayList<>();

  private CsvColumns(DataFile file, DataFormat format, char separator) {
    super(file, format, separator);
  }

  static DataTable read(DataFile file, Reader text, String start, DataFormat format)
      throws IOException {
    CsvColumns columns = new CsvColumns(file, format, Separator.of(start));
    columns.readAll(text);
    return columns.table(format);
  }

  @Override
  void row(List<String> values) {
    rows.add(List.copyOf(values));
    lines.add(line);
  }

  private DataTable table(DataFormat format) {
    if (rows.isEmpty()) {
      throw file.failure(names.isEmpty() ? "is empty" : "has names and no row below them");
    }
    int width = rows.get(0).size();
    List<String> all =
        names.isEmpty() ? IntStream.range(0, width).mapToObj(Integer::toString).toList() : names;
    List<TableColumn> columns = new ArrayList<>();
    for (int j = 0; j < width; j++) {
      columns.add(hasWords(j) ? words(j, all.get(j)) : numbers(j, all.get(j)));
    }
    noteEnd(columns.get(0).isText() ? new double[0] : columns.get(0).numbers(), width);
    List<String> places = lines.stream().map(at -> "line " + at).toList();
    return DataTable.of(file.path().toString(), columns, places, format, notes);
  }

  /** A column is one of words where its first value is a word. */
  private boolean hasWords(int column) {
    for (List<String> row : rows) {
      if (!NumberText.isMissing(row.get(column))) {
        return NumberText.isWord(row.get(column));
      }
    }
    return false;
  }

  private TableColumn numbers(int column, String name) {
    double[] numbers = new double[rows.size()];
    for (int i = 0; i < numbers.length; i++) {
      String text = rows.get(i).get(column);
      line = lines.get(i); // What the reader says of a number names its line.
      numbers[i] = number(column, text);
      if (!Double.isFinite(numbers[i]) && !NumberText.isMissing(text)) {
        throw file.failure(place(lines.get(i), column) + ": " + NumberText.problem(text));
      }
    }
    return TableColumn.ofNumbers(name, numbers);
  }

  private TableColumn words(int column, String name) {
    String[] words = new String[rows.size()];
    for (int i = 0; i < words.length; i++) {
      String text = rows.get(i).get(column);
      boolean missing = NumberText.isMissing(text);
      if (!missing && !NumberText.isWord(text)) {
        throw file.failure(
            "%s: expected a word like those above, but found '%s'"
                .formatted(place(lines.get(i), column), NumberText.quote(text)));
      }
      words[i] = missing ? "" : text;
    }
    return TableColumn.ofWords(name, words);
  }
}
