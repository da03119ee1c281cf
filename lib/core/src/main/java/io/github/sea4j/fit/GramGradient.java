package io.github.sea4j.fit;

import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;

/**
 * The gradient {@code g = A'(A x - y)} at a sparse x from Gram columns, {@code g = sum x_j A'a_j -
 * A'y}: n |S| multiplications instead of a product with A'.
 *
 * <p>Near a solution of a small residual that is a small difference of large numbers; {@link
 * #isAccurate} says when the residual itself has to be multiplied.
 */
public final class GramGradient {

  /** The error allowed, as a share of the residual norm, which bounds the gradient. */
  private static final double ACCURACY = 1e-10;

  private static final double ROUNDING = 4 * Math.ulp(1.0);

  private final double[] correlation;

  /**
   * Costs one product, {@code A'y}.
   *
   * @param operator A with unit-norm columns
   * @param measurements y, m entries, read only
   */
  public GramGradient(LinearOperator operator, double[] measurements) {
    this.correlation = new double[operator.columns()];
    operator.applyTranspose(measurements, correlation);
  }

  /** {@code a_j'y}. */
  public double correlation(int j) {
    return correlation[j];
  }

  /**
   * Whether the rounding error, {@code 4 eps (1 + ||x||_1)} for y of norm 1, is small beside the
   * residual.
   *
   * @param x coefficients
   * @param count how many of them
   * @param residualNorm {@code ||A x - y||}
   */
  public static boolean isAccurate(double[] x, int count, double residualNorm) {
    return ROUNDING * (1 + Vectors.norm1(x, count)) <= ACCURACY * residualNorm;
  }

  /**
   * Evaluates the gradient.
   *
   * @param x coefficients
   * @param gram for each of them, the Gram column {@code A'a_j}
   * @param count how many of them
   * @param g n entries, overwritten
   */
  public void evaluate(double[] x, PackedVector[] gram, int count, double[] g) {
    for (int j = 0; j < g.length; j++) {
      g[j] = -correlation[j];
    }
    PackedVector.addTo(x, gram, count, g);
  }
}
