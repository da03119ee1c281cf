package io.github.sea4j.loss;

import io.github.sea4j.linalg.UpdatableCholesky;
import io.github.sea4j.linalg.Vectors;
import java.util.Arrays;

/** The factored Hessian {@code D' diag(v) D + ridge I} of a fit, over the columns that move. */
final class Curvature {

  /** Squared pivots below this share of the diagonal: the column does not move in this step. */
  private static final double SINGULAR = 1e-13;

  /** Rows that are worked on together, so that their entries stay in the fastest cache. */
  private static final int BLOCK = 256;

  private UpdatableCholesky cholesky = new UpdatableCholesky();
  private double[][] hessian = {};
  private int[] moving = {};
  private int count;
  private final double[] scaled = new double[BLOCK];

  void forget() {
    count = 0;
  }

  /** Factors the Hessian over the columns that are not held. */
  void of(double[][] d, double[] v, double ridge, boolean[] held) {
    if (moving.length < d.length) {
      moving = new int[d.length];
      hessian = new double[d.length][d.length];
    }
    int free = 0;
    for (int i = 0; i < d.length; i++) {
      if (!held[i]) {
        moving[free++] = i;
      }
    }
    products(d, v, free);
    cholesky.clear();
    count = 0;
    for (int a = 0; a < free; a++) {
      double[] row = new double[count];
      for (int b = 0; b < count; b++) {
        row[b] = hessian[a][kept[b]];
      }
      double diagonal = hessian[a][a] + ridge;
      if (cholesky.append(row, diagonal, SINGULAR * diagonal)) {
        keep(a);
      }
    }
    for (int b = 0; b < count; b++) {
      kept[b] = moving[kept[b]];
    }
  }

  private int[] kept = {};

  private void keep(int a) {
    if (kept.length < moving.length) {
      kept = Arrays.copyOf(kept, moving.length);
    }
    kept[count++] = a;
  }

  private void products(double[][] d, double[] v, int free) {
    for (int a = 0; a < free; a++) {
      Arrays.fill(hessian[a], 0, a + 1, 0);
    }
    for (int from = 0; from < v.length; from += BLOCK) {
      int to = Math.min(from + BLOCK, v.length);
      for (int a = 0; a < free; a++) {
        double[] column = d[moving[a]];
        for (int i = from; i < to; i++) {
          scaled[i - from] = v[i] * column[i];
        }
        for (int b = 0; b <= a; b++) {
          hessian[a][b] += dot(scaled, d[moving[b]], from, to - from);
        }
      }
    }
  }

  private static double dot(double[] a, double[] b, int from, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < length; i += 4) {
      s0 = Math.fma(a[i], b[from + i], s0);
      s1 = Math.fma(a[i + 1], b[from + i + 1], s1);
      s2 = Math.fma(a[i + 2], b[from + i + 2], s2);
      s3 = Math.fma(a[i + 3], b[from + i + 3], s3);
    }
    for (; i < length; i++) {
      s0 = Math.fma(a[i], b[from + i], s0);
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** {@code H^-1 g} on the columns that move, zero elsewhere; a new array. */
  double[] solve(double[] g, boolean[] held) {
    double[] right = new double[count];
    Vectors.gather(g, kept, 0, count, right);
    cholesky.solve(right);
    double[] direction = new double[held.length];
    Vectors.scatter(right, kept, count, direction);
    return direction;
  }
}
