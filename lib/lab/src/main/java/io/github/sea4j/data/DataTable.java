package io.github.sea4j.data;

import io.github.sea4j.data.DataFormat.Missing;
import io.github.sea4j.data.DataFormat.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table as people have it: named columns of numbers or of words, in which values may be missing.
 *
 * <pre>{@code
 * DataTable table = DataTable.read("houses.csv").oneHot().fillMeans();
 * }</pre>
 *
 * <p>Read like {@link Data}, by the same rules. What is to become of words and of missing values is
 * the user's choice, which the table carries along: both are refused unless told otherwise, by
 * whoever turns the table into numbers. Immutable; methods return a changed copy.
 */
public final class DataTable {

  /** Of its names, in sentences. */
  private static final int SHOWN = 20;

  private final String source;
  private final List<TableColumn> columns;
  private final List<String> places;
  private final DataFormat format;
  private final List<String> notes;

  private DataTable(
      String source,
      List<TableColumn> columns,
      List<String> places,
      DataFormat format,
      List<String> notes) {
    this.source = source;
    this.columns = List.copyOf(columns);
    this.places = places;
    this.format = format;
    this.notes = List.copyOf(notes);
  }

  static DataTable of(
      String source,
      List<TableColumn> columns,
      List<String> places,
      DataFormat format,
      List<String> notes) {
    List<String> seen = new ArrayList<>();
    for (TableColumn column : columns) {
      if (column.name().isEmpty()) {
        throw new DataException(
            source, "column %d has no name in the header".formatted(seen.size() + 1));
      }
      if (seen.contains(column.name())) {
        throw new DataException(source, "two columns have the name '%s'".formatted(column.name()));
      }
      seen.add(column.name());
    }
    DataTable table = new DataTable(source, columns, places, format, notes);
    return format.missing() == Missing.ROWS_DROPPED ? table.dropMissing() : table;
  }

  /**
   * Reads a file and finds out its format.
   *
   * @throws DataException if it cannot be read, naming file, line, column and what was found
   */
  public static DataTable read(Path file) {
    return read(file, DataFormat.DETECTED);
  }

  /** {@link #read(Path)} by the name of the file. */
  public static DataTable read(String file) {
    return read(Path.of(file));
  }

  /** Reads a file whose format is known in part. */
  public static DataTable read(Path file, DataFormat format) {
    return new DataFile(file).readTable(format);
  }

  /**
   * A Tablesaw table: columns of numbers and of texts.
   *
   * @throws DataException if a column is of another type, or holds an infinite number
   */
  public static DataTable of(Table table) {
    List<TableColumn> columns = new ArrayList<>();
    for (Column<?> column : table.columns()) {
      columns.add(TablesawColumns.read(table.name(), column));
    }
    List<String> places =
        IntStream.range(0, table.rowCount()).mapToObj(i -> "row " + (i + 1)).toList();
    return of(table.name(), columns, places, DataFormat.DETECTED, List.of());
  }

  /** The numbers of a file, or of anything else that {@link Data} holds, as a table. */
  public static DataTable of(Data data) {
    List<TableColumn> columns =
        IntStream.range(0, data.columns())
            .mapToObj(j -> TableColumn.ofNumbers(data.names().get(j), data.column(j)))
            .toList();
    List<String> places = IntStream.range(0, data.rows()).mapToObj(i -> "row " + (i + 1)).toList();
    return of(data.source().toString(), columns, places, DataFormat.DETECTED, data.notes());
  }

  /** The same where columns of words become columns of zeros and ones, see {@link Text#ONE_HOT}. */
  public DataTable oneHot() {
    return new DataTable(source, columns, places, format.with(Text.ONE_HOT), notes);
  }

  /** The same where a missing value becomes the mean of the others in its column. */
  public DataTable fillMeans() {
    return new DataTable(source, columns, places, format.with(Missing.MEANS), notes);
  }

  /**
   * The same without the rows in which a value is missing; a note says how many.
   *
   * @throws DataException if no row is left
   */
  public DataTable dropMissing() {
    int[] whole =
        IntStream.range(0, rows())
            .filter(i -> columns.stream().noneMatch(c -> Double.isNaN(c.numbers()[i])))
            .toArray();
    if (whole.length == 0) {
      throw new DataException(source, "each row has a missing value: none is left");
    }
    DataTable left = rows(whole);
    List<String> more = new ArrayList<>(notes);
    if (whole.length < rows()) {
      more.add(
          "%d of %d rows have a missing value and are left out"
              .formatted(rows() - whole.length, rows()));
    }
    return new DataTable(
        source, left.columns, left.places, format.with(Missing.ROWS_DROPPED), more);
  }

