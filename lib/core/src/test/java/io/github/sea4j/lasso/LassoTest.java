package io.github.sea4j.lasso;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.instance.Deconvolution;
import io.github.sea4j.instance.GaussianMatrix;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.solver.Status;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The path as a support estimator, and what it does where columns tie or depend. */
class LassoTest {

  @Test
  void gaussianSupportsAreRecovered() {
    for (long seed = 0; seed < 10; seed++) {
      Instance instance = GaussianMatrix.of(200, 500).instance(40, seed);
      Solution solution = new Lasso().solve(instance.problem());
      assertEquals(instance.truth().support(), solution.support());
      assertEquals(Status.EXACT_FIT, solution.status());
    }
  }

  /** Mean distances of an independent run were .065 and .085, with 20 instances. */
  @Tag("slow")
  @Test
  void strongCoherence() {
    Deconvolution family = Deconvolution.gaussian(500, 3);
    assertTrue(meanDistance(family, new Lasso(), 10) <= 0.04);
    Deconvolution noisy = family.withSignalToNoise(20);
    double best = meanDistance(noisy, new Lasso(), 10);
    assertTrue(best <= 0.12);
    Solver last = new Lasso().withCut(Lasso.Cut.LAST);
    assertTrue(meanDistance(noisy, last, 3) > best + 0.5, "the end of the path fits the noise");
  }

  private static double meanDistance(Deconvolution family, Solver solver, int instances) {
    return LongStream.range(0, instances)
        .mapToObj(seed -> family.instance(10, seed))
        .mapToDouble(
            instance -> {
              Solution solution = solver.solve(instance.problem());
              return instance.truth().support().minus(solution.support()).size() / 10.0;
            })
        .average()
        .orElseThrow();
  }

  /** Ties in every direction: identity, duplicates of either sign, all correlations equal. */
  @Test
  void tiesAndDuplicates() {
    double[][] matrix = new double[6][18];
    for (int i = 0; i < 6; i++) {
      matrix[i][i] = 1;
      matrix[i][6 + i] = -1;
      matrix[i][12 + i] = 2;
    }
    double[] y = {1, 1, -1, 1, -1, 1};
    for (int k = 1; k <= 6; k++) {
      SparseProblem problem = SparseProblem.of(matrix, y, k);
      Solution solution = new Lasso().solve(problem);
      assertEquals(k, solution.support().size());
      assertEquals(Math.sqrt(6 - k), solution.residualNorm(), 1e-12);
      assertEquals(0, new Lasso().path(problem).smallestLambda());
    }
  }

  @Test
  void asManyColumnsAsThereAre() {
    TestProblem sample = TestProblem.gaussian(30, 12, 4, 0.3, 361);
    SparseProblem problem = sample.problem().withSparsity(12);
    Solution solution = new Lasso().solve(problem);
    int[] all = LongStream.range(0, 12).mapToInt(j -> (int) j).toArray();
    double[] expected = Dense.leastSquares(sample.matrix(), all, sample.measurements());
    for (int j = 0; j < 12; j++) {
      assertEquals(expected[j], solution.x().get(j), 1e-12);
    }
    // Some 60 of these 100 columns are independent to working precision.
    SparseProblem coherent = Deconvolution.gaussian(100, 3).instance(100, 1).problem();
    Solution deconvolved = new Lasso().solve(coherent);
    assertEquals(Status.NO_COLUMN_LEFT, deconvolved.status());
    assertTrue(deconvolved.relativeResidual() <= 1e-6);
  }

  @Test
  void namesAndOptions() {
    assertEquals("lasso", new Lasso().name());
    assertEquals("LASSO(last)", Solvers.parse("lasso(last)").label());
    SparseProblem problem = TestProblem.gaussian(25, 40, 4, 0.3, 371).problem();
    assertEquals(5, Solvers.parse("lasso(steps=5)").solve(problem).iterations());
    String message =
        assertThrows(IllegalArgumentException.class, () -> new Lasso().withSteps(0)).toString();
    assertTrue(message.contains("steps") && message.contains("1") && message.contains("0"));
  }
}
