package io.github.sea4j.fit;

import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import java.util.function.BooleanSupplier;

/**
 * What is minimised on a support: the seam between a problem and the algorithms.
 *
 * <p>A loss makes the fits that algorithms move. Implementations are immutable and serve any number
 * of threads. All work on columns of unit norm, and on measurements that may have been scaled by a
 * power of two: the minimiser must scale with them.
 */
public interface Loss {

  /**
   * A fit that moves from support to support.
   *
   * @param operator A with unit-norm columns
   * @param measurements y, m entries, read only
   * @param most columns in the largest support that will be asked for
   * @param hurry once true, no more products with A should be spent than needed; it stays true
   */
  Fit fit(LinearOperator operator, double[] measurements, int most, BooleanSupplier hurry);

  /**
   * A fit whose support only grows, column by column; what greedy algorithms need. A column that
   * depends on those before it makes the fit {@linkplain Fit#rankDeficient rank deficient}.
   *
   * @param operator A with unit-norm columns
   * @param measurements y, m entries, read only
   * @param most columns in the largest support that will be asked for
   */
  default Fit growingFit(LinearOperator operator, double[] measurements, int most) {
    return fit(operator, measurements, most, () -> false);
  }

  /**
   * A point that moves freely, from x = 0.
   *
   * @param operator A with unit-norm columns
   * @param measurements y, m entries, read only
   * @param hurry as for {@link #fit}
   */
  SparsePoint point(LinearOperator operator, double[] measurements, BooleanSupplier hurry);

  /**
   * The fit on one support, free of what moving may have left: the confirmation of every answer.
   *
   * @param operator A with unit-norm columns
   * @param measurements y, m entries, read only
   * @param support sorted columns, read only
   */
  SupportSolution solve(LinearOperator operator, double[] measurements, int[] support);

  /** The same with its support: what observers are shown. */
  default Fitted fitted(LinearOperator operator, double[] measurements, int[] support) {
    return solve(operator, measurements, support).on(support);
  }

  /**
   * The value of the fit on no column, beside which values are small or large; for least squares
   * {@code ||y||}.
   *
   * @param operator A with unit-norm columns
   * @param measurements y, m entries, read only
   */
  default double nullValue(LinearOperator operator, double[] measurements) {
    return Vectors.norm(measurements);
  }

  /**
   * A bound on the curvature, or its usual size, beside that of least squares: fixed steps along
   * the gradient are divided by it.
   *
   * @param measurements y, m entries, read only
   */
  default double curvature(double[] measurements) {
    return 1;
  }

  /**
   * Whether what algorithms see as one column may be several, which can depend on each other alone:
   * a rank deficient fit then need not mean that the last one says nothing new.
   */
  default boolean isGrouped() {
    return false;
  }
}
