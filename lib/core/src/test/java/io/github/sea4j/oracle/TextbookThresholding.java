package io.github.sea4j.oracle;

import java.util.Arrays;

/**
 * IHT and NIHT by their definitions on unit-norm columns, until nothing moves: no proof, no skip.
 */
public final class TextbookThresholding {

  private static final double STANDSTILL = 1e-14;

  /**
   * The last iterate.
   *
   * @param support sorted
   * @param x on unit-norm columns, n entries
   * @param iterations how many it took
   * @param stoodStill whether it ended because nothing moved
   */
  public record End(int[] support, double[] x, int iterations, boolean stoodStill) {}

  private final double[][] a;
  private final double[] y;
  private final int k;

  private TextbookThresholding(TestProblem problem) {
    this.a = Dense.unitColumns(problem.matrix());
    this.y = problem.measurements();
    this.k = problem.sparsity();
  }

  /** IHT with a fixed step from a start on unit-norm columns. */
  public static End iht(TestProblem problem, double mu, double[] start, int most) {
    TextbookThresholding run = new TextbookThresholding(problem);
    return run.iterate((x, g) -> run.threshold(x, g, mu), start, most);
  }

  /** NIHT with c = 0.01 and kappa = 2 from x = 0. */
  public static End niht(TestProblem problem, int most) {
    TextbookThresholding run = new TextbookThresholding(problem);
    return run.iterate(run::normalised, new double[problem.columns()], most);
  }

  @FunctionalInterface
  private interface Iteration {
    double[] next(double[] x, double[] gradient);
  }

  private End iterate(Iteration iteration, double[] start, int most) {
    double[] x = start;
    for (int t = 1; t <= most; t++) {
      double[] gradient = Dense.applyTranspose(a, Dense.minus(Dense.apply(a, x), y));
      double[] next = iteration.next(x, gradient);
      double change = Dense.norm(Dense.minus(next, x));
      x = next;
      if (change <= STANDSTILL * Dense.norm(x)) {
        return new End(Dense.largest(x, k), x, t, true);
      }
    }
    return new End(Dense.largest(x, k), x, most, false);
  }

  private double[] threshold(double[] x, double[] gradient, double mu) {
    double[] moved = x.clone();
    for (int j = 0; j < x.length; j++) {
      moved[j] -= mu * gradient[j];
    }
    return restricted(moved, Dense.largest(moved, k));
  }

  private static double[] restricted(double[] v, int[] support) {
    double[] kept = new double[v.length];
    for (int j : support) {
      kept[j] = v[j];
    }
    return kept;
  }

  private double[] normalised(double[] x, double[] gradient) {
    boolean zero = Dense.norm(x) == 0;
    int[] support = Dense.largest(zero ? gradient : x, k);
    double mu = ratio(restricted(gradient, support));
    double[] next = threshold(x, gradient, mu);
    while (!Arrays.equals(Dense.largest(next, k), support)
        && mu > 0.99 * ratio(Dense.minus(next, x))) {
      mu /= 2 * 0.99;
      next = threshold(x, gradient, mu);
    }
    return next;
  }

  private double ratio(double[] direction) {
    double image = Dense.norm(Dense.apply(a, direction));
    double length = Dense.norm(direction);
    return image == 0 ? 1 : length * length / (image * image);
  }
}
