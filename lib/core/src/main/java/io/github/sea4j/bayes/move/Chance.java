package io.github.sea4j.bayes.move;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/** A stream of random numbers in the forms that moves need. Used by one thread at a time. */
public final class Chance {

  private final UniformRandomProvider uniform;
  private final SharedStateContinuousSampler gaussian;

  /** The stream of this seed. */
  public Chance(long seed) {
    this.uniform = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    this.gaussian = ZigguratSampler.NormalizedGaussian.of(uniform);
  }

  /** 0 to {@code bound - 1}. */
  public int below(int bound) {
    return uniform.nextInt(bound);
  }

  /** From 0, below 1. */
  public double share() {
    return uniform.nextDouble();
  }

  /** Standard Gaussian. */
  public double gaussian() {
    return gaussian.sample();
  }

  /** True with the probability of which this is the logarithm. */
  public boolean accepts(double logProbability) {
    return logProbability >= 0 || uniform.nextDouble() < FastExp.exp(logProbability);
  }

  /** True with this probability; no number is drawn where the answer is certain. */
  public boolean happens(double probability) {
    return probability >= 1 || uniform.nextDouble() < probability;
  }

  /**
   * An index drawn with probability proportional to its weight.
   *
   * @param total sum of the weights, above 0
   */
  public int index(double[] weights, int count, double total) {
    double left = total * uniform.nextDouble();
    int chosen = 0;
    for (int i = 0; i < count; i++) {
      if (weights[i] > 0) {
        chosen = i;
        left -= weights[i];
        if (left < 0) {
          break;
        }
      }
    }
    return chosen;
  }
}
