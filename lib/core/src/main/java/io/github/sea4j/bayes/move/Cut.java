package io.github.sea4j.bayes.move;

/**
 * What is cut off the Gaussians that the magnitudes of coefficients follow.
 *
 * @param sign 1 or -1 where only coefficients of that sign occur, 0 where both do
 * @param low least magnitude, at least 0
 * @param high largest magnitude, above low
 */
public record Cut(int sign, double low, double high) {

  /** Nothing is cut off: a coefficient of either component may have either sign. */
  public static final Cut NONE = new Cut(0, 0, Double.POSITIVE_INFINITY);

  /** Whether anything is. */
  public boolean cuts() {
    return sign != 0 || low > 0 || high < Double.POSITIVE_INFINITY;
  }

  /**
   * Bounds on the way to none, the sign kept.
   *
   * @param share of the way, 0 to 1
   */
  public Cut broadened(double share) {
    return share == 0 ? this : new Cut(sign, (1 - share) * low, high / (1 - share));
  }

  /** Whether a coefficient drawn from the component of that sign is left. */
  boolean allows(double coefficient, double component) {
    double along = coefficient * component;
    return !cuts() || (along >= low && along <= high);
  }
}
