package io.github.sea4j.bayes;

import io.github.sea4j.bayes.move.ModelParameters;
import io.github.sea4j.bayes.move.Spikes;
import io.github.sea4j.linalg.Vectors;

/**
 * Learns what is not given, from the states that a chain runs through: {@code noise variance <- .95
 * noise variance + .05 ||r||²/m}, and mean and variance of the magnitudes likewise. Stochastic
 * approximation of expectation maximisation, as each state is a draw given the parameters so far.
 *
 * <p>At first amplitudes are taken to be Gaussian around zero: chains then mix better. The noise is
 * taken to be no less than -60 dB of the measurements, and the variance no less than .05 mean²: a
 * law that is too sharp would fix the first guess for ever.
 */
final class Learning {

  private static final double NOISE_GAIN = 0.05;
  private static final double LAW_GAIN = 0.2;
  private static final double LEAST_NOISE = 1e-6;
  private static final double LEAST_SPREAD = 0.05;
  private static final double TINY = 1e-12;

  private final SpikeModel model;
  private final PosteriorSettings settings;
  private final double leastNoise;
  private ModelParameters parameters;

  Learning(SpikeModel model, PosteriorSettings settings, Spikes start) {
    this.model = model;
    this.settings = settings;
    this.leastNoise = LEAST_NOISE * model.squaredNorm() / model.rows();
    double noise = settings.noise().orElse(Math.sqrt(start.squaredResidual() / model.rows()));
    double guess = model.squaredNorm() / (model.most() * meanSquare(model.scale()));
    this.parameters =
        new ModelParameters(0, secondMoment(guess), Math.max(leastNoise, noise * noise));
  }

  /** What is known so far. */
  ModelParameters parameters() {
    return parameters;
  }

  /** Learns the noise, and the second moment of amplitudes around zero. */
  void learnBroadly(Spikes state) {
    double sum = 0;
    for (int i = 0; i < state.size(); i++) {
      sum += square(magnitude(state, i));
    }
    double seen = state.size() == 0 ? parameters.variance() : sum / state.size();
    double variance = parameters.variance() + NOISE_GAIN * (seen - parameters.variance());
    parameters = new ModelParameters(0, secondMoment(variance), noise(state));
  }

  /** Learns the noise, and mean and variance of the magnitudes; all at once the first time. */
  void learnLaw(Spikes state, boolean first) {
    double gain = first ? 1 : LAW_GAIN;
    double mean = parameters.mean();
    double variance = parameters.variance();
    if (state.size() > 0) {
      double average = 0;
      double squares = 0;
      for (int i = 0; i < state.size(); i++) {
        average += magnitude(state, i) / state.size();
        squares += square(magnitude(state, i)) / state.size();
      }
      mean += gain * (average - mean);
      double around = settings.law().mean().orElse(average);
      double seen = squares - 2 * around * average + around * around;
      variance += gain * (seen - variance);
    }
    double centre = settings.law().mean().orElse(mean);
    double floor = Math.max(LEAST_SPREAD * centre * centre, TINY * parameters.variance());
    double spread = settings.law().spread().orElse(Math.sqrt(Math.max(floor, variance)));
    parameters = new ModelParameters(centre, spread * spread, noise(state));
  }

  /** Given mean and spread make up the second moment. */
  private double secondMoment(double learned) {
    AmplitudeLaw law = settings.law();
    if (law.mean().isPresent() && law.spread().isPresent()) {
      return square(law.mean().getAsDouble()) + square(law.spread().getAsDouble());
    }
    return learned;
  }

  private double noise(Spikes state) {
    if (settings.noise().isPresent()) {
      return parameters.noiseVariance();
    }
    double seen = state.squaredResidual() / model.rows();
    double learned = parameters.noiseVariance() + NOISE_GAIN * (seen - parameters.noiseVariance());
    return Math.max(leastNoise, learned);
  }

  private double magnitude(Spikes state, int i) {
    return Math.abs(state.amplitude(i)) / model.scale()[state.column(i)];
  }

  private static double meanSquare(double[] values) {
    return Vectors.dot(values, values) / values.length;
  }

  private static double square(double value) {
    return value * value;
  }
}
