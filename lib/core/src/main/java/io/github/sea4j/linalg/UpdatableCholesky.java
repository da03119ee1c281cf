package io.github.sea4j.linalg;

import java.util.Arrays;

/**
 * The factorisation {@code G = R'R} of a positive definite matrix whose rows and columns come and
 * go one at a time.
 *
 * <p>A column is appended by a triangular solve and removed by Givens rotations (Golub and Van
 * Loan, Matrix Computations, section 6.5). Rounding errors of updates add up slowly: callers that
 * follow a long path correct their solutions by the residual.
 *
 * <p>Cost for k columns: append k²/2 multiplications, remove at most 2k², {@link #solve} k². Memory
 * grows with the columns held. Not thread-safe.
 */
public final class UpdatableCholesky {

  private static final double[] EMPTY = {};

  /** Column c of R in its first c + 1 entries; arrays without a column wait behind. */
  private double[][] r = new double[16][16];

  private double[] cosine = new double[16];
  private double[] sine = new double[16];
  private int size;

  /** An empty factorisation. */
  public UpdatableCholesky() {}

  /** Number of columns held. */
  public int size() {
    return size;
  }

  /** Removes all columns. */
  public void clear() {
    size = 0;
  }

  /**
   * Appends a row and column as the last one.
   *
   * @param column its entries beside the columns held, in their order; read only
   * @param diagonal its diagonal entry
   * @param floor the squared pivot at or below which the column counts as dependent
   * @return false, with nothing changed, if it is dependent
   */
  public boolean append(double[] column, double diagonal, double floor) {
    makeRoom();
    double[] last = r[size];
    for (int c = 0; c < size; c++) {
      last[c] = (column[c] - Vectors.dot(r[c], last, c)) / r[c][c];
    }
    double pivot = diagonal - Vectors.dot(last, last, size);
    if (!(pivot > floor)) {
      return false;
    }
    last[size] = Math.sqrt(pivot);
    size++;
    return true;
  }

  private void makeRoom() {
    if (size == r.length) {
      r = Arrays.copyOf(r, 2 * size);
      Arrays.fill(r, size, 2 * size, EMPTY);
      cosine = new double[2 * size];
      sine = new double[2 * size];
    }
    if (r[size].length <= size) {
      r[size] = new double[r.length];
    }
  }

  /** Removes the column at a position; those behind it move up by one. */
  public void remove(int position) {
    double[] removed = r[position];
    size--;
    for (int c = position; c < size; c++) {
      r[c] = r[c + 1];
      rotate(position, c);
    }
    r[size] = removed;
  }

  /**
   * Applies the rotations found so far to column c and finds the one that clears its last entry.
   */
  private void rotate(int from, int c) {
    double[] column = r[c];
    double upper = column[from];
    for (int i = from; i < c; i++) {
      double lower = column[i + 1];
      column[i] = cosine[i] * upper + sine[i] * lower;
      upper = cosine[i] * lower - sine[i] * upper;
    }
    double below = column[c + 1];
    double h = Math.sqrt(upper * upper + below * below);
    cosine[c] = upper / h;
    sine[c] = below / h;
    column[c] = h;
  }

  /** Replaces the first {@code size()} entries of s by {@code (R'R)^-1 s}. */
  public void solve(double[] s) {
    solveLower(s, 0);
    solveUpper(s);
  }

  /**
   * The first half of {@link #solve}: replaces s by {@code R'^-1 s}, of which the entries before a
   * position are there already.
   */
  public void solveLower(double[] s, int from) {
    for (int c = from; c < size; c++) {
      s[c] = (s[c] - Vectors.dot(r[c], s, c)) / r[c][c];
    }
  }

  /** The second half: replaces s by {@code R^-1 s}. */
  public void solveUpper(double[] s) {
    for (int c = size - 1; c >= 0; c--) {
      s[c] /= r[c][c];
      Vectors.axpy(-s[c], r[c], s, c);
    }
  }
}
