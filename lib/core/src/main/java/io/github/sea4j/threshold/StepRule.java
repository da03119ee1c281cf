package io.github.sea4j.threshold;

/** How a thresholding algorithm chooses the step mu of {@code H_k(x - mu g)}. */
interface StepRule {

  /**
   * The gradient at x, at least where the step will look at it.
   *
   * @param g n entries, overwritten
   */
  default void gradient(ThresholdedIterate x, double[] g) {
    x.gradient(g);
  }

  /**
   * Takes the step from x.
   *
   * @param gradient g = A'(A x - y), read only
   * @return the support of the k largest entries of {@link #proposal}, sorted; a new array
   */
  int[] propose(ThresholdedIterate x, double[] gradient);

  /** The dense vector {@code x - mu g} of the last step taken; shared. */
  double[] proposal();

  /**
   * A bound on the steps taken while the support S stays.
   *
   * @param gram {@code A_S'A_S}, read only
   * @return the bound; infinite if there is none or if a step may lengthen {@code x - x*}, the
   *     distance to the least-squares solution on S
   */
  double longest(double[][] gram);
}
