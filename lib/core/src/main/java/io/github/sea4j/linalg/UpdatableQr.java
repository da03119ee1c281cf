package io.github.sea4j.linalg;

import java.util.Arrays;

/**
 * The factorisation {@code A_S = Q R} of a matrix whose columns come and go.
 *
 * <p>Q has orthonormal columns and is kept explicitly; R is upper triangular. Columns are appended
 * by Gram-Schmidt, with a second pass wherever the first one cancelled ("twice is enough", Giraud
 * et al. 2005), and removed by Givens rotations (Golub and Van Loan, Matrix Computations, section
 * 6.5). Both keep Q orthonormal to working precision, which normal equations cannot offer:
 * residuals stay right on supports whose condition number is far above 1e8.
 *
 * <p>A column that lies in the span of the others to working precision is refused by {@link
 * #append}. Cost for m rows and k columns: append 2mk to 4mk multiplications, remove at most 2mk +
 * k², solve k²/2. Not thread-safe.
 */
public final class UpdatableQr {

  /** A column whose part outside the span has less than this share of its norm is dependent. */
  public static final double DEPENDENT = 1e-14;

  private final double[][] q;
  private final double[][] companion;
  private final double[][] r;
  private final double[] passed;
  private final int rows;
  private final int companions;

  /** Columns of Q for which there is memory: an early end need not wait for that of all. */
  private int allocated;

  private int size;

  /**
   * An empty factorisation.
   *
   * @param rowCapacity the most rows there will be
   * @param columnCapacity the most columns it can hold at once
   */
  public UpdatableQr(int rowCapacity, int columnCapacity) {
    this(rowCapacity, columnCapacity, 0);
  }

  /**
   * An empty factorisation in which each column of Q has a companion: a vector that the caller
   * fills after {@link #append} with any linear function of that column (such as {@code A'q}), and
   * that is rotated along with it from then on.
   *
   * @param companions number of entries of a companion
   */
  public UpdatableQr(int rowCapacity, int columnCapacity, int companions) {
    this.rows = rowCapacity;
    this.companions = companions;
    this.q = new double[columnCapacity][];
    this.companion = new double[columnCapacity][];
    this.r = new double[columnCapacity][columnCapacity];
    this.passed = new double[columnCapacity];
  }

  /** Number of columns held. */
  public int size() {
    return size;
  }

  /** Column {@code i} of Q; shared, not to be changed. */
  public double[] q(int i) {
    return q[i];
  }

  /** The companion of column {@code i} of Q; shared, written by the caller after an append. */
  public double[] companion(int i) {
    return companion[i];
  }

  /** Columns of Q from one on; new outside, shared inside. */
  public double[][] vectors(int from) {
    return Arrays.copyOfRange(q, from, size);
  }

  /** Their companions; new outside, shared inside. */
  public double[][] companions(int from) {
    return Arrays.copyOfRange(companion, from, size);
  }

  /** Removes all columns. */
  public void clear() {
    size = 0;
  }

  /**
   * Appends a column as the last one.
   *
   * @param column one entry a row, read only
   * @return false, with nothing changed, if the column depends on those held
   */
  public boolean append(double[] column) {
    if (size == allocated) {
      q[size] = new double[rows];
      companion[size] = new double[companions];
      allocated++;
    }
    double[] v = q[size];
    double[] coefficients = r[size];
    System.arraycopy(column, 0, v, 0, rows);
    double norm = Vectors.norm(v, rows);
    if (norm == 0) {
      return false;
    }
    orthogonalise(v, coefficients);
    double before = norm;
    double rest = Vectors.norm(v, rows);
    while (rest < 0.7 * before && rest > DEPENDENT * norm) {
      orthogonalise(v, passed);
      for (int i = 0; i < size; i++) {
        coefficients[i] += passed[i];
      }
      before = rest;
      rest = Vectors.norm(v, rows);
    }
    if (rest <= DEPENDENT * norm) {
      return false;
    }
    double scale = 1 / rest;
    for (int i = 0; i < rows; i++) {
      v[i] *= scale;
    }
    coefficients[size] = rest;
    size++;
    return true;
  }

  /** Removes from {@code v} its projections on the columns of Q and stores their lengths. */
  private void orthogonalise(double[] v, double[] lengths) {
    for (int i = 0; i < size; i++) {
      double h = Vectors.dot(q[i], v, rows);
      lengths[i] = h;
      Vectors.axpy(-h, q[i], v, rows);
    }
  }

  /** Removes the column at a position; those behind it move up by one. */
  public void remove(int position) {
    double[] removed = r[position];
    System.arraycopy(r, position + 1, r, position, size - position - 1);
    r[size - 1] = removed;
    size--;
    for (int i = position; i < size; i++) {
      rotate(i);
    }
  }

  /** A Givens rotation of rows i and i + 1 of R that clears the entry below its diagonal. */
  private void rotate(int i) {
    double a = r[i][i];
    double b = r[i][i + 1];
    double h = Math.sqrt(a * a + b * b);
    double c = a / h;
    double s = b / h;
    r[i][i] = h;
    for (int column = i + 1; column < size; column++) {
      double[] rc = r[column];
      double upper = rc[i];
      double lower = rc[i + 1];
      rc[i] = c * upper + s * lower;
      rc[i + 1] = c * lower - s * upper;
    }
    rotate(c, s, q[i], q[i + 1]);
    rotate(c, s, companion[i], companion[i + 1]);
  }

  private static void rotate(double c, double s, double[] first, double[] second) {
    for (int row = 0; row < first.length; row++) {
      double u = first[row];
      double w = second[row];
      first[row] = c * u + s * w;
      second[row] = c * w - s * u;
    }
  }

  /**
   * Projects y on the columns: {@code z = Q'y} and the residual {@code y - Q z}.
   *
   * <p>Column after column on what the others left (modified Gram-Schmidt), so that the residual is
   * orthogonal to the columns to working precision relative to its own size.
   *
   * @param y read only
   * @param z {@code size()} entries, overwritten
   * @param residual one entry a row, overwritten
   * @return the norm of the residual
   */
  public double project(double[] y, double[] z, double[] residual) {
    System.arraycopy(y, 0, residual, 0, rows);
    for (int i = 0; i < size; i++) {
      z[i] = Vectors.dot(q[i], residual, rows);
      Vectors.axpy(-z[i], q[i], residual, rows);
    }
    return Vectors.norm(residual, rows);
  }

  /** Solves {@code R x = z} by back substitution; {@code x} may be {@code z}. */
  public void solve(double[] z, double[] x) {
    System.arraycopy(z, 0, x, 0, size);
    for (int c = size - 1; c >= 0; c--) {
      double value = x[c] / r[c][c];
      x[c] = value;
      Vectors.axpy(-value, r[c], x, c);
    }
  }

  /** Solves {@code R' w = e_position}: row {@code position} of the inverse of R, transposed. */
  public void solveTransposeUnit(int position, double[] w) {
    Arrays.fill(w, 0, position, 0);
    w[position] = 1 / r[position][position];
    for (int c = position + 1; c < size; c++) {
      double sum = 0;
      for (int i = position; i < c; i++) {
        sum += r[c][i] * w[i];
      }
      w[c] = -sum / r[c][c];
    }
  }
}
