package io.github.sea4j.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.fit.SupportSolution;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.oracle.BruteForce;
import io.github.sea4j.oracle.Irls;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.Solution;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates of fits and answers for each loss, with intercept, weights and offset. */
class GlmLossTest {

  private static final int ROWS = 120;

  private static double[] weights() {
    return IntStream.range(0, ROWS).mapToDouble(i -> i % 7 == 0 ? 0 : 0.5 + i % 3).toArray();
  }

  private static double[] offset() {
    return IntStream.range(0, ROWS).mapToDouble(i -> Math.log(1 + i % 5)).toArray();
  }

  private static List<LossTable> tables() {
    return List.of(
        LossTable.logistic(ROWS, 20, 4101),
        LossTable.poisson(ROWS, 20, 4102),
        LossTable.squares(ROWS, 20, 4103));
  }

  /** The gradient is zero on the support and along the intercept, whatever weights and offset. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sea(iterations=100)",
        "omp",
        "ompr",
        "els",
        "els(add)",
        "htp",
        "nhtp",
        "splicing",
        "sea(omp, iterations=100)",
        "iht(refitted, iterations=200)"
      })
  void theGradientVanishesOnTheSupport(String text) {
    for (LossTable plain : tables()) {
      for (boolean weighted : new boolean[] {false, true}) {
        GlmLoss loss = plain.loss().withOffset(offset());
        double[] w = weighted ? weights() : ones();
        LossTable table = plain.with(weighted ? loss.withWeights(w) : loss);
        Solution solution = Solvers.parse(text).solve(table.problem(4));
        double[] eta = table.eta(solution);
        Arrays.setAll(eta, i -> eta[i] + offset()[i]);
        double[] gradient = table.relativeGradient(eta, w);
        assertEquals(0, gradient[20], 1e-8, text + " intercept");
        for (int j : solution.support().toArray()) {
          assertEquals(0, gradient[j], 1e-8, text + " " + table.loss());
        }
        double deviance = table.loss().deviance(table.y(), eta);
        assertEquals(deviance, solution.deviance(), 1e-9 * deviance);
        assertEquals(0, solution.ridge());
      }
    }
  }

  private static double[] ones() {
    double[] ones = new double[ROWS];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Two programs agree: Newton on projected columns, and re-weighted least squares by QR. */
  @Test
  void deviancesAreThoseOfReweightedLeastSquares() {
    for (boolean poisson : new boolean[] {false, true}) {
      LossTable table =
          poisson ? LossTable.poisson(ROWS, 9, 4104) : LossTable.logistic(ROWS, 9, 4105);
      SparseProblem problem = table.problem(3);
      double[] least = {Double.POSITIVE_INFINITY};
      BruteForce.forEachSubset(
          9,
          3,
          support -> {
            double expected = Irls.deviance(table.a(), table.y(), support, poisson);
            least[0] = Math.min(least[0], expected);
            SupportSolution fit =
                problem.loss().solve(problem.unitNorm().operator(), table.y(), support);
            assertEquals(expected, fit.value() * fit.value(), 1e-9 * expected);
          });
      // With 18 exchanges of each support none is left out, and few local optima are in the way.
      double els = Solvers.parse("els(sea(iterations=100))").solve(problem).deviance();
      assertEquals(least[0], els, 1e-8 * least[0]);
    }
  }

  /** A row of weight 2 is two rows, one of weight 0 is none. */
  @Test
  void weightsCountRows() {
    for (LossTable plain : tables()) {
      double[] w = IntStream.range(0, ROWS).mapToDouble(i -> i % 3).toArray();
      int[] rows =
          IntStream.range(0, ROWS).flatMap(i -> IntStream.range(0, i % 3).map(c -> i)).toArray();
      LossTable repeated =
          new LossTable(
              IntStream.of(rows).mapToObj(i -> plain.a()[i]).toArray(double[][]::new),
              IntStream.of(rows).mapToDouble(i -> plain.y()[i]).toArray(),
              plain.loss());
      for (String text : List.of("omp", "sea(iterations=60)", "els")) {
        Solution one =
            Solvers.parse(text).solve(plain.with(plain.loss().withWeights(w)).problem(3));
        Solution other = Solvers.parse(text).solve(repeated.problem(3));
        assertEquals(other.support(), one.support(), text);
        assertArrayEquals(other.coefficients(), one.coefficients(), 1e-7 * norm(other));
        assertEquals(other.deviance(), one.deviance(), 1e-9 * other.deviance());
      }
    }
  }

  private static double norm(Solution solution) {
    return Arrays.stream(solution.coefficients()).map(Math::abs).max().orElse(0);
  }

