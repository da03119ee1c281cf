package io.github.sea4j.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.language.Solvers;
import io.github.sea4j.oracle.BruteForce;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Status;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fits that are far from their start, on dependent columns within bounds, or at odd scales. */
class HardFitsTest {

  private static final List<String> SOLVERS =
      List.of("sea(iterations=20)", "omp", "els", "htp", "splicing", "ompr", "exhaustive");

  /** Of a and -a one must be zero, whichever comes first: more columns are never worse. */
  @Test
  void aColumnAndItsOppositeWithinBounds() {
    double[][] a = {{3, -3, 3}, {1, -1, 1}, {-2, 2, -2}};
    double[] y = {-3, -1, 2.5};
    double least = SparseProblem.of(a, y, 1).residualNorm(solve("els", a, y, 1).x());
    for (String text : SOLVERS) {
      for (int k = 1; k <= 3; k++) {
        Solution solution = solve(text, a, y, k);
        assertEquals(least, solution.residualNorm(), 1e-12, text + " with k = " + k);
        assertTrue(Arrays.stream(solution.coefficients()).allMatch(x -> x >= 0));
      }
    }
  }

  private static Solution solve(String text, double[][] a, double[] y, int k) {
    return Solvers.parse(text).solve(SparseProblem.of(a, y, k).withNonNegative());
  }

  /** All words of a column, which together are the intercept: against all supports, seed 4401. */
  @Test
  void allWordsOfAColumnWithinBounds() {
    Random random = new Random(4401);
    for (int trial = 0; trial < 40; trial++) {
      double[][] a = new double[24][4];
      double[] y = new double[24];
      for (int i = 0; i < y.length; i++) {
        a[i][random.nextInt(4)] = 1;
        y[i] = random.nextGaussian() - (trial % 4 == 0 ? 2 * a[i][0] : 0);
      }
      SparseProblem all = SparseProblem.of(a, y, 4).withLoss(GlmLoss.leastSquares());
      double[] least = {Double.POSITIVE_INFINITY};
      for (int k = 1; k < 4; k++) {
        BruteForce.forEachSubset(
            4,
            k,
            support -> {
              double[][] some = columns(a, support);
              Solution fit =
                  Solvers.parse("omp")
                      .solve(
                          SparseProblem.of(some, y, support.length)
                              .withLoss(GlmLoss.leastSquares()));
              if (Arrays.stream(fit.coefficients()).allMatch(x -> x >= 0)) {
                least[0] = Math.min(least[0], fit.residualNorm());
              }
            });
      }
      Solution solution = Solvers.parse("els").solve(all.withNonNegative());
      assertEquals(least[0], solution.residualNorm(), 1e-9, "trial " + trial);
    }
  }

  private static double[][] columns(double[][] a, int[] support) {
    return Arrays.stream(a)
        .map(row -> Arrays.stream(support).mapToDouble(j -> row[j]).toArray())
        .toArray(double[][]::new);
  }

  /** Supports that fit equally well but for rounding errors: seed 4402, with a limit of time. */
  @ParameterizedTest
  @ValueSource(strings = {"els", "els(first)", "els(add)", "splicing"})
  void exchangesAmongEqualsEnd(String text) {
    Random random = new Random(4402);
    for (int trial = 0; trial < 300; trial++) {
      int m = 2 + random.nextInt(3);
      double[][] a = new double[m][8];
      double[] y = new double[m];
      for (int i = 0; i < m; i++) {
        Arrays.setAll(a[i], j -> random.nextGaussian());
        y[i] = random.nextGaussian();
      }
      double[] upper = new double[8];
      Arrays.setAll(upper, j -> j % 3 == 0 ? 1 : Double.POSITIVE_INFINITY);
      double[] lower = new double[8];
      Arrays.setAll(lower, j -> j % 2 == 0 ? -1 : 0);
      SparseProblem problem =
          SparseProblem.of(a, y, m).withLoss(GlmLoss.leastSquares().withIntercept(trial % 2 == 0));
      Solution solution =
          Solvers.parse(text)
              .solve(
                  problem.withBounds(lower, upper),
                  Run.unlimited().withTimeLimit(Duration.ofSeconds(10)));
      assertNotEquals(Status.TIME_LIMIT, solution.status(), "trial " + trial);
    }
  }

