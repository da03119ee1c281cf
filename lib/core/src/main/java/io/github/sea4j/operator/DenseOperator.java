package io.github.sea4j.operator;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * A dense matrix, stored by rows.
 *
 * <p>Rows are the right order for {@code A' y}, the product that dominates every solver: it becomes
 * a sum of scaled rows, which the JIT turns into vector instructions, and reads the matrix once.
 */
public final class DenseOperator implements LinearOperator {

  private final int rows;
  private final int columns;
  private final double[] data;

  private DenseOperator(int rows, int columns, double[] data) {
    this.rows = rows;
    this.columns = columns;
    this.data = data;
  }

  /**
   * A copy of an EJML matrix.
   *
   * @throws IllegalArgumentException on an empty matrix or an entry that is NaN or infinite
   */
  public static DenseOperator of(DMatrixRMaj matrix) {
    int m = matrix.numRows;
    int n = matrix.numCols;
    double[] data = new double[checkedSize(m, n)];
    System.arraycopy(matrix.data, 0, data, 0, data.length);
    return checked(m, n, data);
  }

  /**
   * A copy of a matrix given by rows.
   *
   * @throws IllegalArgumentException on an empty or ragged matrix or an entry that is NaN or
   *     infinite
   */
  public static DenseOperator of(double[][] matrix) {
    int m = matrix.length;
    int n = m == 0 ? 0 : matrix[0].length;
    double[] data = new double[checkedSize(m, n)];
    for (int i = 0; i < m; i++) {
      if (matrix[i].length != n) {
        throw new IllegalArgumentException(
            "matrix: row %d must have %d entries like row 0, but has %d"
                .formatted(i, n, matrix[i].length));
      }
      System.arraycopy(matrix[i], 0, data, i * n, n);
    }
    return checked(m, n, data);
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
    double[] data = new double[checkedSize(m, n)];
    double[] column = new double[m];
    for (int j = 0; j < n; j++) {
      operator.column(j, column);
      for (int i = 0, p = j; i < m; i++, p += n) {
        data[p] = column[i];
      }
    }
    return DMatrixRMaj.wrap(m, n, data);
  }

  private static int checkedSize(int m, int n) {
    if (m < 1 || n < 1) {
      throw new IllegalArgumentException(
          "matrix must have at least one row and one column, but is %d x %d".formatted(m, n));
    }
    long size = (long) m * n;
    if (size > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "matrix: rows times columns must be below 2^31, but is %d x %d".formatted(m, n));
    }
    return (int) size;
  }

  private static DenseOperator checked(int m, int n, double[] data) {
    for (int p = 0; p < data.length; p++) {
      if (!Double.isFinite(data[p])) {
        throw new IllegalArgumentException(
            "matrix: entry (%d, %d) must be finite, but is %s".formatted(p / n, p % n, data[p]));
      }
    }
    return new DenseOperator(m, n, data);
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  /** Entry in row {@code i} and column {@code j}. */
  public double get(int i, int j) {
    return data[i * columns + j];
  }

  @Override
  public void apply(double[] x, double[] y) {
    int i = 0;
    for (; i + 7 < rows; i += 8) {
      eightInnerProducts(i, x, y);
    }
    for (; i < rows; i++) {
      double sum = 0;
      int start = i * columns;
      for (int j = 0; j < columns; j++) {
        sum = Math.fma(data[start + j], x[j], sum);
      }
      y[i] = sum;
    }
  }

  /** Eight independent sums hide the latency of an addition; x is read an eighth as often. */
  private void eightInnerProducts(int i, double[] x, double[] y) {
    double[] a = data;
    int n = columns;
    int r0 = i * n;
    int r1 = r0 + n;
    int r2 = r1 + n;
    int r3 = r2 + n;
    int r4 = r3 + n;
    int r5 = r4 + n;
    int r6 = r5 + n;
    int r7 = r6 + n;
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    for (int j = 0; j < n; j++) {
      double xj = x[j];
      s0 = Math.fma(a[r0 + j], xj, s0);
      s1 = Math.fma(a[r1 + j], xj, s1);
      s2 = Math.fma(a[r2 + j], xj, s2);
      s3 = Math.fma(a[r3 + j], xj, s3);
      s4 = Math.fma(a[r4 + j], xj, s4);
      s5 = Math.fma(a[r5 + j], xj, s5);
      s6 = Math.fma(a[r6 + j], xj, s6);
      s7 = Math.fma(a[r7 + j], xj, s7);
    }
    y[i] = s0;
    y[i + 1] = s1;
    y[i + 2] = s2;
    y[i + 3] = s3;
    y[i + 4] = s4;
    y[i + 5] = s5;
    y[i + 6] = s6;
    y[i + 7] = s7;
  }

  @Override
  public void applyTranspose(double[] y, double[] x) {
    Arrays.fill(x, 0, columns, 0);
    int i = 0;
    for (; i + 7 < rows; i += 8) {
      addEightRows(i, y, x);
    }
    for (; i < rows; i++) {
      int start = i * columns;
      double yi = y[i];
      for (int j = 0; j < columns; j++) {
        x[j] += yi * data[start + j];
      }
    }
  }

  /** Eight rows at a time: the result is read and written an eighth as often. */
  private void addEightRows(int i, double[] y, double[] x) {
    double[] a = data;
    int n = columns;
    int r0 = i * n;
    int r1 = r0 + n;
    int r2 = r1 + n;
    int r3 = r2 + n;
    int r4 = r3 + n;
    int r5 = r4 + n;
    int r6 = r5 + n;
    int r7 = r6 + n;
    double y0 = y[i];
    double y1 = y[i + 1];
    double y2 = y[i + 2];
    double y3 = y[i + 3];
    double y4 = y[i + 4];
    double y5 = y[i + 5];
    double y6 = y[i + 6];
    double y7 = y[i + 7];
    for (int j = 0; j < n; j++) {
      double first = (y0 * a[r0 + j] + y1 * a[r1 + j]) + (y2 * a[r2 + j] + y3 * a[r3 + j]);
      double last = (y4 * a[r4 + j] + y5 * a[r5 + j]) + (y6 * a[r6 + j] + y7 * a[r7 + j]);
      x[j] += first + last;
    }
  }

  @Override
  public void column(int j, double[] out) {
    for (int i = 0, p = j; i < rows; i++, p += columns) {
      out[i] = data[p];
    }
  }

  @Override
  public LinearOperator scaleColumns(double[] scale) {
    ScaledColumns.checked(scale, columns);
    double[] scaled = new double[data.length];
    for (int i = 0, p = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++, p++) {
        scaled[p] = data[p] * scale[j];
      }
    }
    return new DenseOperator(rows, columns, scaled);
  }
}
