package io.github.sea4j.bayes.vamp;

/**
 * The prior of a coefficient, and its posterior mean after a look at it through Gaussian noise of
 * variance tau: 0 but for a share k/n, else {@code (N(mu, phi) + N(-mu, phi)) / 2}, mu and phi
 * learned by expectation maximisation (Vila and Schniter, <i>IEEE Transactions on Signal
 * Processing</i> 61, 2013).
 *
 * <p>For an observation r, with {@code w = phi + tau}: the slab's two halves have means {@code (r
 * phi +- mu tau) / w} and variance {@code phi tau / w}, and odds {@code exp(+-r mu / w)}.
 */
final class VampPrior {

  /** The iteration from which on the mixture is learned; before, nothing is known of it. */
  static final int FIRST_LEARNING = 5;

  private static final double LEAST = 0.01;
  private static final double MOST = 20;

  /** Beyond this the exponential is 0 or infinite beside 1, and would overflow. */
  private static final double LARGEST_EXPONENT = 700;

  private double mean = 0.8;
  private double variance = 0.36;

  /** Sums of q, q E|x| and q E x² over the columns, q the probability of a non-zero. */
  private double number;

  private double first;
  private double second;

  /**
   * Posterior means and odds.
   *
   * @param r observations
   * @param tau their variance
   * @param priorLogOdds of a non-zero
   * @param field added to these for each column, times {@code fading}
   * @param x overwritten by the posterior means
   * @param odds overwritten by the posterior odds of a non-zero
   * @return the mean posterior variance
   */
  double denoise(
      double[] r,
      double tau,
      double priorLogOdds,
      double[] field,
      double fading,
      double[] x,
      double[] odds) {
    double w = variance + tau;
    double tilt = mean / w;
    double shrinkage = variance / w;
    double pull = mean * tau / w;
    double left = variance * tau / w;
    double curvature = 1 / (2 * tau) - 1 / (2 * w);
    double constant = priorLogOdds + Math.log(tau / w) / 2 - mean * mean / (2 * w) - Math.log(2);
    double sum = 0;
    number = 0;
    first = 0;
    second = 0;
    for (int j = 0; j < r.length; j++) {
      double lean = Math.abs(r[j]) * tilt;
      double e = Math.exp(-2 * lean);
      double exponent = constant + field[j] * fading + r[j] * r[j] * curvature + lean;
      double bound = Math.min(Math.max(exponent, -LARGEST_EXPONENT), LARGEST_EXPONENT);
      // 2 cosh(lean) = exp(lean) (1 + e)
      odds[j] = Math.exp(bound) * (1 + e);
      double zero = 1 / (1 + odds[j]);
      double q = odds[j] * zero;
      double b = Math.abs(r[j]) * shrinkage;
      double h = (1 - e) / (1 + e);
      double slab = b + pull * h;
      double between = pull * pull * (1 - h) * (1 + h);
      x[j] = Math.copySign(q * slab, r[j]);
      // Nothing cancels: of being zero or not, of the sign, of the amplitude.
      sum += q * (zero * slab * slab + between + left);
      number += q;
      first += q * (b * h + pull);
      second += q * (slab * slab + between + left);
    }
    return sum / r.length;
  }

  /** Fits mu and phi to the posterior just computed. */
  void learn() {
    mean = bounded(first / number);
    variance = bounded(second / number - mean * mean);
  }

  private static double bounded(double value) {
    return Math.min(Math.max(value, LEAST), MOST);
  }
}
