package io.github.sea4j.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.language.Solvers;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.Solution;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A second loss runs through the seam: weighted least squares, with rows that do not count. */
class SeamTest {

  private static final int ROWS = 60;
  private static final int SPOILED = 10;

  /** Ten of sixty measurements are far off, and the loss gives them no weight. */
  private static TestProblem spoiled() {
    TestProblem sample = TestProblem.gaussian(ROWS, 90, 5, 0, 3001);
    double[] y = sample.measurements().clone();
    for (int row = 0; row < SPOILED; row++) {
      y[row] += 20 * (row % 2 == 0 ? 1 : -1);
    }
    return new TestProblem(sample.matrix(), y, 5, sample.truth());
  }

  private static double[] weights() {
    return IntStream.range(0, ROWS)
        .mapToDouble(row -> row < SPOILED ? 0 : row % 2 == 0 ? 1 : 0.5)
        .toArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sea", "omp", "htp", "iht(iterations=3000)", "sea(omp)", "ompr", "htp(sea)"})
  void algorithmsMinimiseTheLossOfTheProblem(String text) {
    TestProblem sample = spoiled();
    SparseProblem plain = sample.problem();
    SparseProblem weighted = plain.withLoss(new WeightedLeastSquares(weights()));
    Support truth = sample.truth().support();
    Solution solution = Solvers.parse(text).solve(weighted);
    assertEquals(truth, solution.support());
    assertArrayEquals(sample.truth().values(), solution.coefficients(), 1e-6);
    assertNotEquals(truth, Solvers.parse(text).solve(plain).support(), "the test is too easy");
    assertEquals(plain.residualNorm(solution.x()), solution.residualNorm(), 1e-9);
    assertTrue(solution.residualNorm() > 20, "the spoiled rows stay in the residual norm");
  }

  /** The certificate of a fit: its gradient is zero on the support, and its value the least. */
  @org.junit.jupiter.api.Test
  void everyFitIsOptimalOnItsSupport() {
    TestProblem sample = TestProblem.gaussian(ROWS, 90, 5, 0.1, 3002);
    for (Loss loss : new Loss[] {LeastSquares.LOSS, new WeightedLeastSquares(weights())}) {
      SparseProblem problem = sample.problem().withLoss(loss);
      double[] y = problem.unitNorm().measurements();
      var a = problem.unitNorm().operator();
      for (Fit fit : new Fit[] {loss.fit(a, y, 5, () -> false), loss.growingFit(a, y, 5)}) {
        double[] gradient = new double[90];
        double before = fit.value();
        for (int[] support : new int[][] {{3}, {3, 50}, {3, 7, 50}, {7, 50}, {1, 2, 3, 4, 5}}) {
          fit.moveTo(support);
          fit.gradient(gradient);
          for (int j : support) {
            assertEquals(0, gradient[j], 1e-12, loss + " " + Arrays.toString(support));
          }
          assertTrue(fit.value() < before);
          assertArrayEquals(loss.solve(a, y, support).coefficients(), fit.coefficients(), 1e-10);
          assertEquals(loss.solve(a, y, support).value(), fit.value(), 1e-12);
          assertTrue(Dense.norm(gradient) > 1e-3);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"els", "ols", "splicing", "lasso", "cosamp", "sp", "whitened(omp)"})
  void algorithmsOfLeastSquaresAloneSaySo(String text) {
    SparseProblem problem =
        TestProblem.gaussian(ROWS, 90, 5, 0, 3001)
            .problem()
            .withLoss(new WeightedLeastSquares(weights()));
    String message =
        assertThrows(IllegalArgumentException.class, () -> Solvers.parse(text).solve(problem))
            .toString();
    assertTrue(message.contains("least squares") && message.contains("weighted"), message);
  }
}
