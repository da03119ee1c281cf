package io.github.sea4j.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.fit.Fit;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.Support;
import io.github.sea4j.problem.UnitNormProblem;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.solver.Status;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Exchanges where the quadratic model only orders them, from starts that are far from good. */
class CurvedExchangesTest {

  private static final int K = 3;
  private static final Support START = Support.of(0, 1, 2);

  /**
   * Bounds and groups: a problem of n columns or pairs and a seed, and the columns that the
   * algorithms see of a support.
   */
  private record Family(
      String name,
      BiFunction<Integer, Integer, SparseProblem> draw,
      Function<Support, int[]> columns) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static int[] pairs(int n) {
    return IntStream.range(0, 2 * n).map(j -> j / 2).toArray();
  }

  private static final Family NON_NEGATIVE =
      new Family(
          "non-negative",
          (n, seed) -> TestProblem.gaussian(20 + n, n, 5, 0.3, seed).problem().withNonNegative(),
          Support::toArray);

  private static final Family PAIRS =
      new Family(
          "pairs of columns",
          (n, seed) ->
              TestProblem.gaussian(20 + n, 2 * n, 5, 0.3, seed).problem().withGroups(pairs(n)),
          support -> Arrays.stream(support.toArray()).map(j -> j / 2).distinct().toArray());

  static Stream<Arguments> searches() {
    return Stream.of(NON_NEGATIVE, PAIRS)
        .flatMap(
            family ->
                Stream.of(
                    Arguments.of(family, new Els().fromFirstColumns()),
                    Arguments.of(family, new Els().withMove(Els.Move.ADD).fromFirstColumns()),
                    Arguments.of(family, new Splicing().from(START)),
                    Arguments.of(family, new Splicing())));
  }

  /** Seeds 1 to 6. With 27 exchanges all are tried: no single one lowers what swaps end with. */
  @ParameterizedTest
  @MethodSource("searches")
  void theEndIsBetterThanTheStartAndThanEverySwap(Family family, Solver solver) {
    int moved = 0;
    for (int seed = 1; seed <= 6; seed++) {
      SparseProblem problem = family.draw.apply(12, seed).withSparsity(K);
      UnitNormProblem unit = problem.unitNorm();
      Fit fit = unit.loss().fit(unit.operator(), unit.measurements(), K + 1, () -> false);
      Solution solution = solver.solve(problem);
      assertEquals(Status.CONVERGED, solution.status());
      int[] support = family.columns.apply(solution.support());
      assertEquals(K, support.length);
      double value = value(fit, support);
      assertEquals(unit.toUser(value), solution.residualNorm(), 1e-9);
      double before = value(fit, START.toArray());
      assertTrue(value <= before);
      moved += value < before ? 1 : 0;
      if (solver.name().equals("els(first)")) {
        assertTrue(value <= bestSwap(fit, support, 12) * (1 + 1e-10), "seed " + seed);
      }
    }
    assertTrue(moved >= 5, "the case no longer shows what it is for: " + moved);
  }

  static Stream<Family> families() {
    return Stream.of(NON_NEGATIVE, PAIRS);
  }

  /**
   * Of 536 exchanges the 200 most promising are fitted; where these end, another one seldom helps.
   * Seeds 1 to 8, all fixed: 5 of 8 when written for bounds, of which the model knows nothing, and
   * 8 of 8 for pairs.
   */
  @ParameterizedTest
  @MethodSource("families")
  void theModelLeavesOutLittle(Family family) {
    int optimal = 0;
    for (int seed = 1; seed <= 8; seed++) {
      SparseProblem problem = family.draw.apply(75, seed).withSparsity(8);
      UnitNormProblem unit = problem.unitNorm();
      Fit fit = unit.loss().fit(unit.operator(), unit.measurements(), 9, () -> false);
      int[] support = family.columns.apply(new Els().fromFirstColumns().solve(problem).support());
      double value = value(fit, support);
      optimal += value <= bestSwap(fit, support, 75) * (1 + 1e-10) ? 1 : 0;
    }
    assertTrue(optimal >= 5, "optimal: " + optimal);
  }

  private static double value(Fit fit, int[] support) {
    fit.moveTo(support);
    return fit.value();
  }

  private static int[] with(int[] support, int j) {
    return IntStream.concat(IntStream.of(support), IntStream.of(j)).sorted().toArray();
  }

  private static int[] without(int[] support, int i) {
    return IntStream.of(support).filter(j -> j != i).toArray();
  }

  private static double bestSwap(Fit fit, int[] support, int n) {
    double least = Double.POSITIVE_INFINITY;
    for (int leaving : support) {
      for (int j = 0; j < n; j++) {
        if (Arrays.binarySearch(support, j) < 0) {
          least = Math.min(least, value(fit, with(without(support, leaving), j)));
        }
      }
    }
    return least;
  }
}
