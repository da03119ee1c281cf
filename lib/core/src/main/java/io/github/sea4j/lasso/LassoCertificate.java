package io.github.sea4j.lasso;

import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.problem.UnitNormProblem;

/**
 * How far a vector can be from the minimum of {@code P(x) = 1/2 ||y - A x||² + lambda ||x||_1}.
 *
 * <p>Every u with {@code ||A'u||_inf <= lambda} bounds the minimum from below by {@code D(u) = 1/2
 * ||y||² - 1/2 ||y - u||²}. Of the multiples {@code u = t r} of the residual the best one is taken,
 * and {@code P - D} is summed in the form
 *
 * <pre>
 * (1 - t)² ||r||² / 2 + sum over j of |x_j| (lambda - t s_j c_j),   c = A'r, s = sign(x)
 * </pre>
 *
 * whose terms are never negative: nothing cancels.
 */
final class LassoCertificate {

  private LassoCertificate() {}

  /**
   * {@code (P - D) / P}, from 0 (optimal) to 1; 0 where P is.
   *
   * @param unit the problem
   * @param x n entries, in the scale of unit-norm columns
   * @param lambda at least 0, in the scale of the unit-norm problem
   */
  static double relativeGap(UnitNormProblem unit, double[] x, double lambda) {
    double[] residual = new double[unit.rows()];
    unit.operator().apply(x, residual);
    for (int i = 0; i < residual.length; i++) {
      residual[i] = unit.measurements()[i] - residual[i];
    }
    double[] c = new double[unit.columns()];
    unit.operator().applyTranspose(residual, c);
    double squared = Vectors.dot(residual, residual);
    double primal = 0.5 * squared + lambda * Vectors.norm1(x, x.length);
    if (primal == 0) {
      return 0;
    }
    double t = multiple(c, x, squared, lambda);
    double gap = 0.5 * (1 - t) * (1 - t) * squared;
    for (int j = 0; j < x.length; j++) {
      gap += Math.max(0, Math.abs(x[j]) * lambda - t * c[j] * x[j]);
    }
    return Math.min(1, gap / primal);
  }

  /**
   * The maximiser of {@code D(t r) = t r'y - t² ||r||²/2} where {@code |t| ||c||_inf <= lambda}.
   */
  private static double multiple(double[] c, double[] x, double squared, double lambda) {
    double largest = Vectors.largestMagnitude(c);
    if (squared == 0 || largest == 0) {
      return squared == 0 ? 0 : 1;
    }
    double free = 1 + Vectors.dot(c, x) / squared;
    double bound = lambda / largest;
    return Math.max(-bound, Math.min(bound, free));
  }
}
