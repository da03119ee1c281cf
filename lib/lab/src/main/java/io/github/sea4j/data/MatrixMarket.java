package io.github.sea4j.data;

import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.SparseOperator;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ejml.data.DMatrixSparseTriplet;

/**
 * A matrix in the exchange format of the National Institute of Standards and Technology (Boisvert,
 * Pozo, Remington 1996): coordinate or array; real, integer or pattern; general, symmetric or
 * skew-symmetric.
 */
final class MatrixMarket {

  /** How each such file begins, in letters of either case. */
  private static final String MARK = "%%MatrixMarket";

  /** No array is longer. */
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private final DataFile file;
  private final BufferedReader text;
  private long line;
  private boolean pattern;
  private boolean symmetric;

  private final SmallValues small = new SmallValues();

  /** What the entry below the diagonal is multiplied with to get the one above. */
  private double mirror = 1;

  MatrixMarket(DataFile file, BufferedReader text) {
    this.file = file;
    this.text = text;
  }

  /** Whether a text begins as such files do. */
  static boolean isAt(String start) {
    return start.regionMatches(true, 0, MARK, 0, MARK.length());
  }

  Data read() throws IOException {
    String[] head = next();
    for (int i = 0; i < head.length; i++) {
      head[i] = head[i].toLowerCase(Locale.ROOT);
    }
    if (head.length != 5 || !head[1].equals("matrix")) {
      throw failure("expected '" + MARK + " matrix FORMAT FIELD SYMMETRY'");
    }
    boolean coordinate = oneOf(head[2], "coordinate", "array").equals("coordinate");
    pattern = oneOf(head[3], "real", "integer", "double", "pattern").equals("pattern");
    symmetric = !oneOf(head[4], "general", "symmetric", "skew-symmetric").equals("general");
    mirror = head[4].equals("skew-symmetric") ? -1 : 1;
    if (pattern && !coordinate) {
      throw failure("an array cannot be a pattern");
    }
    LinearOperator numbers = coordinate ? coordinate() : array();
    if (!isBlank(next())) {
      throw failure("expected the end, but found more entries than the size says");
    }
    return new Data(file.path(), numbers, List.of(), List.of(), small.notes());
  }

  private LinearOperator coordinate() throws IOException {
    String[] size = fields(3);
    int rows = whole(size[0], LARGEST);
    int columns = whole(size[1], LARGEST);
    DMatrixSparseTriplet entries = new DMatrixSparseTriplet(rows, columns, 16);
    checkShape(rows, columns);
    for (long left = entries(size[2], (long) rows * columns); left > 0; left--) {
      String[] entry = fields(pattern ? 2 : 3);
      int i = whole(entry[0], rows) - 1;
      int j = whole(entry[1], columns) - 1;
      double value = pattern ? 1 : number(entry[2]);
      if (mirror < 0 && i == j && value != 0) {
        throw failure(
            "the diagonal of a skew-symmetric matrix must be 0, but has %s".formatted(value));
      }
      entries.addItem(i, j, value);
      if (symmetric && i != j) {
        entries.addItem(j, i, mirror * value);
      }
    }
    try {
      return SparseOperator.of(entries);
    } catch (IllegalArgumentException refused) {
      throw new DataException(file.path(), twice(entries), refused);
    }
  }

  /** Which entry stands in the file twice: all that the operator can refuse in finite entries. */
  private String twice(DMatrixSparseTriplet entries) {
    Set<Long> seen = new HashSet<>();
    for (int e = 0; e < entries.nz_length; e++) {
      int i = entries.nz_rowcol.get(2 * e);
      int j = entries.nz_rowcol.get(2 * e + 1);
      if (!seen.add((long) i * entries.numCols + j)) {
        return "entry (%d, %d), counted from 1, must be given once, but is given twice%s"
            .formatted(
                i + 1, j + 1, symmetric ? "; of a symmetric matrix one triangle is given" : "");
      }
    }
    throw new IllegalStateException("the entries are finite, and each is given once");
  }

  /** Column by column; of a symmetric matrix the lower triangle. */
  private LinearOperator array() throws IOException {
    String[] size = fields(2);
    int rows = whole(size[0], LARGEST);
    int columns = whole(size[1], LARGEST);
    checkShape(rows, columns);
    double[][] matrix = new double[rows][columns];
    for (int j = 0; j < columns; j++) {
      for (int i = !symmetric ? 0 : mirror < 0 ? j + 1 : j; i < rows; i++) {
        matrix[i][j] = number(fields(1)[0]);
        if (symmetric && i != j) {
          matrix[j][i] = mirror * matrix[i][j];
        }
      }
    }
    return DenseOperator.of(matrix);
  }

  private void checkShape(int rows, int columns) {
    if (symmetric && rows != columns) {
      throw failure("a symmetric matrix must be square, but is %d x %d".formatted(rows, columns));
    }
  }

  private String[] fields(int count) throws IOException {
    String[] fields = next();
    if (isBlank(fields)) {
      throw failure("expected more entries, but the file ends");
    }
    if (fields.length != count) {
      throw failure("expected %d numbers, but found %d".formatted(count, fields.length));
    }
    return fields;
  }

  /** The words of the next line that is neither blank nor a comment; one empty word at the end. */
  private String[] next() throws IOException {
    for (String next; (next = text.readLine()) != null; ) {
      line++;
      if (line == 1 || (!next.isBlank() && !next.strip().startsWith("%"))) {
        return next.strip().split("\\s+");
      }
    }
    return new String[] {""};
  }

  private static boolean isBlank(String[] fields) {
    return fields.length == 1 && fields[0].isEmpty();
  }

  private String oneOf(String word, String... known) {
    if (!Arrays.asList(known).contains(word)) {
      throw failure("expected one of %s, but found '%s'".formatted(Arrays.asList(known), word));
    }
    return word;
  }

  private int whole(String text, int most) {
    long value = count(text);
    if (value < 1 || value > most) {
      throw failure("expected a whole number from 1 to %d, but found '%s'".formatted(most, text));
    }
    return (int) value;
  }

  private long entries(String text, long most) {
    long value = count(text);
    if (value < 0 || value > most) {
      throw failure(
          "expected a number of entries from 0 to %d, but found '%s'".formatted(most, text));
    }
    return value;
  }

  private long count(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw failure("expected a whole number, but found '%s'".formatted(NumberText.quote(text)));
    }
  }

  private double number(String text) {
    double value = NumberText.parse(text);
    if (!Double.isFinite(value)) {
      throw failure(NumberText.problem(text));
    }
    small.see(text, value, () -> "line " + line);
    return value;
  }

  private DataException failure(String problem) {
    return file.failure("line %d: %s".formatted(line, problem));
  }
}