  /** Some of the rows, counted from 0, in the order given. */
  public DataTable rows(int... some) {
    List<TableColumn> left = columns.stream().map(column -> column.rows(some)).toList();
    List<String> at = Arrays.stream(some).mapToObj(places::get).toList();
    return new DataTable(source, left, at, format, notes);
  }

  /**
   * The same without some columns.
   *
   * @throws DataException if there is none of a name
   */
  public DataTable without(String... others) {
    Arrays.stream(others).forEach(this::column);
    List<String> names = List.of(others);
    List<TableColumn> left = columns.stream().filter(c -> !names.contains(c.name())).toList();
    return new DataTable(source, left, places, format, notes);
  }

  /** Where it comes from, for messages. */
  public String source() {
    return source;
  }

  /** Number of rows, at least 1. */
  public int rows() {
    return places.size();
  }

  /** The names of the columns, no two alike. */
  public List<String> names() {
    return columns.stream().map(TableColumn::name).toList();
  }

  /** What was chosen for words and missing values, and how it was read. */
  public DataFormat format() {
    return format;
  }

  /** What was found out, and done, and is worth a look; one sentence each. */
  public List<String> notes() {
    return notes;
  }

  /** Whether there is a column of that name. */
  public boolean has(String name) {
    return columns.stream().anyMatch(column -> column.name().equals(name));
  }

  /** Whether the column holds words. */
  public boolean isText(String name) {
    return column(name).isText();
  }

  /** The different words of a column, in order; none for numbers. */
  public List<String> levels(String name) {
    return column(name).levels();
  }

  /** The numbers of a column, NaN for missing ones; a new array. */
  public double[] numbers(String name) {
    TableColumn column = column(name);
    if (column.isText()) {
      throw failure(name, 0, "expected numbers, but found '%s'".formatted(column.text(0)));
    }
    return column.numbers().clone();
  }

  /** What stands in a column, row by row, numbers as texts; "" for missing values. */
  public String[] texts(String name) {
    TableColumn column = column(name);
    return IntStream.range(0, rows()).mapToObj(column::text).toArray(String[]::new);
  }

  /** How many values a column lacks. */
  public int missing(String name) {
    return column(name).missing();
  }

  /**
   * The numbers of the columns, with words and missing values treated as chosen.
   *
   * @throws DataException where they are refused, with the first place
   */
  public Data numbers() {
    return TableNumbers.of(this);
  }

  /**
   * Refuses missing values of some columns, with their count and first place.
   *
   * @throws DataException if there is one
   */
  public void requireComplete(List<String> names) {
    int count = names.stream().mapToInt(this::missing).sum();
    for (String name : names) {
      int row = column(name).firstMissing();
      if (row >= 0) {
        throw failure(
            name,
            row,
            "%d missing %s".formatted(count, count == 1 ? "value" : "values, the first"));
      }
    }
  }

  /** What to throw because of the table as a whole. */
  public DataException failure(String problem) {
    return new DataException(source, problem);
  }

  /** An error at a row: file, place, what. */
  public DataException failure(int row, String problem) {
    return new DataException(source, "%s: %s".formatted(places.get(row), problem));
  }

  /** An error at a row of a column: file, place, name, what. */
  public DataException failure(String name, int row, String problem) {
    return new DataException(
        source, "%s, column '%s': %s".formatted(places.get(row), NumberText.quote(name), problem));
  }

  /** As a Tablesaw table. */
  public Table table() {
    Table table = Table.create(source);
    for (TableColumn column : columns) {
      table.addColumns(
          column.isText()
              ? StringColumn.create(column.name(), texts(column.name()))
              : DoubleColumn.create(column.name(), column.numbers()));
    }
    return table;
  }

  private TableColumn column(String name) {
    return columns.stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new DataException(
                    source,
                    "has no column '%s'; there are %s"
                        .formatted(name, NameList.of(names(), SHOWN))));
  }

  @Override
  public String toString() {
    return "%s: %d rows, %d columns: %s"
        .formatted(source, rows(), columns.size(), NameList.of(names(), SHOWN));
  }
}
