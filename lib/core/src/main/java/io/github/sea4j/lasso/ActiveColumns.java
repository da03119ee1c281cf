package io.github.sea4j.lasso;

import io.github.sea4j.linalg.UpdatableCholesky;
import io.github.sea4j.linalg.Vectors;
import java.util.Arrays;

/**
 * The active set of the LASSO path: columns, signs, coefficients, and the Cholesky factor of their
 * Gram matrix {@code G_S}.
 */
final class ActiveColumns {

  /**
   * A column of which less than this squared part lies outside the others is dependent. The Gram
   * matrix carries rounding errors of about 1e-15; between 1e-13 and 1e-10 the answers on strongly
   * coherent columns hardly differ.
   */
  private static final double DEPENDENT = 1e-12;

  /** Solutions whose residual exceeds this share of the right-hand side are corrected. */
  private static final double ACCURATE = 1e-6;

  private static final int MOST_CORRECTIONS = 3;

  private final UpdatableCholesky cholesky = new UpdatableCholesky();
  private int size;
  private int[] columns = new int[16];
  private double[] sign = new double[16];
  private double[] x = new double[16];
  private double[] scratch = new double[16];

  /** {@code R'^-1} times the signs, right in its first entries, as many as are known. */
  private double[] halfSolved = new double[16];

  private int known;

  int size() {
    return size;
  }

  int column(int i) {
    return columns[i];
  }

  double sign(int i) {
    return sign[i];
  }

  double coefficient(int i) {
    return x[i];
  }

  /** The columns in their order; a new array. */
  int[] columns() {
    return Arrays.copyOf(columns, size);
  }

  /** Their coefficients; a new array. */
  double[] coefficients() {
    return Arrays.copyOf(x, size);
  }

  /** The columns, sorted; a new array. */
  int[] sorted() {
    int[] sorted = columns();
    Arrays.sort(sorted);
    return sorted;
  }

  /** Adds a column with coefficient zero; false, with nothing changed, if it is dependent. */
  boolean append(int j, double itsSign, Correlations correlations) {
    makeRoom();
    correlations.innerProducts(j, this, scratch);
    if (!cholesky.append(scratch, 1, DEPENDENT)) {
      return false;
    }
    columns[size] = j;
    sign[size] = itsSign;
    x[size] = 0;
    size++;
    return true;
  }

  private void makeRoom() {
    if (size == columns.length) {
      columns = Arrays.copyOf(columns, 2 * size);
      sign = Arrays.copyOf(sign, 2 * size);
      x = Arrays.copyOf(x, 2 * size);
      halfSolved = Arrays.copyOf(halfSolved, 2 * size);
      scratch = new double[2 * size];
    }
  }

  void remove(int i) {
    size--;
    System.arraycopy(columns, i + 1, columns, i, size - i);
    System.arraycopy(sign, i + 1, sign, i, size - i);
    System.arraycopy(x, i + 1, x, i, size - i);
    cholesky.remove(i);
    known = Math.min(known, i);
  }

  /** {@code x += step * direction}. */
  void move(double step, double[] direction) {
    Vectors.axpy(step, direction, x, size);
  }

  /** Writes the coefficients to their places in a vector of all columns, zero elsewhere. */
  void copyTo(double[] dense) {
    Arrays.fill(dense, 0);
    Vectors.scatter(x, columns, size, dense);
  }

  /**
   * Solves {@code G_S d = s} for the signs s. Half of the work is left from the time before, up to
   * the first column that has left.
   *
   * @param correlations whose slopes become {@code a_j'A_S d}
   * @return d, a new array
   */
  double[] direction(Correlations correlations) {
    System.arraycopy(sign, known, halfSolved, known, size - known);
    cholesky.solveLower(halfSolved, known);
    known = size;
    double[] d = Arrays.copyOf(halfSolved, size);
    cholesky.solveUpper(d);
    return improved(d, sign, correlations);
  }

  /**
   * Solves {@code G_S d = s}.
   *
   * @param target s, read only
   * @param correlations whose slopes become {@code a_j'A_S d}
   * @return d, a new array
   */
  double[] solve(double[] target, Correlations correlations) {
    double[] d = Arrays.copyOf(target, size);
    cholesky.solve(d);
    return improved(d, target, correlations);
  }

  private double[] improved(double[] d, double[] target, Correlations correlations) {
    double[] product = correlations.slopes();
    correlations.multiply(this, d, product);
    for (int round = 0; round < MOST_CORRECTIONS && !isAccurate(target, correlations); round++) {
      cholesky.solve(scratch);
      Vectors.axpy(1, scratch, d, size);
      correlations.multiply(this, d, product);
    }
    return d;
  }

  /** Leaves the residual of the equations in the scratch array. */
  private boolean isAccurate(double[] target, Correlations correlations) {
    double error = 0;
    double scale = 0;
    for (int i = 0; i < size; i++) {
      scratch[i] = target[i] - correlations.slope(correlations.position(columns[i]));
      error = Math.max(error, Math.abs(scratch[i]));
      scale = Math.max(scale, Math.abs(target[i]));
    }
    return error <= ACCURATE * scale;
  }
}
