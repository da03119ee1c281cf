package io.github.sea4j.lasso;

import io.github.sea4j.fit.ColumnCache;
import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.linalg.UpdatableCholesky;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
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

  /** Entries of Gram columns below which these are always used. */
  private static final long FEW = 2_000_000;

  private final LinearOperator operator;
  private final ColumnCache cache;
  private final UpdatableCholesky cholesky = new UpdatableCholesky();
  private int size;
  private int[] columns = new int[16];
  private PackedVector[] gram = new PackedVector[16];
  private double[] sign = new double[16];
  private double[] x = new double[16];
  private double[] scratch = new double[16];

  ActiveColumns(LinearOperator operator, ColumnCache cache) {
    this.operator = operator;
    this.cache = cache;
  }

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

  /** The columns, sorted; a new array. */
  int[] sorted() {
    int[] sorted = Arrays.copyOf(columns, size);
    Arrays.sort(sorted);
    return sorted;
  }

  /** Adds a column with coefficient zero; false, with nothing changed, if it is dependent. */
  boolean append(int j, double itsSign) {
    makeRoom();
    PackedVector g = cache.gram(j);
    for (int i = 0; i < size; i++) {
      scratch[i] = g.get(columns[i]);
    }
    if (!cholesky.append(scratch, 1, DEPENDENT)) {
      return false;
    }
    columns[size] = j;
    gram[size] = g;
    sign[size] = itsSign;
    x[size] = 0;
    size++;
    return true;
  }

  private void makeRoom() {
    if (size == columns.length) {
      columns = Arrays.copyOf(columns, 2 * size);
      gram = Arrays.copyOf(gram, 2 * size);
      sign = Arrays.copyOf(sign, 2 * size);
      x = Arrays.copyOf(x, 2 * size);
      scratch = new double[2 * size];
    }
  }

  void remove(int i) {
    size--;
    System.arraycopy(columns, i + 1, columns, i, size - i);
    System.arraycopy(gram, i + 1, gram, i, size - i);
    System.arraycopy(sign, i + 1, sign, i, size - i);
    System.arraycopy(x, i + 1, x, i, size - i);
    cholesky.remove(i);
  }

  /** {@code x += step * direction}. */
  void move(double step, double[] direction) {
    Vectors.axpy(step, direction, x, size);
  }

  /** {@code out = A'A x}. */
  void correlate(double[] out) {
    multiply(x, out);
  }

  /** Writes the coefficients to their places in a vector of all columns, zero elsewhere. */
  void copyTo(double[] dense) {
    Arrays.fill(dense, 0);
    for (int i = 0; i < size; i++) {
      dense[columns[i]] = x[i];
    }
  }

  /**
   * Solves {@code G_S d = s}.
   *
   * @param target s, read only
   * @param product overwritten by {@code A'A_S d} over all columns
   * @return d, a new array
   */
  double[] solve(double[] target, double[] product) {
    double[] d = Arrays.copyOf(target, size);
    cholesky.solve(d);
    multiply(d, product);
    for (int round = 0; round < MOST_CORRECTIONS && !isAccurate(target, product); round++) {
      cholesky.solve(scratch);
      Vectors.axpy(1, scratch, d, size);
      multiply(d, product);
    }
    return d;
  }

  /** Leaves the residual of the equations in the scratch array. */
  private boolean isAccurate(double[] target, double[] product) {
    double error = 0;
    double scale = 0;
    for (int i = 0; i < size; i++) {
      scratch[i] = target[i] - product[columns[i]];
      error = Math.max(error, Math.abs(scratch[i]));
      scale = Math.max(scale, Math.abs(target[i]));
    }
    return error <= ACCURATE * scale;
  }

  /** {@code out = A'A_S w}, from Gram columns, or by a product where these have more entries. */
  private void multiply(double[] weights, double[] out) {
    long entries = 0;
    for (int i = 0; i < size; i++) {
      entries += gram[i].entries();
    }
    if (entries > Math.max(FEW, operator.productCost())) {
      double[] image = new double[operator.rows()];
      cache.addProduct(Arrays.copyOf(columns, size), weights, image);
      operator.applyTranspose(image, out);
    } else {
      Arrays.fill(out, 0);
      PackedVector.addTo(weights, gram, size, out);
    }
  }
}