  /** Other units, shifted columns, columns in reverse order, classes swapped: the same answer. */
  @ParameterizedTest
  @ValueSource(strings = {"omp", "sea(iterations=60)", "els", "splicing", "htp"})
  void answersDoNotDependOnUnitsOrderAndLabels(String text) {
    LossTable table = LossTable.logistic(ROWS, 16, 4106);
    Solution answer = Solvers.parse(text).solve(table.problem(4));
    double[][] moved =
        Stream.of(table.a())
            .map(
                row ->
                    IntStream.range(0, 16)
                        .mapToDouble(j -> 10 + row[15 - j] * Math.pow(10, j % 4 - 2))
                        .toArray())
            .toArray(double[][]::new);
    double[] swapped = Arrays.stream(table.y()).map(label -> 1 - label).toArray();
    Solution other =
        Solvers.parse(text).solve(new LossTable(moved, swapped, table.loss()).problem(4));
    Support mirrored =
        Support.of(IntStream.of(other.support().toArray()).map(j -> 15 - j).sorted().toArray());
    assertEquals(answer.support(), mirrored);
    assertEquals(answer.deviance(), other.deviance(), 1e-8 * answer.deviance());
    for (int j : answer.support().toArray()) {
      double back = other.x().get(15 - j) * Math.pow(10, (15 - j) % 4 - 2);
      assertEquals(-answer.x().get(j), back, 1e-6 * norm(answer));
    }
  }

  @Test
  void seaIsNeverAboveItsStart() {
    for (LossTable table : tables()) {
      for (String start : List.of("omp", "htp", "splicing", "els")) {
        double before = Solvers.parse(start).solve(table.problem(5)).deviance();
        double after =
            Solvers.parse("sea(%s, iterations=40)".formatted(start))
                .solve(table.problem(5))
                .deviance();
        assertTrue(after <= before * (1 + 1e-12), start + " " + table.loss());
      }
    }
  }

  /** Least squares with intercept is least squares among centred columns, for every solver. */
  @ParameterizedTest
  @ValueSource(strings = {"sea(iterations=60)", "exact", "els(pairs)", "lasso", "cosamp", "ols"})
  void anInterceptCentresLeastSquares(String text) {
    LossTable table = LossTable.squares(40, 12, 4107);
    double[][] centred = new double[40][12];
    for (int j = 0; j < 12; j++) {
      int column = j;
      double mean = Arrays.stream(table.a()).mapToDouble(row -> row[column]).average().orElse(0);
      for (int i = 0; i < 40; i++) {
        centred[i][j] = table.a()[i][j] - mean;
      }
    }
    double mean = Arrays.stream(table.y()).average().orElseThrow();
    double[] y = Arrays.stream(table.y()).map(value -> value - mean).toArray();
    Solution plain = Solvers.parse(text).solve(SparseProblem.of(centred, y, 3));
    Solution whole = Solvers.parse(text).solve(table.problem(3));
    assertEquals(plain.support(), whole.support());
    assertArrayEquals(plain.coefficients(), whole.coefficients(), 1e-8 * norm(plain));
    assertEquals(plain.relativeResidual(), whole.relativeResidual(), 1e-9);
    double[] eta = table.eta(whole);
    assertEquals(whole.deviance(), table.loss().deviance(table.y(), eta), 1e-9 * whole.deviance());
  }

  @Test
  void sizeZeroIsTheInterceptAlone() {
    LossTable table = LossTable.logistic(ROWS, 5, 4108);
    double share = Arrays.stream(table.y()).average().orElseThrow();
    Solution solution = Solvers.parse("sea").solve(table.problem(2).withSparsity(0));
    assertEquals(0, solution.support().size());
    assertEquals(Math.log(share / (1 - share)), solution.intercept(), 1e-9);
    assertEquals(1, solution.relativeResidual(), 1e-12);
  }

  @Test
  void badInputIsRefusedByName() {
    double[][] a = {{1, 2}, {3, 5}, {4, 4}};
    SparseProblem two = SparseProblem.of(a, new double[] {0, 2, 1}, 1);
    assertRefused("measurements: entry 1", () -> two.withLoss(GlmLoss.logistic()));
    assertRefused("weights: length", () -> two.withLoss(GlmLoss.poisson().withWeights(1, 1)));
    assertRefused("offset: length", () -> two.withLoss(GlmLoss.poisson().withOffset(1)));
    assertRefused("weights: entry 0", () -> GlmLoss.poisson().withWeights(-1, 1));
    assertRefused("weights", () -> GlmLoss.poisson().withWeights(0, 0));
    assertRefused("offset: entry 1", () -> GlmLoss.poisson().withOffset(1, Double.NaN));
    assertRefused(
        "measurements: entry 0",
        () -> two.withLoss(GlmLoss.poisson()).withMeasurements(new double[] {-1, 0, 0}));
    assertRefused("forced", () -> two.withForced(Support.of(2)));
    assertRefused("lower: length", () -> two.withBounds(new double[1], new double[2]));
    assertRefused(
        "bounds: column 1", () -> two.withBounds(new double[] {0, 1}, new double[] {2, 2}));
  }

  private static void assertRefused(String words, org.junit.jupiter.api.function.Executable call) {
    String message =
        String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
    assertTrue(message.startsWith(words), message);
  }
}
