package io.github.sea4j.operator.file;

import io.github.sea4j.check.Require;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A dense matrix in a file, larger than the memory of the program if need be: an array that NumPy
 * has saved, or bare doubles of a known shape.
 *
 * <pre>{@code
 * LinearOperator a = MappedOperator.open("big.npy");
 * Solution solution = new Omp().solve(SparseProblem.of(a, y, 50));
 * }</pre>
 *
 * <p>The file is mapped, not read: the operating system brings its pages as products ask for them
 * and keeps as many as there is memory. A product with all of A costs one pass over the file, and
 * {@code A x} with few non-zeros a part of it. Products of a file in the order of rows have the
 * bits of {@link io.github.sea4j.operator.DenseOperator}; each is the same on any number of
 * threads.
 *
 * <p>Which order? Solvers fetch single columns, and these stand together in the order of columns;
 * in the order of rows each number of a column costs a page. Where the machine's memory holds the
 * file, that matters little; where it does not, prefer the order of columns ({@code
 * numpy.asfortranarray} before {@code numpy.save}).
 *
 * <p>The file is opened for reading only, and no file is open between the calls; the mapping ends
 * when the operator is collected as garbage. Entries are looked at when column norms are first
 * asked for, as every solver does: one that is not finite is refused there. A file that is removed,
 * cut or written to after it was opened makes the next product throw {@link UncheckedIOException},
 * which names it; where it is cut in the midst of a product, the virtual machine may come first
 * with an {@link InternalError} of its own.
 */
public final class MappedOperator implements LinearOperator {

  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final MappedNumbers numbers;
  private final int rows;
  private final int columns;

  /** A, or where the file has the order of columns A'. */
  private final MappedRows stored;

  private final EntryOrder order;

  private MappedOperator(MappedNumbers numbers, int rows, int columns, EntryOrder order) {
    this.numbers = numbers;
    this.rows = rows;
    this.columns = columns;
    this.order = order;
    this.stored =
        order == EntryOrder.ROWS
            ? new MappedRows(numbers, rows, columns)
            : new MappedRows(numbers, columns, rows);
  }

  /**
   * A matrix that {@code numpy.save} has written: format 1, 2 or 3, numbers of type {@code <f8},
   * order of C or of Fortran, two dimensions; one dimension is a matrix of one column.
   *
   * @throws IllegalArgumentException if the file is something else, naming it, what was expected
   *     and what was found
   * @throws UncheckedIOException if it cannot be read
   */
  public static MappedOperator open(Path file) {
    NpyHeader header = NpyHeader.read(file);
    return open(
        file,
        header.start(),
        header.rows(),
        header.columns(),
        header.order(),
        MappedNumbers.USUAL_SHIFT);
  }

  /** {@link #open(Path)} by the name of the file. */
  public static MappedOperator open(String file) {
    return open(Path.of(file));
  }

  /**
   * A matrix of bare numbers: little-endian doubles, nothing before and nothing behind them.
   *
   * @param rows m, at least 1
   * @param columns n, at least 1
   * @throws IllegalArgumentException if a shape is below 1, or the file has not {@code 8 m n} bytes
   * @throws UncheckedIOException if it cannot be read
   */
  public static MappedOperator open(Path file, int rows, int columns, EntryOrder order) {
    return open(file, 0, rows, columns, order, MappedNumbers.USUAL_SHIFT);
  }

  static MappedOperator open(
      Path file, long start, int rows, int columns, EntryOrder order, int shift) {
    if (rows < 1 || columns < 1 || rows > LARGEST_ARRAY || columns > LARGEST_ARRAY) {
      throw new IllegalArgumentException(
          "%s: rows and columns must be between 1 and %d, but are %d and %d"
              .formatted(file, LARGEST_ARRAY, rows, columns));
    }
    MappedNumbers numbers = MappedNumbers.of(file, start, (long) rows * columns, shift);
    return new MappedOperator(numbers, rows, columns, order);
  }

  /** The file. */
  public Path file() {
    return numbers.file();
  }

  /** The order in which it holds the entries. */
  public EntryOrder order() {
    return order;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public void apply(double[] x, double[] y) {
    Require.product(x, columns(), y, rows());
    numbers.reading(
        () -> {
          if (order == EntryOrder.ROWS) {
            stored.apply(x, y);
          } else {
            stored.applyTranspose(x, y);
          }
        });
  }

  @Override
  public void applyTranspose(double[] y, double[] x) {
    Require.product(x, columns(), y, rows());
    numbers.reading(
        () -> {
          if (order == EntryOrder.ROWS) {
            stored.applyTranspose(y, x);
          } else {
            stored.apply(y, x);
          }
        });
  }

  /** {@inheritDoc} Here the file is read once for all of them. */
  @Override
  public void applyTranspose(double[][] y, double[][] x, int count) {
    Require.products(x, columns(), y, rows(), count);
    if (count == 1) {
      applyTranspose(y[0], x[0]);
      return;
    }
    numbers.reading(
        () -> {
          if (order == EntryOrder.ROWS) {
            stored.applyTranspose(y, x, count);
          } else {
            stored.apply(y, x, count);
          }
        });
  }

  @Override
  public void column(int j, double[] out) {
    Require.column(j, columns(), out, rows());
    numbers.reading(
        () -> {
          if (order == EntryOrder.ROWS) {
            stored.column(j, out);
          } else {
            stored.row(j, out);
          }
        });
  }

  /**
   * {@inheritDoc} Costs one pass over the file.
   *
   * @throws IllegalArgumentException if an entry is NaN or infinite
   */
  @Override
  public double[] columnNorms() {
    double[][] norms = new double[1][];
    numbers.reading(
        () -> norms[0] = order == EntryOrder.ROWS ? stored.columnNorms() : stored.rowNorms());
    int bad = Vectors.firstNonFinite(norms[0]);
    if (bad >= 0) {
      refuse(bad, norms[0][bad]);
    }
    return norms[0];
  }

  private void refuse(int j, double norm) {
    double[] column = new double[rows];
    column(j, column);
    int bad = Vectors.firstNonFinite(column);
    if (bad < 0) {
      throw new IllegalArgumentException(
          "%s: column %d must have a finite norm, but it is %s".formatted(file(), j, norm));
    }
    throw new IllegalArgumentException(
        "%s: entry (%d, %d) must be finite, but is %s".formatted(file(), bad, j, column[bad]));
  }

  @Override
  public String toString() {
    return "MappedOperator(%s, %d x %d, order of %s)"
        .formatted(file(), rows, columns, order == EntryOrder.ROWS ? "rows" : "columns");
  }
}
