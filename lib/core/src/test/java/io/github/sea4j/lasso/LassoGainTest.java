package io.github.sea4j.lasso;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.fit.ColumnCache;
import io.github.sea4j.instance.GaussianMatrix;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.oracle.BruteForce;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.JointProblem;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.UnitNormProblem;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The early end of the path: its lower bound, and what it promises. */
class LassoGainTest {

  /** At every knot, against a fit by a dense solver; on both ways of watching columns. */
  @Test
  void theBoundIsTheResidualOfTheFitOnAllActiveColumns() {
    for (TestProblem sample :
        List.of(
            TestProblem.gaussian(30, 60, 4, 0.3, 1), TestProblem.convolution(60, 2, 6, 0.1, 2))) {
      UnitNormProblem unit = sample.problem().unitNorm();
      double scale = unit.toUser(1);
      for (boolean large : new boolean[] {false, true}) {
        LassoHomotopy path = new LassoHomotopy(unit, new ColumnCache(unit.operator()), large);
        for (int knot = 0; knot < 25 && path.step(); knot++) {
          double[] left =
              Dense.residual(sample.matrix(), path.active().sorted(), sample.measurements());
          assertEquals(Dense.norm(left), scale * path.leastResidual(), 1e-7 * scale);
        }
      }
    }
  }

  /** Every pair of the active columns is tried. Twenty seeds; each that ends early must hold. */
  @Test
  void noCutOfTheActiveColumnsGainsMore() {
    int early = 0;
    for (long seed = 1; seed <= 20; seed++) {
      TestProblem sample = TestProblem.gaussian(40, 60, 2, 0.3, seed);
      SparseProblem problem = sample.problem();
      Solution solution = new Lasso().withGain(0.1).solve(problem);
      Solution whole = new Lasso().solve(problem);
      assertTrue(solution.residualNorm() >= whole.residualNorm() - 1e-12);
      if (solution.iterations() < whole.iterations()) {
        early++;
        assertEquals(Status.CONVERGED, solution.status());
        UnitNormProblem unit = problem.unitNorm();
        LassoHomotopy path = new LassoHomotopy(unit, new ColumnCache(unit.operator()));
        for (int knot = 0; knot < solution.iterations(); knot++) {
          path.step();
        }
        int[] active = path.active().sorted();
        assertTrue(active.length >= 4);
        BruteForce.forEachSubset(
            active.length,
            2,
            pair -> {
              int[] columns = {active[pair[0]], active[pair[1]]};
              double left =
                  Dense.norm(Dense.residual(sample.matrix(), columns, sample.measurements()));
              assertTrue(left >= 0.9 * solution.residualNorm() - 1e-12);
            });
      }
    }
    assertTrue(early >= 10, "early: " + early);
  }

  @Test
  void withoutNoiseTheWholePathIsFollowed() {
    for (long seed = 0; seed < 5; seed++) {
      Instance instance = GaussianMatrix.of(200, 500).instance(40, seed);
      Solution whole = new Lasso().solve(instance.problem());
      Solution solution = new Lasso().withGain(0.1).solve(instance.problem());
      assertEquals(whole.support(), solution.support());
      assertEquals(whole.iterations(), solution.iterations());
    }
  }

  @Test
  void noiseOnGaussianColumnsEndsIt() {
    Instance instance = GaussianMatrix.of(500, 1000).withSignalToNoise(20).instance(20, 1);
    Solution solution = Solvers.parse("lasso(gain=0.2)").solve(instance.problem());
    assertEquals(instance.truth().support(), solution.support());
    assertTrue(solution.iterations() < 60, "knots: " + solution.iterations());
  }

  @Test
  void groupsAreRefused() {
    double[][] matrix = TestProblem.gaussian(20, 30, 3, 0, 5).matrix();
    double[][] two = new double[2][20];
    two[0][3] = 1;
    two[1][7] = 1;
    SparseProblem joint = JointProblem.of(matrix, two, 3).problem();
    String message =
        assertThrows(IllegalArgumentException.class, () -> new Lasso().withGain(0.1).solve(joint))
            .toString();
    assertTrue(message.contains("gain") && message.contains("0.1"), message);
  }
}
