package io.github.sea4j.fit;

import io.github.sea4j.operator.LinearOperator;

/** A fit of a loss that is not quadratic, and that knows the quadratic which is nearest to it. */
public interface CurvedFit extends Fit {

  /** The quadratic model at the fit, for scores of exchanges; made anew at each call. */
  QuadraticModel model();

  /**
   * Least squares that agrees with another loss in value, slope and curvature at a fit, up to a
   * constant: {@code ||B x - z||²}, columns of B of unit norm.
   *
   * @param operator B; its columns are those of the loss's matrix, each scaled
   * @param measurements z
   */
  record QuadraticModel(LinearOperator operator, double[] measurements) {}
}
