package io.github.sea4j.problem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.instance.Deconvolution;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.oracle.BruteForce;
import io.github.sea4j.solver.Solution;
import java.util.Random;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several measurements with one support: one alone, all supports, and OMP written out. */
class JointProblemTest {

  private static final int M = 12;
  private static final int N = 9;
  private static final int K = 3;

  private static SimpleMatrix matrix(int rows, int columns, long seed) {
    return SimpleMatrix.random_DDRM(rows, columns, -1, 1, new Random(seed));
  }

  /** The squared norm that the best X on these columns leaves of Y. */
  private static double left(SimpleMatrix a, SimpleMatrix y, int[] support) {
    SimpleMatrix part = new SimpleMatrix(a.getNumRows(), support.length);
    for (int i = 0; i < support.length; i++) {
      part.insertIntoThis(0, i, a.getColumn(support[i]));
    }
    SimpleMatrix rest = y.minus(part.mult(part.pseudoInverse().mult(y)));
    return Math.pow(rest.normF(), 2);
  }

  private static double[][] rows(SimpleMatrix a) {
    return a.toArray2();
  }

  private static double[][] measurements(SimpleMatrix y) {
    return y.transpose().toArray2();
  }

  /** With one measurement it is the plain problem. */
  @ParameterizedTest
  @ValueSource(strings = {"sea", "omp", "els", "htp", "ompr"})
  void oneMeasurementIsThePlainProblem(String text) {
    for (int seed = 0; seed < 10; seed++) {
      SimpleMatrix a = matrix(M, N, 900 + seed);
      SimpleMatrix y = matrix(M, 1, 950 + seed);
      JointProblem joint = JointProblem.of(rows(a), measurements(y), K);
      Solution plain = Solvers.parse(text).solve(SparseProblem.of(rows(a), measurements(y)[0], K));
      Solution solution = Solvers.parse(text).solve(joint.problem());
      assertEquals(plain.residualNorm(), solution.residualNorm(), 1e-9);
      assertEquals(plain.support(), joint.support(solution.x()));
    }
  }

  /**
   * 84 supports a problem, 25 problems: none is better, exchanges miss the best in three at most.
   */
  @ParameterizedTest
  @ValueSource(strings = {"sea", "omp", "els", "els(sea)", "htp", "splicing", "lasso"})
  void noSupportIsBetterThanTheBestOfAll(String text) {
    int missed = 0;
    for (int seed = 0; seed < 25; seed++) {
      SimpleMatrix a = matrix(M, N, 1000 + seed);
      SimpleMatrix y = matrix(M, 4, 2000 + seed);
      double[] best = {Double.POSITIVE_INFINITY};
      BruteForce.forEachSubset(N, K, s -> best[0] = Math.min(best[0], left(a, y, s)));
      JointProblem joint = JointProblem.of(rows(a), measurements(y), K);
      Solution solution = Solvers.parse(text).solve(joint.problem());
      double own = left(a, y, joint.support(solution.x()).toArray());
      assertEquals(own, Math.pow(solution.residualNorm(), 2), 1e-9 * own, text);
      assertTrue(own >= best[0] * (1 - 1e-9));
      missed += own > best[0] * (1 + 1e-9) ? 1 : 0;
    }
    assertTrue(!text.startsWith("els") || missed <= 3, "missed " + missed);
  }

  /** Tropp's simultaneous OMP with Euclidean norms, written out. */
  @Test
  void ompIsSimultaneousOmp() {
    for (int seed = 0; seed < 30; seed++) {
      SimpleMatrix a = matrix(M, N, 3000 + seed);
      SimpleMatrix y = matrix(M, 3, 4000 + seed);
      int[] support = {};
      for (int step = 0; step < K; step++) {
        SimpleMatrix rest = y;
        if (step > 0) {
          SimpleMatrix part = new SimpleMatrix(M, step);
          for (int i = 0; i < step; i++) {
            part.insertIntoThis(0, i, a.getColumn(support[i]));
          }
          rest = y.minus(part.mult(part.pseudoInverse().mult(y)));
        }
        int next = -1;
        double most = -1;
        for (int j = 0; j < N; j++) {
          SimpleMatrix column = a.getColumn(j);
          double seen = column.transpose().mult(rest).normF() / column.normF();
          if (Support.of(support).contains(j) || seen <= most) {
            continue;
          }
          most = seen;
          next = j;
        }
        support = Support.of(support).union(Support.of(next)).toArray();
      }
      JointProblem joint = JointProblem.of(rows(a), measurements(y), K);
      Solution solution = Solvers.parse("omp").solve(joint.problem());
      assertArrayEquals(support, joint.support(solution.x()).toArray(), "seed " + seed);
    }
  }

  /** Four measurements of the same spikes find what one alone does not. */
  @Test
  void manyMeasurementsAndTheirCoefficients() {
    LinearOperator blur = Deconvolution.gaussian(60, 2).instance(4, 1).problem().operator();
    double[][] truth = new double[4][60];
    double[][] y = new double[4][60];
    Random random = new Random(5);
    for (int l = 0; l < 4; l++) {
      for (int j : new int[] {10, 14, 33, 50}) {
        truth[l][j] = random.nextGaussian();
      }
      blur.apply(truth[l], y[l]);
    }
    JointProblem joint = JointProblem.of(blur, y, 2).withSparsity(4);
    Solution solution = Solvers.parse("els(sea)").solve(joint.problem());
    assertEquals(Support.of(10, 14, 33, 50), joint.support(solution.x()));
    SparseVector[] found = joint.coefficients(solution.x());
    for (int l = 0; l < 4; l++) {
      assertArrayEquals(truth[l], found[l].toDense(), 1e-7);
    }
  }

  @Test
  void refusals() {
    DenseOperator a = DenseOperator.of(new double[3][2]);
    assertThrows(IllegalArgumentException.class, () -> JointProblem.of(a, new double[0][], 1));
    var refused =
        assertThrows(
            IllegalArgumentException.class, () -> JointProblem.of(a, new double[][] {{1, 2}}, 1));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("measurement 0 has 2"), refused::toString);
    assertThrows(IllegalArgumentException.class, () -> JointProblem.of(a, new double[2][3], 3));
    JointProblem zero = JointProblem.of(a, new double[2][3], 1);
    assertEquals(0, Solvers.parse("sea").solve(zero.problem()).residualNorm());
    JointProblem plain =
        JointProblem.of(new double[][] {{1, 2}, {0, 1}}, new double[][] {{1, 1}}, 1);
    for (String text : new String[] {"iht"}) {
      var byName =
          assertThrows(
              IllegalArgumentException.class, () -> Solvers.parse(text).solve(plain.problem()));
      assertTrue(String.valueOf(byName.getMessage()).contains("groups"), byName::toString);
      assertTrue(String.valueOf(byName.getMessage()).contains(text), byName::toString);
    }
  }
}
