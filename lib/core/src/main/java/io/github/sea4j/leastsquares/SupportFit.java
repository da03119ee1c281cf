package io.github.sea4j.leastsquares;

import io.github.sea4j.linalg.UpdatableQr;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;

/**
 * Least squares on a support that moves: {@code x_S = argmin ||A_S x_S - y||}, its residual norm
 * and its gradient {@code A'(A x - y)} over all columns.
 *
 * <p>{@link #moveTo} updates the factorisation of the support before by the columns that left and
 * came; that is much less than a new factorisation when few of them change. Columns are expected to
 * have unit norm. A column that depends on the others of its support gets coefficient zero; the
 * fitted vector {@code A x} is unique all the same.
 *
 * <p>Cost with d visited columns, s changes and support size k: a move about 4dks multiplications,
 * a gradient nk. Not thread-safe; mutates nothing that it was given.
 */
public final class SupportFit {

  /** Factor anew after so many updates, so that rounding errors cannot pile up. */
  private static final int REFRESH = 256;

  /** The gradient from Gram columns is used while its error stays below this share. */
  private static final double GRADIENT_ACCURACY = 1e-10;

  private static final double ROUNDING = 4 * Math.ulp(1.0);

  private final LinearOperator operator;
  private final VisitedColumns visited;
  private final UpdatableQr qr;
  private final double[] correlation;

  /** The support, sorted; then the same columns as held by the factorisation, and those refused. */
  private int[] support = new int[0];

  private final int[] held;
  private final int[] refused;
  private int refusedCount;
  private int updates;

  private final double[] z;
  private final double[] x;
  private final double[] residual;
  private double residualNorm;
  private final double[] rows;

  /**
   * A fit on the empty support.
   *
   * @param operator A with unit-norm columns
   * @param measurements y, m entries, read only
   * @param capacity the largest support that will be asked for
   */
  public SupportFit(LinearOperator operator, double[] measurements, int capacity) {
    this.operator = operator;
    this.visited = new VisitedColumns(operator, measurements);
    this.qr = new UpdatableQr(Math.min(operator.rows(), operator.columns()), capacity + 1);
    qr.useRows(0);
    this.correlation = new double[operator.columns()];
    operator.applyTranspose(measurements, correlation);
    this.held = new int[capacity + 1];
    this.refused = new int[capacity + 1];
    this.z = new double[capacity + 1];
    this.x = new double[capacity + 1];
    this.residual = new double[Math.min(operator.rows(), operator.columns())];
    this.rows = new double[operator.rows()];
    this.residualNorm = Vectors.norm(measurements);
  }

  /**
   * Fits on another support.
   *
   * @param newSupport sorted column indices; copied
   */
  public void moveTo(int[] newSupport) {
    int leaving = countMissing(support, newSupport);
    boolean fresh = 2 * leaving > support.length || updates + leaving > REFRESH;
    if (fresh) {
      qr.clear();
      refusedCount = 0;
      updates = 0;
    } else {
      dropAllBut(newSupport);
    }
    for (int j : newSupport) {
      visited.slot(j);
    }
    qr.useRows(visited.dimension());
    if (!fresh) {
      retryRefused();
    }
    for (int j : newSupport) {
      if (!isPlaced(j)) {
        place(j);
      }
    }
    support = newSupport.clone();
    fit();
  }

  private static int countMissing(int[] from, int[] in) {
    int missing = 0;
    for (int i = 0, p = 0; i < from.length; i++) {
      while (p < in.length && in[p] < from[i]) {
        p++;
      }
      if (p == in.length || in[p] != from[i]) {
        missing++;
      }
    }
    return missing;
  }

  private void dropAllBut(int[] newSupport) {
    for (int position = qr.size() - 1; position >= 0; position--) {
      if (Arrays.binarySearch(newSupport, held[position]) < 0) {
        qr.remove(position);
        System.arraycopy(held, position + 1, held, position, qr.size() - position);
        updates++;
      }
    }
    int kept = 0;
    for (int i = 0; i < refusedCount; i++) {
      if (Arrays.binarySearch(newSupport, refused[i]) >= 0) {
        refused[kept++] = refused[i];
      }
    }
    refusedCount = kept;
  }

  /** A column that depended on one that left may be independent now. */
  private void retryRefused() {
    int waiting = refusedCount;
    int[] again = Arrays.copyOf(refused, waiting);
    refusedCount = 0;
    for (int j : again) {
      place(j);
    }
  }

  private void place(int j) {
    double[] coordinates = visited.coordinates(visited.slot(j));
    int position = qr.size();
    if (qr.append(coordinates, coordinates.length)) {
      held[position] = j;
    } else {
      refused[refusedCount++] = j;
    }
  }

  private boolean isPlaced(int j) {
    for (int i = 0; i < qr.size(); i++) {
      if (held[i] == j) {
        return true;
      }
    }
    for (int i = 0; i < refusedCount; i++) {
      if (refused[i] == j) {
        return true;
      }
    }
    return false;
  }

  private void fit() {
    double inside = qr.project(visited.measurementCoordinates(), z, residual);
    residualNorm = Math.hypot(inside, visited.outsideNorm());
    qr.solve(z, x);
  }

  /** {@code ||A x - y||} on the current support. */
  public double residualNorm() {
    return residualNorm;
  }

  /** Whether the columns of the support depend on each other to working precision. */
  public boolean rankDeficient() {
    return refusedCount > 0;
  }

  /** The coefficients of the current support, in the order of its sorted indices; a new array. */
  public double[] coefficients() {
    double[] values = new double[support.length];
    for (int i = 0; i < qr.size(); i++) {
      values[Arrays.binarySearch(support, held[i])] = x[i];
    }
    return values;
  }

  /**
   * The gradient {@code g = A'(A x - y)}, exactly zero on the support.
   *
   * <p>From Gram columns, {@code g = sum x_j A'a_j - A'y}, where the coefficients are small enough
   * for that difference; from the residual itself where they are not.
   *
   * @param g n entries, overwritten
   */
  public void gradient(double[] g) {
    double error = ROUNDING * (1 + Vectors.norm1(x, qr.size()));
    if (error <= GRADIENT_ACCURACY * residualNorm) {
      gradientFromGram(g);
    } else {
      visited.toRows(residual, rows);
      operator.applyTranspose(rows, g);
      Vectors.scale(-1, g);
    }
    for (int j : support) {
      g[j] = 0;
    }
  }

  private void gradientFromGram(double[] g) {
    for (int j = 0; j < g.length; j++) {
      g[j] = -correlation[j];
    }
    int i = 0;
    for (; i + 3 < qr.size(); i += 4) {
      addFour(g, i);
    }
    for (; i < qr.size(); i++) {
      Vectors.axpy(x[i], visited.gram(visited.slot(held[i])), g);
    }
  }

  /** Four Gram columns at a time: the gradient is read and written a quarter as often. */
  private void addFour(double[] g, int i) {
    double[] g0 = visited.gram(visited.slot(held[i]));
    double[] g1 = visited.gram(visited.slot(held[i + 1]));
    double[] g2 = visited.gram(visited.slot(held[i + 2]));
    double[] g3 = visited.gram(visited.slot(held[i + 3]));
    double x0 = x[i];
    double x1 = x[i + 1];
    double x2 = x[i + 2];
    double x3 = x[i + 3];
    for (int j = 0; j < g.length; j++) {
      g[j] += (x0 * g0[j] + x1 * g1[j]) + (x2 * g2[j] + x3 * g3[j]);
    }
  }
}
