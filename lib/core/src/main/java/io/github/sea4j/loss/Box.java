package io.github.sea4j.loss;

/**
 * Bounds on coefficients.
 *
 * @param lower one for each coefficient, may be minus infinity; shared
 * @param upper one for each, may be infinity; shared
 */
record Box(double[] lower, double[] upper) {

  double clip(int i, double value) {
    return Math.min(Math.max(value, lower[i]), upper[i]);
  }

  /** Whether a coefficient is at a bound that descent along -g would cross. */
  boolean blocks(int i, double value, double g) {
    return (g > 0 && value <= lower[i]) || (g < 0 && value >= upper[i]);
  }

  /** Whether one may go along a direction for ever. */
  boolean isOpenTowards(double[] direction) {
    for (int i = 0; i < direction.length; i++) {
      if ((direction[i] > 0 && upper[i] < Double.POSITIVE_INFINITY)
          || (direction[i] < 0 && lower[i] > Double.NEGATIVE_INFINITY)) {
        return false;
      }
    }
    return true;
  }
}
