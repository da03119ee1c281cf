package io.github.sea4j.loss;

import io.github.sea4j.linalg.Vectors;
import java.util.Arrays;

/**
 * The linear predictor {@code eta_i = known_i + (D c)_i / s_i}, and the deviance, its slopes and
 * its curvatures there. Not thread-safe.
 */
final class Predictor {

  private final Family family;
  private final double[] y;
  private final double[] s;
  private final double[] known;
  private final double[] linear;
  private final double[] eta;
  private final double[] slope;
  private final double[] curvature;

  /**
   * @param s square roots of the sample weights; shared
   * @param known offset; shared, read at each evaluation
   */
  Predictor(Family family, double[] y, double[] s, double[] known) {
    this.family = family;
    this.y = y;
    this.s = s;
    this.known = known;
    this.linear = new double[y.length];
    this.eta = new double[y.length];
    this.slope = new double[y.length];
    this.curvature = new double[y.length];
  }

  /** The deviance at these coefficients of the columns D; cost m for each that is not zero. */
  double evaluate(double[][] d, double[] coefficients) {
    Arrays.fill(linear, 0);
    for (int i = 0; i < d.length; i++) {
      if (coefficients[i] != 0) {
        Vectors.axpy(coefficients[i], d[i], linear);
      }
    }
    for (int i = 0; i < eta.length; i++) {
      eta[i] = s[i] > 0 ? known[i] + linear[i] / s[i] : known[i];
    }
    return family.evaluate(y, eta, s, slope, curvature);
  }

  /** eta; shared, overwritten by each evaluation. */
  double[] eta() {
    return eta;
  }

  /** {@code s_i (mu_i - y_i)}; shared likewise. */
  double[] slope() {
    return slope;
  }

  /** {@code d mu_i / d eta_i}, zero where the weight is; shared likewise. */
  double[] curvature() {
    return curvature;
  }

  /** The largest curvature that the logistic loss can have in each row; a new array. */
  double[] largestCurvature() {
    return Arrays.stream(s).map(root -> root > 0 ? 0.25 : 0).toArray();
  }
}
