package io.github.sea4j.fit;

import org.jspecify.annotations.Nullable;

/**
 * The best coefficients on a support, which an algorithm moves from support to support.
 *
 * <p>Begins on the empty support. Not thread-safe.
 */
public interface Fit extends Fitted {

  /**
   * Fits on another support.
   *
   * @param support sorted columns, at most as many as the fit was made for; copied
   */
  void moveTo(int[] support);

  /**
   * The gradient of the loss at the fit over all columns; for least squares {@code A'(A x - y)}.
   *
   * <p>The coefficients are optimal on the support, and the gradient says so: it is exactly zero
   * there, or whatever else the conditions of Karush, Kuhn and Tucker ask where coefficients are
   * constrained.
   *
   * @param g n entries, overwritten
   */
  void gradient(double[] g);

  /**
   * How sums of gradients over several fits rank columns; null where by their magnitude, and the
   * gradient is all that is to be summed.
   */
  default @Nullable ExplorationScores scores() {
    return null;
  }

  /** Whether the columns of the support depend on each other to working precision. */
  boolean rankDeficient();

  /** Coefficients, value and rank together, as an answer has them. */
  default SupportSolution solution() {
    return new SupportSolution(coefficients(), value(), rankDeficient());
  }
}
