package io.github.sea4j.bayes.move;

/**
 * The numbers of the model: coefficients {@code N(+-mean, variance)} in the user's units, noise
 * {@code N(0, noiseVariance)} on each measurement.
 *
 * @param mean of the magnitude
 * @param variance around it
 * @param noiseVariance of one measurement
 */
public record ModelParameters(double mean, double variance, double noiseVariance) {

  /** Where bounds and mean do not fit together; a smaller share would only lead to overflow. */
  private static final double LEAST_SHARE = 1e-12;

  /**
   * A law on the way to the Gaussian around zero with the same second moment: the variance grows
   * geometrically.
   *
   * @param share of the way, 0 to 1
   */
  public ModelParameters broadened(double share) {
    if (share == 0) {
      return this;
    }
    double moment = mean * mean + variance;
    double broad = variance * StrictMath.pow(moment / variance, share);
    return new ModelParameters(Math.sqrt(Math.max(0, moment - broad)), broad, noiseVariance);
  }

  /**
   * Logarithm of the constants in the density of a coefficient under a law with this mean and
   * variance: {@code exp(-mean²/(2 variance))/sqrt(variance)}, halved where both signs occur, over
   * the share of the Gaussian that bounds leave. Of a law as sharp as mean = 40 spreads the
   * constants themselves are below the least double.
   */
  double logSlabFactor(Cut cut) {
    double deviation = Math.sqrt(variance);
    double share = 1;
    if (cut.cuts()) {
      double above = Normal.cdf((cut.high() - mean) / deviation);
      share = Math.max(LEAST_SHARE, above - Normal.cdf((cut.low() - mean) / deviation));
      // Around zero both components are the same Gaussian, and both of its sides are left.
      share *= cut.sign() == 0 && mean == 0 ? 2 : 1;
    }
    double half = cut.sign() == 0 ? 0.5 : 1;
    return StrictMath.log(half / (deviation * share)) - 0.5 * mean * mean / variance;
  }
}
