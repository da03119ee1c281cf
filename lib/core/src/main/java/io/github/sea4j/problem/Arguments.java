package io.github.sea4j.problem;

import io.github.sea4j.check.Require;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.Whitening;

/** Checks of what a problem is made of, and what its noise says. */
final class Arguments {

  /** Of columns of unit norm; smaller ones mostly amplify rounding. */
  private static final double LEAST_TAU = 1e-8;

  private Arguments() {}

  /** See {@link SparseProblem#discrepancyTau}. */
  static double discrepancyTau(Whitening whitening, double[] y, double noise) {
    double wanted = Require.notNegative("noise", noise) * Vectors.norm(y);
    double low = LEAST_TAU;
    double high = 1 / LEAST_TAU;
    while (high > 1.001 * low) {
      double middle = Math.sqrt(low * high);
      if (whitening.ridgeResidualNorm(y, middle) < wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  static double[] measurements(double[] y, int rows) {
    Require.length("measurements", y.length, "rows", rows);
    return Require.finite("measurements", y).clone();
  }

  static int sparsity(int k, LinearOperator operator) {
    int bound = Math.min(operator.rows(), operator.columns());
    if (k < 1 || k > bound) {
      throw new IllegalArgumentException(
          "sparsity must be between 1 and min(rows, columns) = %d, but is %d".formatted(bound, k));
    }
    return k;
  }
}
