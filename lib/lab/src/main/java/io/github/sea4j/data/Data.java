package io.github.sea4j.data;

import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.operator.LinearOperator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Numbers from a file, rows by columns, with the names of the columns where the file has them.
 *
 * <pre>{@code
 * Data table = Data.read("diabetes.csv");
 * double[] y = table.column("progression");
 * Data a = table.without("progression");
 * SparseProblem.of(a.operator(), y, 5);
 * }</pre>
 *
 * <p>Files may be CSV (fields separated by comma, semicolon or tab; decimal commas in the latter
 * two; quotes; comment lines that begin with #) or MatrixMarket (real or integer or pattern;
 * coordinate or array), in UTF-8 or UTF-16, packed by gzip or not; also pipes and {@code
 * /dev/stdin}. They may be arrays of NumPy (.npy), too, of which large ones are not read but
 * mapped: {@link io.github.sea4j.operator.file.MappedOperator}. What the reader found out, and
 * could have found out wrongly, stands in {@link #notes}. A first row with a text in it holds
 * names; one of numbers is data. Every field must be a finite number: a missing one, a text, or a
 * character that only looks like a sign or a digit is refused with its place.
 *
 * <p>Immutable; methods that leave something out return a changed copy.
 */
public final class Data {

  private final Path source;
  private final LinearOperator numbers;
  private final List<String> names;
  private final boolean named;
  private final List<String> firstRow;
  private final List<String> notes;

  /**
   * Numbers that were read.
   *
   * @param names of the columns; none where the file has none
   * @param firstRow as it is written, where it was read as numbers and may turn out to be names
   */
  Data(
      Path source,
      LinearOperator numbers,
      List<String> names,
      List<String> firstRow,
      List<String> notes) {
    this.source = source;
    this.numbers = numbers;
    this.named = !names.isEmpty();
    this.names =
        named
            ? List.copyOf(names)
            : IntStream.range(0, numbers.columns()).mapToObj(Integer::toString).toList();
    this.firstRow = List.copyOf(firstRow);
    this.notes = List.copyOf(notes);
  }

  /**
   * Reads a file and finds out its format.
   *
   * @throws DataException if it cannot be read, naming file, line, column and what was found
   */
  public static Data read(Path file) {
    return read(file, DataFormat.DETECTED);
  }

  /** {@link #read(Path)} by the name of the file. */
  public static Data read(String file) {
    return read(Path.of(file));
  }

  /**
   * Reads a file whose format is known in part.
   *
   * @throws DataException if it cannot be read, naming file, line, column and what was found
   */
  public static Data read(Path file, DataFormat format) {
    return new DataFile(file).read(format);
  }

  /** Where it was read from. */
  public Path source() {
    return source;
  }

  /** Number of rows, at least 1. */
  public int rows() {
    return numbers.rows();
  }

  /** Number of columns, at least 1. */
  public int columns() {
    return names.size();
  }

  /** Whether the file names its columns. */
  public boolean isNamed() {
    return named;
  }

  /** The names of the columns; 0, 1, 2, ... where the file has none. */
  public List<String> names() {
    return names;
  }

  /** What was found out about the format and is worth a look, one sentence each. */
  public List<String> notes() {
    return notes;
  }

  /** The numbers row by row; a new array. */
  public double[][] matrix() {
    double[][] rows = new double[rows()][columns()];
    for (int j = 0; j < columns(); j++) {
      double[] column = column(j);
      for (int i = 0; i < rows.length; i++) {
        rows[i][j] = column[i];
      }
    }
    return rows;
  }

  /** The numbers as an operator: sparse where the file lists non-zeros, dense otherwise. */
  public LinearOperator operator() {
    return numbers;
  }

  /** One column, from 0; a new array. */
  public double[] column(int j) {
    if (j < 0 || j >= columns()) {
      throw new IllegalArgumentException(
          "column must be between 0 and %d, but is %d".formatted(columns() - 1, j));
    }
    double[] column = new double[rows()];
    numbers.column(j, column);
    return column;
  }

  /**
   * The column of this name; a new array.
   *
   * @throws IllegalArgumentException if there is none, or more than one
   */
  public double[] column(String name) {
    return column(place(name));
  }

  /**
   * The numbers of a file with one column or one row; a new array.
   *
   * @throws DataException if there are several of both
   */
  public double[] vector() {
    if (rows() == 1) {
      return matrix()[0];
    }
    if (columns() > 1) {
      throw new DataException(
          source,
          "expected one column or one row, but found %d rows of %d columns"
              .formatted(rows(), columns()));
    }
    return column(0);
  }

  /**
   * The same without some columns.
   *
   * @throws IllegalArgumentException if there is none of a name, or nothing is left
   */
  public Data without(String... others) {
    List<Integer> places = Arrays.stream(others).map(this::place).toList();
    int[] kept = IntStream.range(0, columns()).filter(j -> !places.contains(j)).toArray();
    if (kept.length == 0) {
      throw new IllegalArgumentException("at least one column must be left, but none is");
    }
    double[][] left =
        Arrays.stream(matrix())
            .map(row -> Arrays.stream(kept).mapToDouble(j -> row[j]).toArray())
            .toArray(double[][]::new);
    List<String> keptNames = Arrays.stream(kept).mapToObj(names::get).toList();
    return new Data(source, DenseOperator.of(left), keptNames, List.of(), notes);
  }

  /** Whether the first row, read as numbers, could be names. */
  public boolean mayHaveNamesInFirstRow() {
    return !firstRow.isEmpty() && rows() > 1;
  }

  /**
   * The same where the first row of numbers turns out to hold names.
   *
   * @param reason why, for the notes
   * @throws IllegalArgumentException if the columns have names, or nothing is left
   */
  public Data withFirstRowAsNames(String reason) {
    if (!mayHaveNamesInFirstRow()) {
      throw new IllegalArgumentException(
          "%s: the first row cannot be names, %s"
              .formatted(source, named ? "the columns have some" : "nothing would be left"));
    }
    List<String> more = new ArrayList<>(notes);
    more.removeIf(note -> note.equals(CsvNumbers.FIRST_ROW_COUNTS));
    more.add("the first row is read as names, " + reason);
    double[][] rows = matrix();
    DenseOperator others = DenseOperator.of(Arrays.copyOfRange(rows, 1, rows.length));
    return new Data(source, others, firstRow, List.of(), more);
  }

  private int place(String name) {
    int first = names.indexOf(name);
    if (first < 0 || names.lastIndexOf(name) != first) {
      throw new IllegalArgumentException(
          "%s must have one column '%s', but has %s; there are %s"
              .formatted(source, name, first < 0 ? "none" : "several", names));
    }
    return first;
  }

  @Override
  public String toString() {
    return "%s: %d rows, %d columns%s"
        .formatted(source, rows(), columns(), named ? " " + NameList.of(names) : "");
  }
}
