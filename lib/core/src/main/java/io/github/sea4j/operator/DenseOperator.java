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
    for (int i = 0; i < rows; i++) {
      int start = i * columns;
      double s0 = 0;
      double s1 = 0;
      double s2 = 0;
      double s3 = 0;
      int j = 0;
      for (; j + 3 < columns; j += 4) {
        s0 = Math.fma(data[start + j], x[j], s0);
        s1 = Math.fma(data[start + j + 1], x[j + 1], s1);
        s2 = Math.fma(data[start + j + 2], x[j + 2], s2);
        s3 = Math.fma(data[start + j + 3], x[j + 3], s3);
      }
      for (; j < columns; j++) {
        s0 = Math.fma(data[start + j], x[j], s0);
      }
      y[i] = (s0 + s1) + (s2 + s3);
    }
  }

  @Override
  public void applyTranspose(double[] y, double[] x) {
    Arrays.fill(x, 0, columns, 0);
    int i = 0;
    for (; i + 3 < rows; i += 4) {
      addFourRows(i, y, x);
    }
    for (; i < rows; i++) {
      int start = i * columns;
      double yi = y[i];
      for (int j = 0; j < columns; j++) {
        x[j] += yi * data[start + j];
      }
    }
  }

  /** Four rows at a time: the result is read and written a quarter as often. */
  private void addFourRows(int i, double[] y, double[] x) {
    int r0 = i * columns;
    int r1 = r0 + columns;
    int r2 = r1 + columns;
    int r3 = r2 + columns;
    double y0 = y[i];
    double y1 = y[i + 1];
    double y2 = y[i + 2];
    double y3 = y[i + 3];
    for (int j = 0; j < columns; j++) {
      x[j] += (y0 * data[r0 + j] + y1 * data[r1 + j]) + (y2 * data[r2 + j] + y3 * data[r3 + j]);
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
