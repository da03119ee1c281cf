package io.github.sea4j.greedy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.solver.Status;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Where greedy selection ends early, and whom OMPR exchanges. */
class GreedyTest {

  static Stream<Solver> selections() {
    return Stream.of(new Omp(), new Ols());
  }

  /** Three units of a column with two allowed: nothing is left to explain. */
  @ParameterizedTest
  @MethodSource("selections")
  void anExactFitEndsTheSelection(Solver solver) {
    double[][] identity = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    Solution solution = solver.solve(SparseProblem.of(identity, new double[] {0, 3, 0}, 2));
    assertEquals(Status.EXACT_FIT, solution.status());
    assertEquals(Support.of(1), solution.support());
  }

  /** The first column is orthogonal to what the second leaves: to take it would explain nothing. */
  @ParameterizedTest
  @MethodSource("selections")
  void aColumnThatExplainsNothingIsNotTaken(Solver solver) {
    double[][] matrix = {{1, 0}, {0, 1}, {0, 0}};
    Solution solution = solver.solve(SparseProblem.of(matrix, new double[] {0, 1, 2}, 2));
    assertEquals(Status.NO_COLUMN_LEFT, solution.status());
    assertEquals(Support.of(1), solution.support());
    assertEquals(2, solution.residualNorm());
  }

  /**
   * The second column is the first one up to 8e-15, which is less than it takes to be another one,
   * and yet correlates more with the residual than the third.
   */
  @Test
  void ompPassesOverAColumnThatDependsOnTheChosenOnes() {
    double[][] three = {{1, 1, 0}, {8e-15, 0, 0}, {0, 0, 1}};
    Solution solution = new Omp().solve(SparseProblem.of(three, new double[] {1, 1, 4e-15}, 2));
    assertEquals(Support.of(0, 2), solution.support());
    assertEquals(Status.COMPLETE, solution.status());
    double[][] two = {{1, 1}, {8e-15, 0}, {0, 0}};
    Solution alone = new Omp().solve(SparseProblem.of(two, new double[] {1, 1, 0}, 2));
    assertEquals(Support.of(0), alone.support());
    assertEquals(Status.NO_COLUMN_LEFT, alone.status());
    assertFalse(alone.rankDeficient());
  }

  /** Seeds 1 to 60, from the last columns, so that every other one may enter, the first too. */
  @ParameterizedTest
  @EnumSource
  void omprExchangesAsItsFormSays(Ompr.Form form) {
    int exchanges = 0;
    boolean firstEnters = false;
    for (int seed = 1; seed <= 60; seed++) {
      TestProblem sample = TestProblem.gaussian(12, 20, 4, 0.4, seed);
      int[] start = {16, 17, 18, 19};
      int[] expected = textbook(sample, start, form);
      Solution solution = new Ompr().withForm(form).from(Support.of(start)).solve(sample.problem());
      assertEquals(Support.of(expected), solution.support(), "seed " + seed);
      exchanges += Arrays.equals(start, expected) ? 0 : 1;
      firstEnters |= expected[0] == 0;
    }
    assertTrue(exchanges > 30 && firstEnters, "the case no longer shows what it is for");
  }

  /** The formulas in the Javadoc of OMPR, each support fitted from scratch. */
  private static int[] textbook(TestProblem sample, int[] start, Ompr.Form form) {
    double[][] unit = Dense.unitColumns(sample.matrix());
    double[] y = sample.measurements();
    int[] support = start;
    while (true) {
      double[] residual = Dense.residual(unit, support, y);
      double[] gradient = Dense.applyTranspose(unit, residual);
      double[] x = Dense.leastSquares(unit, support, y);
      for (int j : support) {
        gradient[j] = 0;
      }
      int entering = Dense.largest(gradient, 1)[0];
      int smallest = 0;
      for (int i = 1; i < x.length; i++) {
        smallest = Math.abs(x[i]) < Math.abs(x[smallest]) ? i : smallest;
      }
      int leaving = support[smallest];
      boolean entersByProxy = Math.abs(gradient[entering]) > Math.abs(x[smallest]);
      if (form == Ompr.Form.PROXY && !entersByProxy) {
        return support;
      }
      int[] next =
          IntStream.concat(IntStream.of(support).filter(j -> j != leaving), IntStream.of(entering))
              .sorted()
              .toArray();
      if (Dense.norm(Dense.residual(unit, next, y)) >= Dense.norm(residual) * (1 - 1e-12)) {
        return support;
      }
      support = next;
    }
  }

  @Test
  void omprExchangesNothingWhereNothingCorrelates() {
    double[][] matrix = {{0, 1}, {1, 0}, {0, 0}};
    SparseProblem problem = SparseProblem.of(matrix, new double[] {1, 0, 2}, 1);
    Solution solution = new Ompr().from(Support.of(1)).solve(problem);
    assertEquals(Support.of(1), solution.support());
    assertEquals(1, solution.iterations());
  }
}
