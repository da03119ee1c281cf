package io.github.sea4j.bayes.move;

/** The standard normal distribution. */
final class Normal {

  /** Beyond this the distribution function is 0 or 1 to working precision. */
  private static final double FAR = 8;

  private static final double INVERSE_ROOT_TWO_PI = 0.3989422804014327;

  private Normal() {}

  /**
   * The distribution function, to an absolute error below 1e-12: the series {@code 1/2 + phi(x) (x
   * + x³/3 + x⁵/(3 5) + ...)} (Marsaglia, Evaluating the normal distribution, <i>Journal of
   * Statistical Software</i> 11, 2004).
   */
  static double cdf(double x) {
    if (Math.abs(x) > FAR) {
      return x > 0 ? 1 : 0;
    }
    double term = x;
    double sum = x;
    for (int i = 3; Math.abs(term) > 1e-17 * Math.abs(sum); i += 2) {
      term *= x * x / i;
      sum += term;
    }
    return 0.5 + sum * INVERSE_ROOT_TWO_PI * FastExp.exp(-0.5 * x * x);
  }
}
