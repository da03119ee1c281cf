package io.github.sea4j.bayes;

import io.github.sea4j.check.Require;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How to sample, and what is known beforehand.
 *
 * @param seed of all random numbers
 * @param sweeps of each chain, those that learn included
 * @param noise standard deviation of the noise on one measurement, learned where it is not given
 * @param law of the non-zero coefficients
 * @param scales norms of the columns in the user's units, for laws in the units of the user's
 *     coefficients; none where all are 1; copied
 * @param choosesSize whether the number of spikes is sampled too, up to the one given
 * @param parallel whether more than one thread may be used; the result is the same
 */
@SuppressWarnings("ArrayRecordComponent") // Settings are not compared.
public record PosteriorSettings(
    long seed,
    int sweeps,
    OptionalDouble noise,
    AmplitudeLaw law,
    double[] scales,
    boolean choosesSize,
    boolean parallel) {

  /** Sweeps that are enough for some tens of spikes. */
  public static final int SWEEPS = 900;

  /** All is learned, seed 1. */
  public static final PosteriorSettings DEFAULT =
      new PosteriorSettings(
          1, SWEEPS, OptionalDouble.empty(), AmplitudeLaw.LEARNED, new double[0], false, true);

  /** Checks bounds. */
  public PosteriorSettings {
    Require.atLeast("sweeps", sweeps, 9);
    if (noise.isPresent()) {
      Require.notNegative("noise", noise.getAsDouble());
    }
    scales = scales.clone();
    for (double scale : scales) {
      Require.positive("scale", scale);
    }
  }

  /** With other random numbers. */
  public PosteriorSettings withSeed(long number) {
    return new PosteriorSettings(number, sweeps, noise, law, scales, choosesSize, parallel);
  }

  /** With so many sweeps, at least 9. */
  public PosteriorSettings withSweeps(int count) {
    return new PosteriorSettings(seed, count, noise, law, scales, choosesSize, parallel);
  }

  /** With a known standard deviation of the noise on one measurement, at least 0. */
  public PosteriorSettings withNoise(double deviation) {
    return new PosteriorSettings(
        seed, sweeps, OptionalDouble.of(deviation), law, scales, choosesSize, parallel);
  }

  /** With something known of the coefficients. */
  public PosteriorSettings withLaw(AmplitudeLaw known) {
    return new PosteriorSettings(seed, sweeps, noise, known, scales, choosesSize, parallel);
  }

  /** With norms of the columns in the user's units. */
  public PosteriorSettings withScales(double[] norms) {
    return new PosteriorSettings(seed, sweeps, noise, law, norms, choosesSize, parallel);
  }

  /** The number of spikes is sampled too: none to the given one, all equally likely beforehand. */
  public PosteriorSettings choosingSize() {
    return new PosteriorSettings(seed, sweeps, noise, law, scales, true, parallel);
  }

  /** On the calling thread alone. */
  public PosteriorSettings onOneThread() {
    return new PosteriorSettings(seed, sweeps, noise, law, scales, choosesSize, false);
  }

  /**
   * The scale of each column.
   *
   * @throws IllegalArgumentException if there is not one for each
   */
  double[] scale(int columns) {
    if (scales.length == 0) {
      double[] ones = new double[columns];
      Arrays.fill(ones, 1);
      return ones;
    }
    if (scales.length != columns) {
      throw new IllegalArgumentException(
          "scales: length must be the number of columns %d, but is %d"
              .formatted(columns, scales.length));
    }
    return scales.clone();
  }
}
