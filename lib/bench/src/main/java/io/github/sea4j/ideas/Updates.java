package io.github.sea4j.ideas;

import io.github.sea4j.ideas.StraightThrough.Update;
import io.github.sea4j.fit.SupportFit;
import io.github.sea4j.linalg.Vectors;
import java.util.Arrays;

/** Updates of SEA's exploration vector, X being 0 at first. */
final class Updates {

  private Updates() {}

  /** {@code X - g}: SEA itself, to see that nothing but the update differs. */
  static Update plain() {
    return (unit, iterations) -> (x, g, support, fit) -> Vectors.axpy(-1, g, x);
  }

  /** Heavy ball: {@code V = beta V + g, X = X - V}. */
  static Update momentum(double beta) {
    return (unit, iterations) -> {
      double[] v = new double[unit.columns()];
      return (x, g, support, fit) -> {
        Vectors.scale(beta, v);
        Vectors.axpy(1, g, v);
        Vectors.axpy(-1, v, x);
      };
    };
  }

  /**
   * SR-STE (Zhou et al., <i>Learning N:M fine-grained structured sparse neural networks from
   * scratch</i>, ICLR 2021): entries outside the support decay, {@code X - g - lambda (1 - mask)
   * X}.
   */
  static Update decay(double lambda) {
    return (unit, iterations) ->
        (x, g, support, fit) -> {
          for (int j = 0; j < x.length; j++) {
            if (Arrays.binarySearch(support, j) < 0) {
              x[j] -= lambda * x[j] + g[j];
            }
          }
        };
  }

  /**
   * {@code (1 - lambda) X + x_t - g}: a moving average of what HTP thresholds, {@code x_t - g}. At
   * lambda = 1 it is HTP with step 1. The first step is SEA's: the coefficients of the first k
   * columns, where X = 0 begins, are no estimate, and on coherent columns so large that they would
   * stay.
   */
  static Update averagedPursuit(double lambda) {
    return (unit, iterations) ->
        (x, g, support, fit) -> {
          boolean first = Vectors.norm(x) == 0;
          for (int j = 0; j < x.length; j++) {
            x[j] = (1 - lambda) * x[j] - g[j];
          }
          double[] coefficients = first ? new double[support.length] : fit.coefficients();
          for (int i = 0; i < support.length; i++) {
            x[support[i]] += coefficients[i];
          }
        };
  }

  /**
   * ReSTE (Wu et al., <i>Estimator meets equilibrium perspective</i>, ICCV 2023), carried over from
   * the sign to the choice of the k largest. The step in {@code u = |X_j| / theta - 1}, theta the
   * k-th largest magnitude, is taken for the power function {@code sign(u) |u|^(1/o)}, so that
   * {@code g_j} is weighted by its slope {@code |u|^(1/o - 1) / o}, cut where {@code |u| < 0.1}.
   * The order o rises from 1, the identity, to {@code order} along the run.
   */
  static Update power(double order) {
    return (unit, iterations) ->
        new StraightThrough.Steps() {
          private int t;

          @Override
          public void step(double[] x, double[] g, int[] support, SupportFit fit) {
            double o = 1 + (order - 1) * t++ / iterations;
            double theta = smallest(x, support);
            for (int j = 0; j < x.length; j++) {
              double u = theta > 0 ? Math.abs(Math.abs(x[j]) / theta - 1) : 1;
              x[j] -= Math.pow(Math.max(0.1, u), 1 / o - 1) / o * g[j];
            }
          }
        };
  }

  /** {@code X - g / ||g||}: every iteration moves X by the same length. */
  static Update normalised() {
    return (unit, iterations) ->
        (x, g, support, fit) -> {
          double norm = Vectors.norm(g);
          if (norm > 0) {
            Vectors.axpy(-1 / norm, g, x);
          }
        };
  }

  /** {@code X - eta g}, eta minimising {@code ||y - A (x_t - eta g)||}: one product more. */
  static Update lineSearch() {
    return (unit, iterations) -> {
      double[] image = new double[unit.rows()];
      return (x, g, support, fit) -> {
        unit.operator().apply(g, image);
        double ratio = Vectors.norm(g) / Vectors.norm(image);
        Vectors.axpy(Double.isFinite(ratio) ? -ratio * ratio : 0, g, x);
      };
    };
  }

  /**
   * {@code X - eta g} with the smallest eta at which an entry outside overtakes the weakest one
   * inside: one exchange at a time, none skipped, no iteration without one. Where X is 0 on a part
   * of the support, the largest gradient enters.
   */
  static Update nextCrossing() {
    return (unit, iterations) ->
        (x, g, support, fit) -> {
          double bound = smallest(x, support);
          double first = Double.POSITIVE_INFINITY;
          for (int j = 0; j < x.length; j++) {
            if (g[j] != 0) {
              // On the way to -sign(g) the entry has to reach the bound on that side.
              double way = bound + Math.copySign(1, g[j]) * x[j];
              first = Math.min(first, way / Math.abs(g[j]));
            }
          }
          if (first < Double.POSITIVE_INFINITY) {
            // A little beyond, so that the tie is broken; at X = 0, some way at all.
            Vectors.axpy(first > 0 ? -first * (1 + 1e-9) : -1e-9, g, x);
          }
        };
  }

  /** The k-th largest magnitude. */
  private static double smallest(double[] x, int[] support) {
    return Arrays.stream(support).mapToDouble(j -> Math.abs(x[j])).min().orElseThrow();
  }
}
