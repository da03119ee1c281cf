package io.github.sea4j.theory;

import io.github.sea4j.instance.Instance;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.problem.SparseVector;

/**
 * How far the straight-through gradient is from the oracle update, {@code b_t = g_t - u_t},
 * measured along a run: hand it the estimate of each iteration.
 *
 * <p>Here {@code g_t = A'(A x_t - y)}, taken as zero on S_t, and {@code u_i = -x*_i} on the true
 * indices that S_t misses, 0 elsewhere; columns of unit norm, values in the units of y. Cost of one
 * estimate: a product with A and one with A'. Mutable, for one thread.
 */
public final class DirectionError {

  private final UnitInstance instance;
  private final double[] residual;
  private final double[] gradient;
  private double largest;

  private DirectionError(UnitInstance instance) {
    this.instance = instance;
    this.residual = new double[instance.problem().rows()];
    this.gradient = new double[instance.problem().columns()];
  }

  /**
   * A meter that has seen nothing yet.
   *
   * @throws IllegalArgumentException if the truth has no non-zero, or more than k
   */
  public static DirectionError along(Instance instance) {
    return new DirectionError(UnitInstance.of(instance));
  }

  /**
   * Measures one iteration.
   *
   * @param estimate x_t, the least-squares fit on S_t, in the scale of the user's columns; its
   *     support is S_t
   * @return {@code ||b_t||_inf}
   */
  public double see(SparseVector estimate) {
    double[] x = instance.problem().fromUser(estimate);
    boolean[] inside = instance.membership(estimate);
    instance.operator().apply(x, residual);
    Vectors.axpy(-1, instance.problem().measurements(), residual);
    instance.operator().applyTranspose(residual, gradient);
    double norm = 0;
    for (int j = 0; j < gradient.length; j++) {
      if (!inside[j]) {
        norm = Math.max(norm, Math.abs(gradient[j] + instance.truth()[j]));
      }
    }
    double inUnitsOfY = instance.problem().toUser(norm);
    largest = Math.max(largest, inUnitsOfY);
    return inUnitsOfY;
  }

  /** {@code eps}, the largest {@code ||b_t||_inf} seen so far; 0 before the first. */
  public double largest() {
    return largest;
  }
}
