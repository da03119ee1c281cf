package io.github.sea4j.operator;

import io.github.sea4j.check.Require;
import io.github.sea4j.concurrent.Workers;
import io.github.sea4j.linalg.BlockProduct;
import io.github.sea4j.linalg.ColumnNorms;
import io.github.sea4j.linalg.RowProducts;
import io.github.sea4j.linalg.Vectors;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * A dense matrix, stored as an array for each row.
 *
 * <p>Rows are the right order for {@code A' y}, the product that dominates every solver: it becomes
 * a sum of scaled rows and reads the matrix once. An array for each, as the JIT turns loops over
 * arrays into vector instructions only where all of them run over the same indices; rows inside one
 * long array, each at an offset of its own, take 2.6 times as long.
 *
 * <p>Products with a matrix of two million entries or more are spread over the threads of {@link
 * Workers}: rows for A x, columns for A' y. Each entry of the result is the same sum in the same
 * order, so the bits are the same on any number of threads.
 */
public final class DenseOperator implements LinearOperator {

  private final int columns;

  /** What a Java array holds on every virtual machine. */
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final double[][] data;

  private DenseOperator(double[][] data) {
    this.columns = data[0].length;
    this.data = data;
  }

  /**
   * A copy of an EJML matrix.
   *
   * @throws IllegalArgumentException on an empty matrix or an entry that is NaN or infinite
   */
  public static DenseOperator of(DMatrixRMaj matrix) {
    int n = matrix.numCols;
    double[][] data = new double[matrix.numRows][];
    for (int i = 0; i < data.length; i++) {
      data[i] = Arrays.copyOfRange(matrix.data, i * n, (i + 1) * n);
    }
    return checked(data);
  }

  /**
   * A copy of a matrix given by rows.
   *
   * @throws IllegalArgumentException on an empty or ragged matrix or an entry that is NaN or
   *     infinite
   */
  public static DenseOperator of(double[][] matrix) {
    double[][] data = new double[matrix.length][];
    for (int i = 0; i < data.length; i++) {
      data[i] = matrix[i].clone();
    }
    return checked(data);
  }

  /**
   * The entries of any operator as a new EJML matrix, for computations by hand. Cost: n columns and
   * room for m n numbers.
   *
   * @throws IllegalArgumentException if the operator is empty, or too large for one array
   */
  public static DMatrixRMaj matrixOf(LinearOperator operator) {
    int m = operator.rows();
    int n = operator.columns();
    if (m < 1 || n < 1 || (long) m * n > LARGEST_ARRAY) {
      throw new IllegalArgumentException(
          "operator must have at least one row and one column and at most %d entries, but is %d x %d"
              .formatted(LARGEST_ARRAY, m, n));
    }
    double[] data = new double[m * n];
    double[] column = new double[m];
    for (int j = 0; j < n; j++) {
      operator.column(j, column);
      for (int i = 0, p = j; i < m; i++, p += n) {
        data[p] = column[i];
      }
    }
    return DMatrixRMaj.wrap(m, n, data);
  }

  private static DenseOperator checked(double[][] data) {
    int m = data.length;
    int n = m == 0 ? 0 : data[0].length;
    if (n == 0) {
      throw new IllegalArgumentException(
          "matrix must have at least one row and one column, but is %d x %d".formatted(m, n));
    }
    for (int i = 0; i < m; i++) {
      if (data[i].length != n) {
        throw new IllegalArgumentException(
            "matrix: row %d must have %d entries like row 0, but has %d"
                .formatted(i, n, data[i].length));
      }
      int bad = Vectors.firstNonFinite(data[i]);
      if (bad >= 0) {
        throw new IllegalArgumentException(
            "matrix: entry (%d, %d) must be finite, but is %s".formatted(i, bad, data[i][bad]));
      }
    }
    return new DenseOperator(data);
  }

  @Override
  public int rows() {
    return data.length;
  }

  @Override
  public int columns() {
    return columns;
  }

  /** Entry in row {@code i} and column {@code j}. */
  public double get(int i, int j) {
    return data[i][j];
  }

  @Override
  public void apply(double[] x, double[] y) {
    Require.product(x, columns(), y, rows());
    Workers.splitIf(isLarge(), data.length, 8, (from, to) -> applyRows(from, to, x, y));
  }

  /** Whether a product takes so long that threads are worth waking. */
  private boolean isLarge() {
    return (long) data.length * columns >= Workers.LARGE_MATRIX;
  }

  private void applyRows(int from, int to, double[] x, double[] y) {
    Arrays.fill(y, from, to, 0);
    int i = from;
    for (; i + 7 < to; i += 8) {
      RowProducts.addEightInnerProducts(data, i, x, columns, y, i);
    }
    for (; i < to; i++) {
      RowProducts.addInnerProduct(data[i], x, columns, y, i);
    }
  }

  @Override
  public void applyTranspose(double[] y, double[] x) {
    Require.product(x, columns(), y, rows());
    Workers.splitIf(isLarge(), columns, 8, (from, to) -> applyColumns(from, to, y, x));
  }

  /** {@inheritDoc} Here large matrices are read once for all of them. */
  @Override
  public void applyTranspose(double[][] y, double[][] x, int count) {
    Require.products(x, columns(), y, rows(), count);
    if (count == 1 || !isLarge()) {
      LinearOperator.super.applyTranspose(y, x, count);
      return;
    }
    Workers.split(
        columns,
        8,
        (from, to) -> {
          for (int b = 0; b < count; b++) {
            Arrays.fill(x[b], from, to, 0);
          }
          BlockProduct.add(data, y, count, x, from, to);
        });
  }

  private void applyColumns(int from, int to, double[] y, double[] x) {
    Arrays.fill(x, from, to, 0);
    int i = 0;
    for (; i + 3 < data.length; i += 4) {
      RowProducts.addFourRows(data, i, y, i, x, from, to);
    }
    for (; i < data.length; i++) {
      RowProducts.addRow(y[i], data[i], x, from, to);
    }
  }

  @Override
  public void column(int j, double[] out) {
    Require.column(j, columns(), out, rows());
    for (int i = 0; i < data.length; i++) {
      out[i] = data[i][j];
    }
  }

  /** {@inheritDoc} Here the matrix is read once, in the order of its rows. */
  @Override
  public double[] columnNorms() {
    double[] norms = new double[columns];
    ColumnNorms sums = new ColumnNorms(data.length, columns);
    Workers.splitIf(
        isLarge(),
        columns,
        8,
        (from, to) -> {
          for (int i = 0; i < data.length; i++) {
            sums.add(i, data[i], from, to);
          }
          for (int j = from; j < to; j++) {
            norms[j] = sums.norm(j, this::column);
          }
        });
    return norms;
  }

  @Override
  public LinearOperator scaleColumns(double[] scale) {
    ScaledColumns.checked(scale, columns);
    double[][] scaled = new double[data.length][];
    Workers.splitIf(
        isLarge(),
        data.length,
        1,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            double[] row = data[i].clone();
            for (int j = 0; j < columns; j++) {
              row[j] *= scale[j];
            }
            scaled[i] = row;
          }
        });
    return new DenseOperator(scaled);
  }
}
