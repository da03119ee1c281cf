package io.github.sea4j.bayes;

import io.github.sea4j.bayes.move.SmallProblem;

/**
 * The posterior of a problem with at most two spikes under a law that is cut, by the midpoint rule
 * over a grid of coefficients.
 */
final class GridPosterior {

  private static final int POINTS = 120;
  private static final double REACH = 4;

  private final SmallProblem problem;
  private final AmplitudeLaw law;
  private final double noise;
  private final double[] grid = new double[POINTS];
  private final double[] density = new double[POINTS];
  private final double[] inclusion;
  private double total;

  /**
   * @param least number of spikes; up to two are equally likely beforehand
   */
  GridPosterior(SmallProblem problem, AmplitudeLaw law, double noise, int least) {
    this.problem = problem;
    this.law = law;
    this.noise = noise;
    int n = problem.scale().length;
    this.inclusion = new double[n];
    fillDensity();
    if (least == 0) {
      total += likelihood(0, 0, 0, 0);
      for (int j = 0; j < n; j++) {
        add(one(j) / n, j);
      }
    }
    for (int j = 0; j < n; j++) {
      for (int h = 0; h < j; h++) {
        add(two(j, h) / (0.5 * n * (n - 1)), j, h);
      }
    }
  }

  private void fillDensity() {
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      grid[i] = REACH * (2 * (i + 0.5) / POINTS - 1);
      double magnitude = Math.abs(grid[i]);
      boolean sign =
          switch (law.sign()) {
            case EITHER -> true;
            case POSITIVE -> grid[i] > 0;
            case NEGATIVE -> grid[i] < 0;
          };
      double off = (magnitude - law.mean().orElseThrow()) / law.spread().orElseThrow();
      boolean within = magnitude >= law.low() && magnitude <= law.high();
      density[i] = sign && within ? Math.exp(-0.5 * off * off) : 0;
      sum += density[i];
    }
    for (int i = 0; i < POINTS; i++) {
      density[i] /= sum;
    }
  }

  private void add(double weight, int... support) {
    total += weight;
    for (int j : support) {
      inclusion[j] += weight;
    }
  }

  private double one(int j) {
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      sum += density[i] == 0 ? 0 : density[i] * likelihood(j, grid[i], j, 0);
    }
    return sum;
  }

  private double two(int j, int h) {
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      for (int l = 0; l < POINTS; l++) {
        double weight = density[i] * density[l];
        sum += weight == 0 ? 0 : weight * likelihood(j, grid[i], h, grid[l]);
      }
    }
    return sum;
  }

  private double likelihood(int j, double first, int h, double second) {
    double squared = 0;
    for (int i = 0; i < problem.y().length; i++) {
      double[] row = problem.a()[i];
      double off = problem.y()[i];
      off -= row[j] * first * problem.scale()[j] + row[h] * second * problem.scale()[h];
      squared += off * off;
    }
    return Math.exp(-0.5 * squared / (noise * noise));
  }

  /** The probability of each column. */
  double[] inclusion() {
    double[] probabilities = new double[inclusion.length];
    for (int j = 0; j < probabilities.length; j++) {
      probabilities[j] = inclusion[j] / total;
    }
    return probabilities;
  }
}
