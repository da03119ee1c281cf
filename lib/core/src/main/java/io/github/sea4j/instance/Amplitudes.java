package io.github.sea4j.instance;

import io.github.sea4j.check.Require;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** The law of the non-zeros of x*; all are independent. */
public sealed interface Amplitudes {

  /** Uniform in [-2, -1] u [1, 2]: the paper's law (caption of Figure 2). */
  static Amplitudes uniform() {
    return new TwoIntervals(1, 2);
  }

  /** Standard Gaussian. */
  static Amplitudes gaussian() {
    return new Gaussian();
  }

  /** 1 or -1 with equal chance. */
  static Amplitudes signs() {
    return new Signs();
  }

  /** All 1. */
  static Amplitudes ones() {
    return new Equal(1);
  }

  /** Uniform in [low, high], all positive. */
  static Amplitudes between(double low, double high) {
    return new Positive(low, high);
  }

  /** Draws {@code count} amplitudes, at least 0; the first ones do not depend on {@code count}. */
  double[] sample(UniformRandomProvider random, int count);

  /**
   * Uniform in [-high, -low] u [low, high].
   *
   * @param low above 0
   * @param high finite, at least {@code low}
   */
  record TwoIntervals(double low, double high) implements Amplitudes {

    /** Checks {@code 0 < low <= high < infinity}. */
    public TwoIntervals {
      if (!(low > 0)) {
        throw new IllegalArgumentException("low must be above 0, but is " + low);
      }
      if (!(high >= low && high < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "high must be finite and at least low = %s, but is %s".formatted(low, high));
      }
    }

    @Override
    public double[] sample(UniformRandomProvider random, int count) {
      double[] values = new double[Require.atLeast("count", count, 0)];
      for (int i = 0; i < count; i++) {
        double magnitude = Math.min(high, low + (high - low) * random.nextDouble());
        values[i] = random.nextBoolean() ? magnitude : -magnitude;
      }
      return values;
    }
  }

  /**
   * Uniform in [low, high].
   *
   * @param low above 0
   * @param high finite, at least {@code low}
   */
  record Positive(double low, double high) implements Amplitudes {

    /** Checks {@code 0 < low <= high < infinity}. */
    public Positive {
      if (!(low > 0 && high >= low && high < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "low must be above 0 and high finite and at least low, but are %s and %s"
                .formatted(low, high));
      }
    }

    @Override
    public double[] sample(UniformRandomProvider random, int count) {
      double[] values = new double[Require.atLeast("count", count, 0)];
      for (int i = 0; i < count; i++) {
        values[i] = Math.min(high, low + (high - low) * random.nextDouble());
      }
      return values;
    }
  }

  /** Standard Gaussian; an exact zero is drawn again. */
  record Gaussian() implements Amplitudes {

    @Override
    public double[] sample(UniformRandomProvider random, int count) {
      SharedStateContinuousSampler gaussian = ZigguratSampler.NormalizedGaussian.of(random);
      double[] values = new double[Require.atLeast("count", count, 0)];
      for (int i = 0; i < count; i++) {
        do {
          values[i] = gaussian.sample();
        } while (values[i] == 0);
      }
      return values;
    }
  }

  /** 1 or -1 with equal chance. */
  record Signs() implements Amplitudes {

    @Override
    public double[] sample(UniformRandomProvider random, int count) {
      double[] values = new double[Require.atLeast("count", count, 0)];
      for (int i = 0; i < count; i++) {
        values[i] = random.nextBoolean() ? 1 : -1;
      }
      return values;
    }
  }

  /**
   * All equal.
   *
   * @param value finite, not 0
   */
  record Equal(double value) implements Amplitudes {

    /** Checks that the value is finite and not 0. */
    public Equal {
      if (!Double.isFinite(value) || value == 0) {
        throw new IllegalArgumentException("value must be finite and not 0, but is " + value);
      }
    }

    @Override
    public double[] sample(UniformRandomProvider random, int count) {
      double[] values = new double[Require.atLeast("count", count, 0)];
      Arrays.fill(values, value);
      return values;
    }
  }
}
