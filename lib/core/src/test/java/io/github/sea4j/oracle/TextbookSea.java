package io.github.sea4j.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * SEA as it is written in a paper: a least-squares problem from scratch at each iteration, on
 * unit-norm columns, nothing skipped, nothing cached.
 */
public final class TextbookSea {

  /**
   * One iteration.
   *
   * @param support S_t, sorted
   * @param estimate x_t on unit-norm columns, n entries
   * @param residualNorm {@code ||y - A x_t||}
   * @param gap how far the choice of S_t was from a tie
   */
  public record Step(int[] support, double[] estimate, double residualNorm, double gap) {}

  private TextbookSea() {}

  /** SEA with step eta from X0 (on unit-norm columns), all iterations. */
  public static List<Step> run(TestProblem problem, double eta, double[] start, int iterations) {
    return run(problem, eta, start, iterations, false, 0);
  }

  /** SEA whose X loses that share outside the support in each iteration. */
  public static List<Step> runDecaying(
      TestProblem problem, double eta, double[] start, int iterations, double decay) {
    return run(problem, eta, start, iterations, false, decay);
  }

  /** SEA that resets X_t to x_t before each step, which is HTP. */
  public static List<Step> runForgetting(
      TestProblem problem, double eta, double[] start, int iterations) {
    return run(problem, eta, start, iterations, true, 0);
  }

  private static List<Step> run(
      TestProblem problem,
      double eta,
      double[] start,
      int iterations,
      boolean forget,
      double decay) {
    double[][] unit = Dense.unitColumns(problem.matrix());
    double[] y = problem.measurements();
    double[] exploration = start.clone();
    List<Step> steps = new ArrayList<>();
    for (int t = 0; t < iterations; t++) {
      int[] support = Dense.largest(exploration, problem.sparsity());
      double[] coefficients = Dense.leastSquares(unit, support, y);
      double[] estimate = new double[problem.columns()];
      for (int i = 0; i < support.length; i++) {
        estimate[support[i]] = coefficients[i];
      }
      double[] misfit = Dense.minus(Dense.apply(unit, estimate), y);
      double gap = Dense.gap(exploration, problem.sparsity());
      steps.add(new Step(support, estimate, Dense.norm(misfit), gap));
      double[] gradient = Dense.applyTranspose(unit, misfit);
      for (int j : support) {
        gradient[j] = 0;
      }
      double[] from = (forget ? estimate : exploration).clone();
      for (int j = 0; j < gradient.length; j++) {
        double kept = contains(support, j) ? 1 : 1 - decay;
        exploration[j] = kept * from[j] - eta * gradient[j];
      }
    }
    return steps;
  }

  private static boolean contains(int[] support, int column) {
    return Arrays.binarySearch(support, column) >= 0;
  }
}
