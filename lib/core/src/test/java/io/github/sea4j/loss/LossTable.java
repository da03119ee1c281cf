package io.github.sea4j.loss;

import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.solver.Solution;
import java.util.Random;

/** Small data tables for tests of the losses, and what an answer makes of them. */
record LossTable(double[][] a, double[] y, GlmLoss loss) {

  static LossTable logistic(int rows, int columns, long seed) {
    return draw(rows, columns, seed, GlmLoss.logistic());
  }

  static LossTable poisson(int rows, int columns, long seed) {
    return draw(rows, columns, seed, GlmLoss.poisson());
  }

  static LossTable squares(int rows, int columns, long seed) {
    return draw(rows, columns, seed, GlmLoss.leastSquares());
  }

  /** Correlated columns of different means and units; three of them matter. */
  private static LossTable draw(int rows, int columns, long seed, GlmLoss loss) {
    Random random = new Random(seed);
    double[][] a = new double[rows][columns];
    double[] y = new double[rows];
    for (int i = 0; i < rows; i++) {
      double common = random.nextGaussian();
      double eta = 0.3;
      for (int j = 0; j < columns; j++) {
        double entry = random.nextGaussian() + 0.7 * common;
        eta += j % 4 == 1 && j < 12 ? entry * (j == 5 ? -0.9 : 0.8) : 0;
        a[i][j] = (entry + j) * Math.pow(3, j % 5);
      }
      y[i] =
          switch (loss.family()) {
            case LEAST_SQUARES -> eta + random.nextGaussian();
            case LOGISTIC -> random.nextDouble() < 1 / (1 + Math.exp(-eta)) ? 1 : 0;
            case POISSON -> poisson(Math.exp(0.5 * eta), random);
          };
    }
    return new LossTable(a, y, loss);
  }

  private static double poisson(double mean, Random random) {
    int count = 0;
    for (double product = random.nextDouble(); product > Math.exp(-mean); count++) {
      product *= random.nextDouble();
    }
    return count;
  }

  LossTable with(GlmLoss other) {
    return new LossTable(a, y, other);
  }

  SparseProblem problem(int k) {
    return SparseProblem.of(a, y, k).withLoss(loss);
  }

  /** The linear predictor of an answer, without an offset. */
  double[] eta(Solution solution) {
    double[] x = solution.x().toDense();
    double[] eta = new double[y.length];
    for (int i = 0; i < eta.length; i++) {
      eta[i] = solution.intercept();
      for (int j = 0; j < x.length; j++) {
        eta[i] += a[i][j] * x[j];
      }
    }
    return eta;
  }

  /**
   * {@code a_j'W(mu - y)} beside {@code ||W^(1/2) a_j|| ||W^(1/2)(mu - y)||} for each column, and
   * for the intercept as the last entry.
   */
  double[] relativeGradient(double[] eta, double[] weights) {
    int n = a[0].length;
    double[] relative = new double[n + 1];
    for (int j = 0; j <= n; j++) {
      double inner = 0;
      double column = 0;
      double misfit = 0;
      for (int i = 0; i < y.length; i++) {
        double entry = j == n ? 1 : a[i][j];
        double r = loss.mean(eta[i]) - y[i];
        inner += weights[i] * entry * r;
        column += weights[i] * entry * entry;
        misfit += weights[i] * r * r;
      }
      relative[j] = inner / Math.sqrt(column * misfit);
    }
    return relative;
  }
}
