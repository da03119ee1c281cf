package io.github.sea4j.statistics;

import io.github.sea4j.check.Require;
import java.util.Optional;

/**
 * A success rate that falls along a logistic curve, {@code p(rho) = 1 / (1 + exp(-(a + b rho)))}.
 *
 * @param intercept a
 * @param slope b, negative where success falls with rho
 */
public record LogisticCurve(double intercept, double slope) {

  private static final int MOST_STEPS = 100;
  private static final double SMALLEST_STEP = 1e-12;

  /**
   * The curve of greatest likelihood for binomial counts, by Newton's method with halved steps (the
   * likelihood is concave).
   *
   * @param rho where the counts were made
   * @param runs instances at each rho
   * @param successes of them
   * @return the curve; none where successes and failures do not overlap along rho: no curve is the
   *     most likely there
   */
  public static Optional<LogisticCurve> fit(double[] rho, double[] runs, double[] successes) {
    Require.length("runs", runs.length, "rho", rho.length);
    Require.length("successes", successes.length, "rho", rho.length);
    if (!overlap(rho, runs, successes)) {
      return Optional.empty();
    }
    // Centred and scaled, so that Newton's 2 x 2 systems are well conditioned.
    double centre = mean(rho, runs);
    double scale = spread(rho, centre);
    double[] x = new double[rho.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = (rho[i] - centre) / scale;
    }
    LogisticCurve curve = new LogisticCurve(0, 0);
    for (int step = 0; step < MOST_STEPS; step++) {
      LogisticCurve next = curve.improved(x, runs, successes);
      boolean done =
          Math.abs(next.intercept - curve.intercept) + Math.abs(next.slope - curve.slope)
              < SMALLEST_STEP;
      curve = next;
      if (done) {
        break;
      }
    }
    double slope = curve.slope / scale;
    return Optional.of(new LogisticCurve(curve.intercept - slope * centre, slope));
  }

  /** The success rate at rho. */
  public double rate(double rho) {
    return 1 / (1 + Math.exp(-(intercept + slope * rho)));
  }

  /** Where the success rate is {@code rate}: {@code (ln(rate / (1 - rate)) - a) / b}. */
  public double rhoAt(double rate) {
    return (Math.log(rate / (1 - rate)) - intercept) / slope;
  }

  private LogisticCurve improved(double[] x, double[] runs, double[] successes) {
    double gradientA = 0;
    double gradientB = 0;
    double aa = 0;
    double ab = 0;
    double bb = 0;
    for (int i = 0; i < x.length; i++) {
      double p = rate(x[i]);
      double excess = successes[i] - runs[i] * p;
      double weight = runs[i] * p * (1 - p);
      gradientA += excess;
      gradientB += excess * x[i];
      aa += weight;
      ab += weight * x[i];
      bb += weight * x[i] * x[i];
    }
    double determinant = aa * bb - ab * ab;
    if (!(determinant > 0)) {
      return this;
    }
    double stepA = (bb * gradientA - ab * gradientB) / determinant;
    double stepB = (aa * gradientB - ab * gradientA) / determinant;
    double before = logLikelihood(x, runs, successes);
    for (double length = 1; length > SMALLEST_STEP; length /= 2) {
      LogisticCurve next = new LogisticCurve(intercept + length * stepA, slope + length * stepB);
      if (next.logLikelihood(x, runs, successes) >= before) {
        return next;
      }
    }
    return this;
  }

  private double logLikelihood(double[] x, double[] runs, double[] successes) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double t = intercept + slope * x[i];
      double logOfOnePlusExp = Math.max(t, 0) + Math.log1p(Math.exp(-Math.abs(t)));
      sum += successes[i] * t - runs[i] * logOfOnePlusExp;
    }
    return sum;
  }

  private static boolean overlap(double[] rho, double[] runs, double[] successes) {
    double lastSuccess = Double.NEGATIVE_INFINITY;
    double firstFailure = Double.POSITIVE_INFINITY;
    for (int i = 0; i < rho.length; i++) {
      if (successes[i] > 0) {
        lastSuccess = Math.max(lastSuccess, rho[i]);
      }
      if (successes[i] < runs[i]) {
        firstFailure = Math.min(firstFailure, rho[i]);
      }
    }
    return lastSuccess > firstFailure;
  }

  private static double mean(double[] rho, double[] runs) {
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < rho.length; i++) {
      sum += runs[i] * rho[i];
      weight += runs[i];
    }
    return sum / weight;
  }

  private static double spread(double[] rho, double centre) {
    double most = 0;
    for (double value : rho) {
      most = Math.max(most, Math.abs(value - centre));
    }
    return most;
  }
}
