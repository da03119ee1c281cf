package io.github.sea4j.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The columns of one kind of row, declared once: their names, types and values. Files, journals and
 * tables follow from the declaration.
 *
 * <p>On disk rows are CSV: UTF-8, a header, one row a line, numbers written so that reading gives
 * the same bits. What the seed decides and the times are two texts, so that the first is the same
 * on every machine. Immutable.
 *
 * @param <R> the kind of row
 */
public final class Schema<R> {

  /** What a column holds, in a table and as text. */
  private record Type(
      ColumnType column, Function<String, Object> read, Function<Object, String> write) {
    static final Type TEXT = new Type(ColumnType.STRING, text -> text, Object::toString);
    static final Type INTEGER = new Type(ColumnType.INTEGER, Integer::valueOf, Object::toString);
    static final Type LONG = new Type(ColumnType.LONG, Long::valueOf, Object::toString);
    static final Type FLAG = new Type(ColumnType.BOOLEAN, Type::truth, Object::toString);

    /** NaN, a missing value, is an empty field. */
    static final Type DECIMAL =
        new Type(
            ColumnType.DOUBLE,
            text -> text.isEmpty() ? Double.NaN : Double.valueOf(text),
            value -> ((Double) value).isNaN() ? "" : value.toString());

    /** Whole numbers with blanks between them; not for tables. */
    static final Type COUNTS =
        new Type(
            ColumnType.STRING,
            text -> Arrays.stream(text.split(" ")).map(Integer::valueOf).toList(),
            value ->
                ((List<?>) value).stream().map(String::valueOf).collect(Collectors.joining(" ")));

    private static Object truth(String text) {
      if (!text.equals("true") && !text.equals("false")) {
        throw new IllegalArgumentException("expected true or false, but found '" + text + "'");
      }
      return Boolean.valueOf(text);
    }
  }

  /**
   * One column.
   *
   * @param <R> the kind of row
   */
  public static final class Field<R> {
    private final String name;
    private final Type type;
    private final Function<R, ?> value;

    private Field(String name, Type type, Function<R, ?> value) {
      this.name = name;
      this.type = type;
      this.value = value;
    }

    private String write(R row) {
      return type.write.apply(value.apply(row));
    }

    private Column<?> column(List<R> rows) {
      Column<?> column = type.column.create(name);
      rows.forEach(row -> column.appendObj(value.apply(row)));
      return column;
    }
  }

  /** A column of texts. */
  public static <R> Field<R> text(String name, Function<R, String> value) {
    return new Field<>(name, Type.TEXT, value);
  }

  /** A column of whole numbers of 32 bits. */
  public static <R> Field<R> integer(String name, Function<R, Integer> value) {
    return new Field<>(name, Type.INTEGER, value);
  }

  /** A column of whole numbers of 64 bits. */
  public static <R> Field<R> whole(String name, Function<R, Long> value) {
    return new Field<>(name, Type.LONG, value);
  }

  /** A column of real numbers; NaN stands for a missing one. */
  public static <R> Field<R> decimal(String name, Function<R, Double> value) {
    return new Field<>(name, Type.DECIMAL, value);
  }

  /** A column of truths. */
  public static <R> Field<R> flag(String name, Function<R, Boolean> value) {
    return new Field<>(name, Type.FLAG, value);
  }

  /** A column of lists of whole numbers. */
  public static <R> Field<R> counts(String name, Function<R, List<Integer>> value) {
    return new Field<>(name, Type.COUNTS, value);
  }

  /** The values of a row that was read, by the names of their columns. */
  public static final class Values {
    private final Map<String, Object> values = new HashMap<>();

    private Object get(String column) {
      return Objects.requireNonNull(values.get(column), column);
    }

    /** The text in a column. */
    public String text(String column) {
      return (String) get(column);
    }

    /** The whole number of 32 bits in a column. */
    public int integer(String column) {
      return (Integer) get(column);
    }

    /** The whole number of 64 bits in a column. */
    public long whole(String column) {
      return (Long) get(column);
    }

    /** The real number in a column; NaN where it is missing. */
    public double decimal(String column) {
      return (Double) get(column);
    }

    /** The truth in a column. */
    public boolean flag(String column) {
      return (Boolean) get(column);
    }

    /** The list of whole numbers in a column. */
    @SuppressWarnings("unchecked") // Only Type.COUNTS reads lists.
    public List<Integer> counts(String column) {
      return (List<Integer>) get(column);
    }
  }

  private final List<Field<R>> determined;
  private final Field<R> time;
  private final List<Field<R>> shown;
  private final Function<Values, R> maker;