  /** The intercept says all that a constant column could: of it rounding errors are left. */
  @ParameterizedTest
  @ValueSource(doubles = {3, 0.1, 7.7, 1e-3})
  void aForcedConstantColumnWithinBounds(double constant) {
    Random random = new Random(4403);
    double[] weights = random.doubles(40, 0, 3).toArray();
    for (LossTable plain : List.of(LossTable.logistic(40, 4, 4403), LossTable.squares(40, 4, 1))) {
      LossTable table = plain.with(plain.loss().withWeights(weights));
      for (double[] row : table.a()) {
        row[0] = constant;
      }
      double[] lower = {0, -9, -9, -9};
      double[] upper = {Double.POSITIVE_INFINITY, 9, 9, 9};
      SparseProblem problem = table.problem(1).withForced(Support.of(0)).withBounds(lower, upper);
      for (String text : SOLVERS) {
        Solution solution = Solvers.parse(text).solve(problem);
        assertEquals(0, solution.x().get(0), text);
        assertEquals(deviance(table, solution), solution.deviance(), 1e-9, text);
      }
      lower[0] = 2;
      Solution shifted = Solvers.parse("els").solve(problem.withBounds(lower, upper));
      assertEquals(2, shifted.x().get(0), 1e-12);
      assertEquals(deviance(table, shifted), shifted.deviance(), 1e-9);
    }
  }

  private static double deviance(LossTable table, Solution solution) {
    return table.loss().deviance(table.y(), table.eta(solution));
  }

  /** What an answer says of itself holds at its coefficients, separated classes or not. */
  @ParameterizedTest
  @ValueSource(strings = {"iht", "niht", "nhtp", "omp"})
  void theClaimedDevianceIsThatOfTheCoefficients(String text) {
    Random random = new Random(4404);
    for (int trial = 0; trial < 100; trial++) {
      int m = 3 + random.nextInt(8);
      double[][] a = new double[m][8];
      double[] y = new double[m];
      for (int i = 0; i < m; i++) {
        Arrays.setAll(a[i], j -> random.nextGaussian());
        y[i] = random.nextInt(2);
      }
      LossTable table = new LossTable(a, y, GlmLoss.logistic());
      Solution solution = Solvers.parse(text).solve(table.problem(1 + random.nextInt(3)));
      double own = deviance(table, solution);
      assertEquals(own, solution.deviance(), 1e-6 * own + 1e-20, "trial " + trial);
    }
  }

  /** A factor of all counts is a term of the intercept, and nothing else. */
  @ParameterizedTest
  @ValueSource(doubles = {1e6, 1e12, 1e15, 1e30, 1e100, 1e290})
  void countsOfAnySize(double factor) {
    LossTable table = LossTable.poisson(60, 6, 4405);
    double[] y = Arrays.stream(table.y()).map(count -> factor * count).toArray();
    for (String text : List.of("sea(iterations=20)", "omp", "els", "htp", "splicing")) {
      Solution plain = Solvers.parse(text).solve(table.problem(2));
      Solution scaled =
          Solvers.parse(text).solve(new LossTable(table.a(), y, table.loss()).problem(2));
      assertSame(plain, scaled, Math.log(factor), text);
    }
  }

  /** So is one offset for all rows, however far it is from the answer. */
  @ParameterizedTest
  @ValueSource(doubles = {-300, -40, 30, 90, 200, 300, 3000})
  void offsetsFarFromTheAnswer(double shift) {
    LossTable labels = LossTable.logistic(80, 6, 4406);
    LossTable counts = LossTable.poisson(60, 6, 4406);
    for (LossTable table : Math.abs(shift) > 300 ? List.of(labels) : List.of(labels, counts)) {
      double[] offset = new double[table.y().length];
      Arrays.fill(offset, shift);
      for (String text : List.of("sea(iterations=20)", "omp", "els", "htp", "splicing")) {
        Solution plain = Solvers.parse(text).solve(table.problem(2));
        Solution shifted =
            Solvers.parse(text).solve(table.with(table.loss().withOffset(offset)).problem(2));
        assertSame(plain, shifted, -shift, text);
      }
    }
  }

