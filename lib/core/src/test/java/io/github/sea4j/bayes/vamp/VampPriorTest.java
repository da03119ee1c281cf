package io.github.sea4j.bayes.vamp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The posterior of a coefficient against numerical integration over its values. */
class VampPriorTest {

  private static final double MEAN = 0.8;
  private static final double VARIANCE = 0.36;
  private static final double LOG_ODDS = Math.log(0.2 / 0.8);
  private static final double[] OBSERVATIONS = {-2.3, -0.7, -0.01, 0, 0.2, 0.9, 1.6, 3};
  private static final double[] FIELD = {0, 1, -1, 0, 2, 0, 0.5, 0};

  @Test
  void meansAndOddsAreThoseOfBayesRule() {
    for (double tau : new double[] {0.01, 0.1, 1, 10}) {
      double[] x = new double[OBSERVATIONS.length];
      double[] odds = new double[OBSERVATIONS.length];
      double variance = new VampPrior().denoise(OBSERVATIONS, tau, LOG_ODDS, FIELD, 0.5, x, odds);
      double sum = 0;
      for (int j = 0; j < x.length; j++) {
        double[] moments = moments(OBSERVATIONS[j], tau, LOG_ODDS + 0.5 * FIELD[j]);
        assertEquals(moments[0], odds[j], 1e-9 * moments[0], "odds, tau = " + tau);
        assertEquals(moments[1], x[j], 1e-9, "mean, tau = " + tau);
        sum += moments[2] - moments[1] * moments[1];
      }
      assertEquals(sum / x.length, variance, 1e-9, "variance, tau = " + tau);
    }
  }

  /** {@code Var[x | r] = tau dE[x | r]/dr}: the share of r that comes back with x. */
  @Test
  void theVarianceIsTheDerivativeOfTheMean() {
    double tau = 0.2;
    double step = 1e-5;
    double derivative = 0;
    for (double sign : new double[] {1, -1}) {
      double[] moved = OBSERVATIONS.clone();
      double[] x = new double[moved.length];
      for (int j = 0; j < moved.length; j++) {
        moved[j] += sign * step;
      }
      new VampPrior().denoise(moved, tau, LOG_ODDS, FIELD, 0.5, x, new double[x.length]);
      for (double value : x) {
        derivative += sign * value / (2 * step) / x.length;
      }
    }
    double variance =
        new VampPrior()
            .denoise(OBSERVATIONS, tau, LOG_ODDS, FIELD, 0.5, new double[8], new double[8]);
    assertEquals(tau * derivative, variance, 1e-7);
  }

  /** Without noise the amplitudes are seen, and their law is that of those that are not zero. */
  @Test
  void learnsTheAmplitudes() {
    VampPrior prior = new VampPrior();
    double[] r = {0, 0, 0, 1, -2, 1, 0, -2};
    for (int round = 0; round < 20; round++) {
      prior.denoise(r, 1e-8, 0, new double[8], 0, new double[8], new double[8]);
      prior.learn();
    }
    // Under much noise, all columns taken to be non-zero, the mean shows what was learned.
    double tau = 1e4;
    double[] x = new double[1];
    prior.denoise(new double[] {1e3}, tau, 50, new double[1], 0, x, new double[1]);
    double w = 0.25 + tau;
    assertEquals((0.25 * 1e3 + 1.5 * tau * Math.tanh(1.5 * 1e3 / w)) / w, x[0], 1e-4);
  }

  @Test
  void extremesStayNumbers() {
    double[] r = {0, 1e-300, 1e5, -1e5, 1, 1, 1, 1};
    for (double tau : new double[] {1e-11, 1e6}) {
      double[] x = new double[8];
      double[] odds = new double[8];
      VampPrior prior = new VampPrior();
      double variance = prior.denoise(r, tau, -20, FIELD, 1, x, odds);
      prior.learn();
      assertTrue(Double.isFinite(variance) && variance >= 0);
      for (int j = 0; j < 8; j++) {
        assertTrue(Double.isFinite(x[j]) && Double.isFinite(odds[j]));
      }
    }
  }

  /** Odds of a non-zero, E x and E x² given r, by a sum over a fine grid of amplitudes. */
  private static double[] moments(double r, double tau, double logOdds) {
    double step = 1e-3;
    double evidence = 0;
    double first = 0;
    double second = 0;
    for (double x = -12; x <= 12; x += step) {
      double slab = (normal(x - MEAN, VARIANCE) + normal(x + MEAN, VARIANCE)) / 2;
      double weight = slab * normal(r - x, tau) * step;
      evidence += weight;
      first += weight * x;
      second += weight * x * x;
    }
    double odds = Math.exp(logOdds) * evidence / normal(r, tau);
    double q = odds / (1 + odds);
    return new double[] {odds, q * first / evidence, q * second / evidence};
  }

  private static double normal(double x, double variance) {
    return Math.exp(-x * x / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
  }
}
