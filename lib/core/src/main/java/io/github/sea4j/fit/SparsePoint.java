package io.github.sea4j.fit;

/**
 * Any sparse x, optimal on its support or not, with its value and gradient: what iterative hard
 * thresholding moves.
 *
 * <p>Begins at x = 0. Not thread-safe.
 */
public interface SparsePoint extends Fitted {

  /**
   * Sets x.
   *
   * @param support sorted columns
   * @param coefficients one for each; neither array may be changed afterwards
   */
  void set(int[] support, double[] coefficients);

  /**
   * The gradient of the loss at x over all columns; for least squares {@code A'(A x - y)}.
   *
   * @param g n entries, overwritten
   */
  void gradient(double[] g);

  /**
   * {@code ||A d||} for a vector with few non-zeros.
   *
   * @param columns the non-zeros
   * @param d their values
   */
  double imageNorm(int[] columns, double[] d);
}
