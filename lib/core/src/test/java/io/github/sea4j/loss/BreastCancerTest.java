package io.github.sea4j.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.fit.Fit;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.oracle.BruteForce;
import io.github.sea4j.problem.SparseProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Logistic loss on real data; the values come from another program, written in another language,
 * see the data's README.
 */
class BreastCancerTest {

  private static double[][] matrix = {};
  private static double[] benign = {};

  @BeforeAll
  static void load() throws IOException {
    String path = "/reference/breast-cancer/breast-cancer.csv";
    try (InputStream in = BreastCancerTest.class.getResourceAsStream(path);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      List<double[]> rows =
          reader
              .lines()
              .skip(1)
              .map(
                  line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
              .toList();
      matrix = rows.stream().map(row -> Arrays.copyOf(row, 30)).toArray(double[][]::new);
      benign = rows.stream().mapToDouble(row -> row[30]).toArray();
    }
  }

  private static SparseProblem problem(int k) {
    return SparseProblem.of(matrix, benign, k).withLoss(GlmLoss.logistic());
  }

  private static double logLoss(String solver, int k) {
    return Solvers.parse(solver).solve(problem(k)).deviance() / 2;
  }

  /** The other program's sums of log losses, which ours must not exceed. */
  @ParameterizedTest
  @CsvSource({
    "2, 103.48, 71.00, 68.06477",
    "3, 82.38, 50.85, 48.99361",
    "5, 50.65, 37.26, 36.06",
    "8, 39.76, 29.45, 27.90",
    "10, 34.32, 28.17, 25.91"
  })
  void lossesAreThoseOfTheOtherProgramOrLess(int k, double omp, double sea, double els) {
    assertEquals(omp, logLoss("omp", k), 0.011);
    assertTrue(logLoss("sea(iterations=300)", k) <= sea);
    assertTrue(logLoss("els", k) <= els);
  }

  @Test
  void swapsFromSeaReachTheLeastKnownValue() {
    assertTrue(logLoss("els(sea(iterations=300))", 10) <= 24.51);
  }

  /** All 435 supports of two columns, each fitted from its neighbour. */
  @Test
  void exchangesFindTheBestOfAllPairs() {
    SparseProblem problem = problem(2);
    Fit fit = problem.loss().fit(problem.unitNorm().operator(), benign, 2, () -> false);
    double[] least = {Double.POSITIVE_INFINITY};
    BruteForce.forEachSubset(
        30,
        2,
        support -> {
          fit.moveTo(support);
          least[0] = Math.min(least[0], fit.value() * fit.value() / 2);
        });
    assertEquals(68.06477, least[0], 5e-5);
    assertEquals(least[0], logLoss("els", 2), 1e-7);
    assertEquals(48.99361, logLoss("els", 3), 5e-5);
  }

  /** Sums of log losses by SciPy 1.17.1, trust-exact, unpenalised with intercept. */
  @ParameterizedTest
  @CsvSource({
    "9 27, 103.4822042783",
    "23 27, 68.0647496895",
    "21 23 27, 48.9935866758",
    "10 21 23 24 27, 36.0584175361",
    "3 7 11 13 14 15 21 23 26 28, 24.5070861716"
  })
  void deviancesAreThoseOfSciPy(String columns, double expected) {
    int[] support = Arrays.stream(columns.split(" ")).mapToInt(Integer::parseInt).toArray();
    SparseProblem problem = problem(support.length);
    double value = problem.loss().solve(problem.unitNorm().operator(), benign, support).value();
    assertEquals(expected, value * value / 2, 1e-7);
  }
}