  /** And a factor of all weights is nothing at all. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-160, 1e-30, 1e200})
  void weightsOfAnySize(double factor) {
    for (LossTable table : List.of(LossTable.logistic(80, 6, 4407), LossTable.poisson(60, 6, 1))) {
      double[] weights = new double[table.y().length];
      Arrays.fill(weights, factor);
      for (String text : List.of("sea(iterations=20)", "omp", "els")) {
        Solution plain = Solvers.parse(text).solve(table.problem(2));
        Solution weighted =
            Solvers.parse(text).solve(table.with(table.loss().withWeights(weights)).problem(2));
        assertSame(plain, weighted, 0, text);
        assertEquals(plain.residualNorm(), weighted.residualNorm() / Math.sqrt(factor), 1e-8, text);
      }
    }
  }

  private static void assertSame(Solution plain, Solution other, double shift, String text) {
    assertEquals(plain.support(), other.support(), text);
    assertArrayEquals(plain.coefficients(), other.coefficients(), 1e-7, text);
    assertEquals(plain.intercept() + shift, other.intercept(), 1e-7 * (1 + Math.abs(shift)), text);
  }

  /** Coefficients of forced columns and the intercept are numbers, or refused by name. */
  @Test
  void forcedColumnsTooSmallForTheirCoefficients() {
    LossTable table = LossTable.squares(12, 4, 4408);
    for (double unit : new double[] {Double.MIN_VALUE, 1e-310, 1e-305}) {
      for (double[] row : table.a()) {
        row[0] = unit * (Math.abs(row[1]) + 1);
      }
      SparseProblem problem = table.problem(2).withForced(Support.of(0));
      for (SparseProblem each : List.of(problem, problem.withNonNegative())) {
        Solution solution = Solvers.parse("els").solve(each);
        assertTrue(Arrays.stream(solution.coefficients()).allMatch(Double::isFinite));
        assertTrue(Double.isFinite(solution.intercept()));
      }
    }
    double[] y = Arrays.stream(table.y()).map(v -> 1e10 * v).toArray();
    SparseProblem large = new LossTable(table.a(), y, table.loss()).problem(2);
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> Solvers.parse("els").solve(large.withForced(Support.of(0))))
            .toString();
    assertTrue(message.contains("coefficient of column 0"), message);
  }

  /** A ridge that keeps an answer finite never makes it worse than none at all. */
  @Test
  void aRidgeIsNoWorseThanNothing() {
    double[][] a = {{-1, 0.67, 0.67, 3}, {2, 1.46, 1.46, 3}};
    GlmLoss loss = GlmLoss.logistic().withOffset(-22.15, 0.74).withWeights(1, 2.63);
    double[] lower = {-9, -9, -0.17, -0.75};
    double[] upper = {0.97, 0.63, 1e9, 1e9};
    SparseProblem problem =
        SparseProblem.of(a, new double[] {0, 1}, 2)
            .withLoss(loss)
            .withForced(Support.of(1))
            .withBounds(lower, upper);
    for (int k = 1; k <= 2; k++) {
      for (String text : SOLVERS) {
        Solution solution = Solvers.parse(text).solve(problem.withSparsity(k));
        assertTrue(solution.relativeResidual() <= 1 + 1e-12, solution::toString);
      }
    }
  }

  @Test
  void weightsAndOffsetsThatOverflowAreNamed() {
    double[] heavy = {1e300, 1.7e308, 1.7e308};
    assertRefused(
        "weights must have a sum of at most 1.0E300", () -> GlmLoss.logistic().withWeights(heavy));
    assertRefused(
        "offset: entry 1 must be between -300 and 300", () -> GlmLoss.poisson().withOffset(0, 301));
    assertRefused(
        "offset: entry 0 must be between -3000 and 3000 for the logistic loss, but is 1.0E160",
        () -> GlmLoss.logistic().withOffset(1e160, 0));
    assertFalse(GlmLoss.logistic().withOffset(0, 301).isLeastSquares());
    assertTrue(GlmLoss.leastSquares().withOffset(0, 1e9).isLeastSquares());
  }

  private static void assertRefused(String part, Runnable call) {
    String message = assertThrows(IllegalArgumentException.class, call::run).toString();
    assertTrue(message.contains(part), message);
  }

  /** Composed solvers are refused at once, and each refusal says what is in the way. */
  @Test
  void solversThatAreForLeastSquaresAloneSaySo() {
    SparseProblem counts = LossTable.poisson(30, 5, 4409).problem(2);
    SparseProblem grouped =
        LossTable.squares(30, 5, 4409).problem(2).withGroups(new int[] {0, 0, 1, 1, 2});
    assertRefused("without bounds for best", () -> Solvers.parse("best").solve(counts));
    assertRefused("without groups for best", () -> Solvers.parse("best").solve(grouped));
    assertRefused("without groups for ols", () -> Solvers.parse("ols").solve(grouped));
    assertRefused("for lasso, but is Poisson", () -> Solvers.parse("lasso").solve(counts));
    assertEquals(2, Solvers.parse("best(parts=els sea)").solve(counts).support().size());
  }
}
