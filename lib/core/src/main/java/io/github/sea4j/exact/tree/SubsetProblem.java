package io.github.sea4j.exact.tree;

import io.github.sea4j.fit.SupportSolution;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * The problem as a quadratic function, {@code f(x) = ||y||²/2 - b'x + x'Qx/2} with {@code b = A'y}
 * and {@code Q = A'A + gamma I}. Immutable; shared by all threads.
 */
final class SubsetProblem {

  /** The Gram matrix is stored in full: at this size it takes 128 MB. */
  static final int MOST_COLUMNS = 4096;

  /** Unit roundoff of a double. */
  static final double ROUNDOFF = 0x1p-53;

  final int rows;
  final int columns;
  final int sparsity;
  final double ridge;

  /** Whether the Gram matrix was formed to the end; if not, only fits are possible. */
  final boolean complete;

  /** A'A, without the ridge. */
  final double[][] gram;

  final double[] correlations;

  /** ||y||²/2, the objective at zero. */
  final double half;

  private final LinearOperator operator;
  private final double[] measurements;

  private SubsetProblem(
      LinearOperator operator, double[] y, int sparsity, double ridge, BooleanSupplier stop) {
    this.operator = operator;
    this.measurements = y;
    this.rows = operator.rows();
    this.columns = operator.columns();
    this.sparsity = Math.min(sparsity, columns);
    this.ridge = ridge;
    this.gram = new double[columns][columns];
    int formed = 0;
    while (formed < columns && !stop.getAsBoolean()) {
      operator.gramColumn(formed, gram[formed]);
      formed++;
    }
    this.complete = formed == columns;
    for (int j = 0; j < columns; j++) {
      for (int i = 0; i < j; i++) {
        gram[i][j] = gram[j][i];
      }
    }
    this.correlations = new double[columns];
    if (complete) {
      operator.applyTranspose(y, correlations);
    }
    this.half = Vectors.dot(y, y) / 2;
  }

  /**
   * Forms the Gram matrix: n products with A'.
   *
   * @param stop asked before each of them
   * @throws IllegalArgumentException if there are too many columns for it
   */
  static SubsetProblem of(
      LinearOperator operator, double[] y, int sparsity, double ridge, BooleanSupplier stop) {
    if (operator.columns() > MOST_COLUMNS) {
      throw new IllegalArgumentException(
          "columns: branch and bound stores the Gram matrix of at most %d columns, but there are %d"
              .formatted(MOST_COLUMNS, operator.columns()));
    }
    return new SubsetProblem(operator, y, sparsity, ridge, stop);
  }

  /** Entry (i, j) of Q. */
  double q(int i, int j) {
    return i == j ? gram[i][i] + ridge : gram[i][j];
  }

  /**
   * What rounding can do to an entry of the Gram matrix or, relative to ||y||, of the correlations.
   */
  double entryError() {
    return (rows + 4) * ROUNDOFF;
  }

  /**
   * By how much the smallest eigenvalue of a Gram matrix of {@code size} columns must exceed zero
   * to be positive in spite of rounding, in the entries and in a Cholesky factorisation (Higham,
   * Accuracy and Stability, theorem 10.7): 2 n (m + 2n) roundoffs.
   */
  double definiteness(int size) {
    return 2.0 * size * (rows + 4 + 2 * size) * ROUNDOFF * (1 + ridge);
  }

  /** The fit on a support by an orthogonal factorisation, free of what the Gram matrix loses. */
  Fit fit(int[] support) {
    if (ridge == 0) {
      SupportSolution solution = SupportSolution.of(operator, measurements, support);
      return new Fit(support, square(solution.value()) / 2, solution.coefficients());
    }
    RidgeColumns columnsAndRidge = new RidgeColumns(operator, ridge);
    double[] continued = Arrays.copyOf(measurements, columnsAndRidge.rows());
    SupportSolution solution = SupportSolution.of(columnsAndRidge, continued, support);
    double[] x = Vectors.scaled(columnsAndRidge.scale(), solution.coefficients());
    return new Fit(support, square(solution.value()) / 2, x);
  }

  private static double square(double value) {
    return value * value;
  }

  /**
   * A fitted support.
   *
   * @param support sorted columns
   * @param objective f at the fit
   * @param coefficients one for each column
   */
  record Fit(int[] support, double objective, double[] coefficients) {

    /** The largest absolute value of a coefficient. */
    double largest() {
      return Arrays.stream(coefficients).map(Math::abs).max().orElse(0);
    }
  }
}
