package io.github.sea4j.linalg;

import java.util.Arrays;

/**
 * The factorisation {@code A_S'A_S = R'R} of a Gram matrix, together with {@code z = R^-T A_S'y}.
 *
 * <p>When the support changes, the rows of R that belong to the columns before the first change
 * stay as they are: {@link #factor} computes the others anew. Nothing is updated in place, so no
 * errors pile up, and columns that stay long drift to the front where they cost nothing.
 *
 * <p>The condition number of the Gram matrix is the square of that of the columns. {@link
 * #smallestPivot} tells how much of a column was left: far below 1, the solution needs {@link
 * #solveGram} for a correction from the residual, and below about 1e-9 an orthogonal factorisation.
 *
 * <p>Cost for k columns of which the first p are kept: about (k³ - p³)/6 + p²(k - p)/3
 * multiplications, in the axpy form that the JIT vectorises. Not thread-safe.
 */
public final class GramCholesky {

  /** Where the Gram matrix comes from, in the order of the factorisation. */
  public interface Source {

    /** Writes the entries (i, from) to (i, to - 1) of the Gram matrix to the same places of out. */
    void row(int i, int from, int to, double[] out);

    /** {@code a_i'y}; 0, the default, where no {@code z} is asked for. */
    default double rightHandSide(int i) {
      return 0;
    }
  }

  private final double[][] r;
  private final double[] z;
  private int size;
  private int complete;
  private double smallestPivot;

  /** An empty factorisation for at most {@code capacity} columns. */
  public GramCholesky(int capacity) {
    this.r = new double[capacity][capacity];
    this.z = new double[capacity];
  }

  /**
   * Factors the Gram matrix of {@code count} unit-norm columns.
   *
   * @param kept number of leading columns that are the same as in the last, successful call
   * @param count number of columns
   * @param floor the squared pivot below which to give up
   * @return whether all pivots were above the floor; if not, nothing may be read and nothing kept
   */
  public boolean factor(int kept, int count, double floor, Source gram) {
    size = count;
    smallestPivot = 1;
    for (int i = 0; i < count; i++) {
      int from = Math.max(i, kept);
      double[] row = r[i];
      if (from < count) {
        gram.row(i, from, count, row);
        subtractRowsAbove(i, from, count);
      }
      if (i >= kept) {
        double pivot = row[i];
        if (!(pivot > floor)) {
          complete = i;
          size = 0;
          return false;
        }
        row[i] = Math.sqrt(pivot);
        z[i] = forward(i, gram.rightHandSide(i));
      }
      smallestPivot = Math.min(smallestPivot, row[i] * row[i]);
      double scale = 1 / row[i];
      for (int c = Math.max(i + 1, kept); c < count; c++) {
        row[c] *= scale;
      }
    }
    return true;
  }

  /** {@code row_i -= sum over p < i of R_pi row_p}, four rows at a time. */
  private void subtractRowsAbove(int i, int from, int to) {
    double[] row = r[i];
    int p = 0;
    for (; p + 3 < i; p += 4) {
      double[] r0 = r[p];
      double[] r1 = r[p + 1];
      double[] r2 = r[p + 2];
      double[] r3 = r[p + 3];
      double f0 = r0[i];
      double f1 = r1[i];
      double f2 = r2[i];
      double f3 = r3[i];
      for (int c = from; c < to; c++) {
        row[c] -= (f0 * r0[c] + f1 * r1[c]) + (f2 * r2[c] + f3 * r3[c]);
      }
    }
    for (; p < i; p++) {
      double f = r[p][i];
      double[] above = r[p];
      for (int c = from; c < to; c++) {
        row[c] -= f * above[c];
      }
    }
  }

  private double forward(int i, double value) {
    for (int p = 0; p < i; p++) {
      value -= r[p][i] * z[p];
    }
    return value / r[i][i];
  }

  /**
   * After a failure: how many leading columns were above the floor. The next one depends on them; a
   * call with another in its place may keep these.
   */
  public int complete() {
    return complete;
  }

  /** The largest number of columns. */
  public int capacity() {
    return z.length;
  }

  /** Number of columns factored; 0 after a failure. */
  public int size() {
    return size;
  }

  /** The smallest squared pivot: the least part of a unit-norm column outside those before it. */
  public double smallestPivot() {
    return smallestPivot;
  }

  /** {@code ||z||² = ||P_S y||²}. */
  public double squaredProjection() {
    return Vectors.dot(z, z, size);
  }

  /** The least-squares coefficients {@code R^-1 z}, in the order of the factorisation. */
  public void solve(double[] x) {
    System.arraycopy(z, 0, x, 0, size);
    back(x, size);
  }

  /** Replaces s by {@code (R'R)^-1 s}. */
  public void solveGram(double[] s) {
    solveGram(s, size);
  }

  /** The same for the first {@code count} columns, also after the next one has failed. */
  public void solveGram(double[] s, int count) {
    for (int i = 0; i < count; i++) {
      double value = s[i] / r[i][i];
      s[i] = value;
      double[] row = r[i];
      for (int c = i + 1; c < count; c++) {
        s[c] -= value * row[c];
      }
    }
    back(s, count);
  }

  /**
   * Replaces X by {@code R^-T X}, whose columns are what the factored columns explain of others.
   *
   * @param x {@code size()} rows, of which the first {@code width} entries are overwritten
   */
  public void forward(double[][] x, int width) {
    for (int i = 0; i < size; i++) {
      double[] row = x[i];
      for (int p = 0; p < i; p++) {
        Vectors.axpy(-r[p][i], x[p], row, width);
      }
      double scale = 1 / r[i][i];
      for (int c = 0; c < width; c++) {
        row[c] *= scale;
      }
    }
  }

  /** Entry i of {@code z = R^-T A_S'y}. */
  public double projection(int i) {
    return z[i];
  }

  /**
   * The diagonal of {@code (R'R)^-1}; size³/6 multiplications.
   *
   * @param out the first {@code size()} entries are overwritten
   */
  public void inverseDiagonal(double[] out) {
    double[] row = new double[size];
    for (int i = 0; i < size; i++) {
      // Row i of R^-1, by forward substitution in R'; its entries before i are zero.
      Arrays.fill(row, i, size, 0);
      row[i] = 1;
      double sum = 0;
      for (int p = i; p < size; p++) {
        double value = row[p] / r[p][p];
        sum += value * value;
        double[] factor = r[p];
        for (int c = p + 1; c < size; c++) {
          row[c] -= value * factor[c];
        }
      }
      out[i] = sum;
    }
  }

  private void back(double[] x, int count) {
    for (int i = count - 1; i >= 0; i--) {
      double[] row = r[i];
      double value = x[i];
      for (int c = i + 1; c < count; c++) {
        value -= row[c] * x[c];
      }
      x[i] = value / row[i];
    }
  }
}
