package io.github.sea4j.bayes;

import io.github.sea4j.check.Require;
import io.github.sea4j.linalg.Vectors;
import java.util.OptionalDouble;

/**
 * How to sample, and what is known beforehand.
 *
 * @param seed of all random numbers
 * @param sweeps of each chain, those that learn included
 * @param noise standard deviation of the noise on one measurement, learned where it is not given
 * @param law of the non-zero coefficients
 * @param scales amplitude on a column of unit norm of a coefficient 1; none where all are 1; copied
 * @param choosesSize whether the number of spikes is sampled too, up to the one given
 * @param tempersLaw whether the law gets broader with temperature
 */
@SuppressWarnings("ArrayRecordComponent") // Settings are not compared.
record PosteriorSettings(
    long seed,
    int sweeps,
    OptionalDouble noise,
    AmplitudeLaw law,
    double[] scales,
    boolean choosesSize,
    boolean tempersLaw) {

  /** Sweeps that are enough for some tens of spikes. */
  static final int SWEEPS = 900;

  /** Each stage needs at least one. */
  static final int LEAST_SWEEPS = 9;

  /** All is learned, seed 1. */
  static final PosteriorSettings DEFAULT =
      new PosteriorSettings(
          1, SWEEPS, OptionalDouble.empty(), AmplitudeLaw.LEARNED, new double[0], false, false);

  /** Checks bounds. */
  PosteriorSettings {
    Require.atLeast("sweeps", sweeps, LEAST_SWEEPS);
    if (noise.isPresent()) {
      Require.notNegative("noise", noise.getAsDouble());
    }
    scales = scales.clone();
    for (double scale : scales) {
      Require.positive("scale", scale);
    }
  }

  /** With other random numbers. */
  PosteriorSettings withSeed(long number) {
    return new PosteriorSettings(number, sweeps, noise, law, scales, choosesSize, tempersLaw);
  }

  /** With so many sweeps, at least 9. */
  PosteriorSettings withSweeps(int count) {
    return new PosteriorSettings(seed, count, noise, law, scales, choosesSize, tempersLaw);
  }

  /** With a known standard deviation of the noise on one measurement, at least 0. */
  PosteriorSettings withNoise(double deviation) {
    return new PosteriorSettings(
        seed, sweeps, OptionalDouble.of(deviation), law, scales, choosesSize, tempersLaw);
  }

  /** With something known of the coefficients. */
  PosteriorSettings withLaw(AmplitudeLaw known) {
    return new PosteriorSettings(seed, sweeps, noise, known, scales, choosesSize, tempersLaw);
  }

  /** With columns whose amplitudes are these for a coefficient 1. */
  PosteriorSettings withScales(double[] amplitudes) {
    return new PosteriorSettings(seed, sweeps, noise, law, amplitudes, choosesSize, tempersLaw);
  }

  /** The number of spikes is sampled too: none to the given one, all equally likely beforehand. */
  PosteriorSettings choosingSize() {
    return new PosteriorSettings(seed, sweeps, noise, law, scales, true, tempersLaw);
  }

  /** Hot chains have a broader law, and bounds farther away. */
  PosteriorSettings temperingLaw() {
    return new PosteriorSettings(seed, sweeps, noise, law, scales, choosesSize, true);
  }

  /**
   * The scale of each column.
   *
   * @throws IllegalArgumentException if there is not one for each
   */
  double[] scale(int columns) {
    if (scales.length == 0) {
      return Vectors.ones(columns);
    }
    Require.length("scales", scales.length, "columns", columns);
    return scales.clone();
  }
}
