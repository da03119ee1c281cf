package io.github.sea4j.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.language.Solvers;
import io.github.sea4j.oracle.BruteForce;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.Solution;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forced columns and bounds, against all supports of small problems and by their certificates. */
class StructureTest {

  private static final int N = 8;

  private static List<LossTable> tables() {
    return List.of(
        LossTable.squares(50, N, 4301),
        LossTable.logistic(90, N, 4302),
        LossTable.poisson(60, N, 4303));
  }

  /** The deviance with intercept on these columns; the least of all is the oracle's answer. */
  private static double deviance(LossTable table, int[] support) {
    return fit(table, support).deviance();
  }

  /** All columns but these are zero, so that any solver must take them. */
  private static Solution fit(LossTable table, int[] support) {
    double[][] a = new double[table.y().length][N];
    for (int i = 0; i < a.length; i++) {
      for (int j : support) {
        a[i][j] = table.a()[i][j];
      }
    }
    SparseProblem problem = new LossTable(a, table.y(), table.loss()).problem(1);
    return Solvers.parse("sea(iterations=1)").solve(problem.withSparsity(support.length));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sea(iterations=40)", "omp", "els", "htp", "splicing", "ompr", "iht"})
  void forcedColumnsAreInEverySupportAndNotCounted(String text) {
    Support forced = Support.of(0, 6);
    for (LossTable table : tables()) {
      SparseProblem problem = table.problem(2).withForced(forced);
      Solution solution = Solvers.parse(text).solve(problem);
      assertEquals(4, solution.support().size());
      assertTrue(solution.support().contains(0) && solution.support().contains(6));
      double[] least = {Double.POSITIVE_INFINITY};
      BruteForce.forEachSubset(
          N,
          2,
          pair -> {
            int[] all = forced.union(Support.of(pair.clone())).toArray();
            least[0] = all.length == 4 ? Math.min(least[0], deviance(table, all)) : least[0];
          });
      double own = deviance(table, solution.support().toArray());
      boolean refits = !text.equals("iht");
      assertEquals(own, solution.deviance(), refits ? 1e-8 * own : own);
      assertTrue(solution.deviance() >= least[0] * (1 - 1e-9));
      if (text.equals("els")) {
        assertEquals(least[0], solution.deviance(), 1e-8 * least[0]);
      }
      double gradient = table.relativeGradient(table.eta(solution), ones(table))[6];
      assertEquals(0, gradient, refits ? 1e-8 : 1e-6);
    }
  }

  private static double[] ones(LossTable table) {
    double[] ones = new double[table.y().length];
    Arrays.fill(ones, 1);
    return ones;
  }

  /**
   * Non-negative: the conditions of Karush, Kuhn and Tucker on the support, and the least deviance
   * over all supports. A non-negative fit is the unbounded one on the columns where it is positive,
   * so that the least over supports of at most k columns whose unbounded fit is positive is it.
   */
  @ParameterizedTest
  @ValueSource(strings = {"sea(iterations=60)", "omp", "els", "htp", "splicing", "ompr"})
  void nonNegativeAnswersSatisfyTheirConditions(String text) {
    for (LossTable table : tables()) {
      SparseProblem problem = table.problem(3).withNonNegative();
      Solution solution = Solvers.parse(text).solve(problem);
      double[] gradient = table.relativeGradient(table.eta(solution), ones(table));
      assertEquals(0, gradient[N], 1e-8);
      for (int j : solution.support().toArray()) {
        double x = solution.x().get(j);
        assertTrue(x >= 0, text);
        assertTrue(x > 0 ? Math.abs(gradient[j]) < 1e-8 : gradient[j] > -1e-8, text);
      }
      double least = leastNonNegative(table, 3);
      assertTrue(solution.deviance() >= least * (1 - 1e-9), text);
      if (text.equals("els")) {
        assertEquals(least, solution.deviance(), 1e-8 * least);
      }
    }
  }

  private static double leastNonNegative(LossTable table, int most) {
    double[] least = {Double.POSITIVE_INFINITY};
    IntStream.rangeClosed(0, most)
        .forEach(
            k ->
                BruteForce.forEachSubset(
                    N,
                    k,
                    support -> {
                      Solution fit = fit(table, support);
                      if (Arrays.stream(fit.coefficients()).allMatch(x -> x >= 0)) {
                        least[0] = Math.min(least[0], fit.deviance());
                      }
                    }));
    return least[0];
  }

  /**
   * A box that binds: at the lower bound the gradient is not negative, at the upper not positive.
   */
  @Test
  void boxesBindWithTheRightSign() {
    for (LossTable table : tables()) {
      Solution free = Solvers.parse("els").solve(table.problem(3));
      double[] lower = new double[N];
      double[] upper = new double[N];
      for (int j = 0; j < N; j++) {
        lower[j] = Math.min(0, 0.4 * free.x().get(j));
        upper[j] = Math.max(0, 0.4 * free.x().get(j));
      }
      lower[7] = Double.NEGATIVE_INFINITY;
      upper[7] = Double.POSITIVE_INFINITY;
      SparseProblem problem =
          table.problem(3).withBounds(lower, upper).withForced(Support.of(free.support().get(0)));
      for (String text : List.of("els", "sea(iterations=20)", "omp", "htp", "splicing")) {
        Solution solution = Solvers.parse(text).solve(problem);
        assertTrue(solution.support().contains(free.support().get(0)));
        double[] gradient = table.relativeGradient(table.eta(solution), ones(table));
        for (int j : solution.support().toArray()) {
          double x = solution.x().get(j);
          assertTrue((x >= lower[j] * (1 + 1e-12) && x <= upper[j] * (1 + 1e-12)) || j == 7);
          boolean low = x <= lower[j] * (1 - 1e-12) || x == lower[j];
          boolean high = x >= upper[j] * (1 - 1e-12) || x == upper[j];
          assertTrue(low || gradient[j] < 1e-8, text + " " + j);
          assertTrue(high || gradient[j] > -1e-8, text + " " + j);
        }
      }
    }
  }

  /**
   * Four groups, two of them asked for: against all six pairs, and with a group coded otherwise.
   */
  @ParameterizedTest
  @ValueSource(strings = {"sea(iterations=40)", "omp", "els", "htp", "splicing", "ompr"})
  void groupsEnterAsAWhole(String text) {
    int[] groupOf = {7, 7, 2, 5, 5, 5, 9, 9};
    int[][] groups = {{2}, {3, 4, 5}, {0, 1}, {6, 7}};
    for (LossTable table : tables()) {
      Solution solution = Solvers.parse(text).solve(table.problem(2).withGroups(groupOf));
      double[] least = {Double.POSITIVE_INFINITY};
      boolean[] isPair = {false};
      BruteForce.forEachSubset(
          4,
          2,
          pair -> {
            Support union = Support.of(groups[pair[0]]).union(Support.of(groups[pair[1]]));
            isPair[0] |= union.equals(solution.support());
            least[0] = Math.min(least[0], deviance(table, union.toArray()));
          });
      assertTrue(isPair[0], text + " " + solution.support());
      double own = deviance(table, solution.support().toArray());
      assertEquals(own, solution.deviance(), 1e-8 * own);
      assertTrue(solution.deviance() >= least[0] * (1 - 1e-9));
      if (text.equals("els")) {
        assertEquals(least[0], solution.deviance(), 1e-8 * least[0]);
      }
      for (double[] row : table.a()) {
        row[4] += 2 * row[3] - row[5];
      }
      Solution coded = Solvers.parse(text).solve(table.problem(2).withGroups(groupOf));
      assertEquals(solution.support(), coded.support());
      assertEquals(solution.deviance(), coded.deviance(), 1e-8 * own);
    }
  }

  /** As words that are all there, beside an intercept: their columns add up to its column. */
  @Test
  void aGroupThatDependsOnItselfCanBeTheFirst() {
    double[][] a = new double[12][4];
    double[] y = new double[12];
    for (int i = 0; i < y.length; i++) {
      a[i][i % 3] = 1;
      a[i][3] = Math.sin(i);
      y[i] = 3 * (i % 3) + 0.1 * a[i][3];
    }
    SparseProblem problem =
        SparseProblem.of(a, y, 1)
            .withLoss(GlmLoss.leastSquares())
            .withGroups(new int[] {0, 0, 0, 1});
    for (String text : List.of("omp", "els", "sea")) {
      Solution solution = Solvers.parse(text).solve(problem);
      assertEquals(Support.of(0, 1, 2), solution.support(), text);
      assertTrue(solution.rankDeficient(), text);
    }
    Solution both = Solvers.parse("omp").solve(problem.withSparsity(2));
    assertEquals(0, both.deviance(), 1e-20);
  }
}
