package io.github.sea4j.operator;

import io.github.sea4j.check.Require;
import io.github.sea4j.linalg.OrthogonalRows;

/**
 * The geometry in which all directions of measurement space count alike: with {@code W = (A A' +
 * tau² I)^(-1/2)}, the matrix {@code W A} and the measurements {@code W y} of one matrix A.
 *
 * <p>If the coefficients have variance c and the noise has variance {@code sigma²}, then {@code
 * Cov(y) = c A A' + sigma² I}: W whitens y where {@code tau² = sigma² / c}. Towards {@code tau = 0}
 * it is the Puffer transform (Jia and Rohe, <i>Electronic Journal of Statistics</i> 9, 2015); with
 * tau far above {@code ||A||} nothing changes but the scale. Supports stay what they are, since
 * {@code W A x = (W A) x}.
 *
 * <p>W is determined up to a rotation of the rows, which no solver can see; implementations choose
 * the cheapest. Immutable and safe for use by several threads; what is costly is computed once and
 * shared by all tau and all measurements.
 */
public interface Whitening {

  /**
   * {@code W A}.
   *
   * @param tau at least 0, in the units of A
   * @throws IllegalArgumentException if tau is negative or not finite
   */
  LinearOperator operator(double tau);

  /**
   * {@code W y}, in the same rotation as {@link #operator}.
   *
   * @param y m entries, read only
   * @param tau at least 0, in the units of A
   * @return m entries, a new array
   * @throws IllegalArgumentException if tau is negative or not finite
   */
  double[] measurements(double[] y, double tau);

  /**
   * What the ridge estimate {@code A' (A A' + tau² I)^(-1) y} leaves of the measurements, {@code
   * ||tau² (A A' + tau² I)^(-1) y||}: never falls as tau grows, towards {@code ||y||}.
   *
   * @param y m entries, read only
   * @param tau at least 0, in the units of A
   * @throws IllegalArgumentException if tau is negative or not finite
   */
  double ridgeResidualNorm(double[] y, double tau);

  /** The decomposition itself, for solvers that choose another tau in every iteration; shared. */
  OrthogonalRows orthogonalRows();

  /** Refuses what is not a tau. */
  static double checked(double tau) {
    return Require.notNegative("tau", tau);
  }
}
