package io.github.sea4j.ideas;

import io.github.sea4j.instance.Instance;
import io.github.sea4j.problem.UnitNormProblem;
import java.util.stream.IntStream;

/**
 * One tau from the measurements, {@code t = tau²}; the residual of the ridge estimate is {@code
 * r(t) = t (A A' + t I)^(-1) y}.
 *
 * <p>Rules are minimised or solved on a grid of eight tau a decade, 1e-8 to 10.
 */
enum TauRule {
  /**
   * {@code t = sigma² / c} with sigma known and {@code n c = ||y||² - m sigma²}, what {@code Cov(y)
   * = c A A' + sigma² I} gives for unit columns.
   */
  NOISE_LEVEL {
    @Override
    double score(double t, double[] lambda, double[] squares, double noise) {
      double energy = sum(squares) - noise;
      double variance = noise / squares.length / (energy / columnsOf(lambda));
      return Math.abs(Math.log(t) - Math.log(Math.max(variance, SMALLEST)));
    }
  },

  /** Morozov's discrepancy principle, sigma known: {@code ||r(t)||² = m sigma²}. */
  DISCREPANCY {
    @Override
    double score(double t, double[] lambda, double[] squares, double noise) {
      return Math.abs(Math.log(ridgeResidual(t, lambda, squares)) - Math.log(noise + SMALLEST));
    }
  },

  /** Generalised cross-validation: {@code ||r(t)||² / trace(t (A A' + t I)^(-1))²} is least. */
  CROSS_VALIDATION {
    @Override
    double score(double t, double[] lambda, double[] squares, double noise) {
      double trace = 0;
      for (double value : lambda) {
        trace += t / (value + t);
      }
      return ridgeResidual(t, lambda, squares) / (trace * trace);
    }
  },

  /** The likelihood of y under {@code c (A A' + t I)}, c profiled out, is largest. */
  LIKELIHOOD {
    @Override
    double score(double t, double[] lambda, double[] squares, double noise) {
      double quadratic = 0;
      double determinant = 0;
      for (int i = 0; i < lambda.length; i++) {
        quadratic += squares[i] / (lambda[i] + t);
        determinant += Math.log(lambda[i] + t);
      }
      return lambda.length * Math.log(quadratic) + determinant;
    }
  };

  private static final double SMALLEST = 1e-16;
  private static final int A_DECADE = 8;

  /** What the best t makes least. */
  abstract double score(double t, double[] lambda, double[] squares, double noise);

  /** tau for an instance, whose noise norm some rules know. */
  double tau(Instance instance, Spectrum spectrum) {
    UnitNormProblem unit = instance.problem().unitNorm();
    double noise = unit.fromUser(instance.noiseNorm());
    double[] squares = spectrum.squares(unit.measurements());
    return IntStream.rangeClosed(-8 * A_DECADE, A_DECADE)
        .mapToDouble(i -> Math.pow(10, i / (double) A_DECADE))
        .boxed()
        .min(
            (a, b) ->
                Double.compare(
                    score(a * a, spectrum.eigenvalues(), squares, noise * noise),
                    score(b * b, spectrum.eigenvalues(), squares, noise * noise)))
        .orElseThrow();
  }

  private static double ridgeResidual(double t, double[] lambda, double[] squares) {
    double sum = 0;
    for (int i = 0; i < lambda.length; i++) {
      double share = t / (lambda[i] + t);
      sum += share * share * squares[i];
    }
    return sum;
  }

  /** {@code trace(A A')}, the number of unit columns. */
  private static double columnsOf(double[] lambda) {
    return sum(lambda);
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