  private Schema(
      List<Field<R>> determined, Field<R> time, List<Field<R>> shown, Function<Values, R> maker) {
    this.determined = determined;
    this.time = time;
    this.shown = shown;
    this.maker = maker;
  }

  /**
   * Rows whose tables show what files hold.
   *
   * @param determined what the seed decides, in the order of the file
   * @param time seconds
   * @param maker makes a row of the values of all these columns
   */
  public static <R> Schema<R> of(
      List<Field<R>> determined, Field<R> time, Function<Values, R> maker) {
    List<Field<R>> all = new ArrayList<>(determined);
    all.add(time);
    return new Schema<>(List.copyOf(determined), time, all, maker);
  }

  /** The same with other columns in tables, such as rates for counts. */
  public Schema<R> showing(List<Field<R>> columns) {
    return new Schema<>(determined, time, List.copyOf(columns), maker);
  }

  /** Names of the columns that the seed decides, in the order of the file. */
  public List<String> determined() {
    return determined.stream().map(field -> field.name).toList();
  }

  /** What the seed decides of a row, as the fields of a line. */
  public List<String> fields(R row) {
    return determined.stream().map(field -> field.write(row)).toList();
  }

  /** The time of a row as a field. */
  public String time(R row) {
    return time.write(row);
  }

  /**
   * The row that {@link #fields} and {@link #time} wrote.
   *
   * @throws IllegalArgumentException if a field is missing or not of its type
   */
  public R parse(List<String> fields, String seconds) {
    if (fields.size() != determined.size()) {
      throw new IllegalArgumentException(
          "a row must have %d fields, but has %d".formatted(determined.size(), fields.size()));
    }
    Values values = new Values();
    for (int i = 0; i < determined.size(); i++) {
      Field<R> field = determined.get(i);
      values.values.put(field.name, field.type.read.apply(fields.get(i)));
    }
    values.values.put(time.name, time.type.read.apply(seconds));
    return maker.apply(values);
  }

  /** A row as the fields of a line, its time last. */
  public List<String> line(R row) {
    List<String> line = new ArrayList<>(fields(row));
    line.add(time(row));
    return line;
  }

  /** The row that {@link #line} wrote; throws as {@link #parse} does. */
  public R parse(List<String> line) {
    int last = Math.max(0, line.size() - 1);
    return parse(line.subList(0, last), line.isEmpty() ? "" : line.get(last));
  }

  /** All rows without their times, with a header. */
  public String format(List<R> rows) {
    return CsvText.of(determined(), rows.stream().map(this::fields).toList());
  }

  /** The times of all rows, in the same order, with a header. */
  public String formatTimes(List<R> rows) {
    return CsvText.of(List.of(time.name), rows.stream().map(row -> List.of(time(row))).toList());
  }

  /** The rows of the finished results in a folder; see {@link #read(Path, Path)}. */
  public List<R> read(Path folder) {
    return read(folder.resolve(ResultTable.RESULTS_FILE), folder.resolve(ResultTable.TIMES_FILE));
  }

  /**
   * Reads what {@link #format} and {@link #formatTimes} wrote.
   *
   * @throws java.io.UncheckedIOException if a file cannot be read
   * @throws IllegalArgumentException naming file and line of what is not such a row
   */
  public List<R> read(Path results, Path times) {
    List<CsvRecord> rows = CsvText.read(results, determined());
    List<CsvRecord> seconds = CsvText.read(times, List.of(time.name));
    if (rows.size() != seconds.size()) {
      throw new IllegalArgumentException(
          "%s has %d rows, but %s has %d".formatted(results, rows.size(), times, seconds.size()));
    }
    List<R> parsed = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      try {
        parsed.add(parse(rows.get(i).getFields(), seconds.get(i).getField(0)));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "%s, line %d, and its time in %s: %s"
                .formatted(results, rows.get(i).getStartingLineNumber(), times, e.getMessage()),
            e);
      }
    }
    return parsed;
  }

  /** The rows as a table, in their order. */
  public Table table(String name, List<R> rows) {
    return table(name, shown, rows);
  }

  /** Rows of any kind as a table with these columns. */
  public static <R> Table table(String name, List<Field<R>> columns, List<R> rows) {
    return Table.create(name)
        .addColumns(columns.stream().map(field -> field.column(rows)).toArray(Column<?>[]::new));
  }

  /** The types that these columns have in a table. */
  static <R> ColumnType[] types(List<Field<R>> columns) {
    return columns.stream().map(field -> field.type.column).toArray(ColumnType[]::new);
  }
}
