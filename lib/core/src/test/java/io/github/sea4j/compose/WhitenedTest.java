package io.github.sea4j.compose;

import static io.github.sea4j.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.exchange.Els;
import io.github.sea4j.greedy.Omp;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.operator.ConvolutionOperator;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.UnitNormProblem;
import io.github.sea4j.sea.Sea;
import io.github.sea4j.solver.Certificates;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.solver.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Solvers in whitened geometries: never worse, within budgets, the same in all units. */
class WhitenedTest {

  /** Gaussian, deconvolution, Toeplitz rows, each without noise and at about 20 dB. */
  private static Stream<TestProblem> problems() {
    return LongStream.rangeClosed(1501, 1506)
        .boxed()
        .flatMap(
            seed ->
                Stream.of(0.0, 0.1)
                    .flatMap(
                        noise ->
                            Stream.of(
                                TestProblem.gaussian(30, 60, 7, noise, seed),
                                TestProblem.convolution(60, 3, 5, noise, seed),
                                toeplitz(30, 60, 7, noise, seed))));
  }

  /** Gaussian rows with correlation 0.9 between neighbouring columns. */
  private static TestProblem toeplitz(int m, int n, int k, double noise, long seed) {
    TestProblem sample = TestProblem.gaussian(m, n, k, 0, seed);
    double[][] matrix = Dense.unitColumns(sample.matrix());
    for (double[] row : matrix) {
      for (int j = 1; j < n; j++) {
        row[j] = 0.9 * row[j - 1] + Math.sqrt(1 - 0.81) * row[j];
      }
    }
    double[] y = Dense.apply(matrix, sample.truth().toDense());
    Random random = new Random(seed);
    double[] noisy = Arrays.stream(y).map(v -> v + noise * random.nextGaussian()).toArray();
    return new TestProblem(matrix, noisy, k, sample.truth());
  }

  /** 36 problems, failure budget 0: the plain support is among those that compete. */
  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"sea", "omp", "htp", "els", "iht", "lasso"})
  void neverWorseThanTheSolverInside(String name) {
    problems()
        .map(TestProblem::problem)
        .forEach(
            problem -> {
              double plain = Solvers.parse(name).solve(problem).residualNorm();
              Solution whitened = Solvers.parse("whitened(" + name + ")").solve(problem);
              assertTrue(
                  whitened.residualNorm()
                      <= plain * (1 + 1e-12) + 1e-12 * problem.measurementNorm(),
                  () -> whitened.residualNorm() + " > " + plain);
              Certificates.assertSound(problem, whitened);
              Certificates.assertNormalEquations(problem, whitened);
            });
  }

  /** Seeds 1 to 20, all fixed: the idea in numbers. */
  @Test
  void tellsBlurredSpikesApart() {
    int plain = 0;
    int whitened = 0;
    for (long seed = 1; seed <= 20; seed++) {
      TestProblem sample = TestProblem.convolution(120, 3, 6, 0, seed);
      plain += found(new Sea(), sample);
      whitened += found(new Whitened(new Sea()), sample);
    }
    assertTrue(whitened >= 19 && plain <= 12, plain + " plain, " + whitened + " whitened, of 20");
  }

  private static int found(Solver solver, TestProblem sample) {
    return solver.solve(sample.problem()).support().equals(sample.truth().support()) ? 1 : 0;
  }

  @Test
  void oneTauIsOneGeometry() {
    SparseProblem problem = TestProblem.gaussian(30, 60, 7, 0.1, 1511).problem();
    Solution one = new Whitened(new Omp()).withTaus(0.1).solve(problem);
    assertEquals(2, one.iterations());
    Solution plain = new Omp().solve(problem);
    Solution there = new Omp().solve(problem.whitened(0.1));
    assertEquals(plain.products() + there.products(), one.products());
    assertTrue(List.of(plain.support(), there.support()).contains(one.support()));
  }

  /** The definition of the discrepancy principle, on 12 noisy problems. */
  @Test
  void theNoiseChoosesTheGeometry() {
    problems()
        .skip(3)
        .map(TestProblem::problem)
        .limit(12)
        .forEach(
            problem -> {
              double noise = 0.2;
              double tau = problem.discrepancyTau(noise);
              UnitNormProblem unit = problem.unitNorm();
              double[] y = unit.measurements();
              double left = unit.operator().whitening().ridgeResidualNorm(y, tau);
              assertEquals(noise, left / Dense.norm(y), 1e-3);
              Solution known = new Whitened(new Sea()).withNoise(noise).solve(problem);
              Solution same = new Whitened(new Sea()).withTaus(tau).solve(problem);
              assertEquals(same.x(), known.x());
              assertEquals(same.products(), known.products());
            });
  }

  @Test
  void endsOnceTheMeasurementsAreExplained() {
    SparseProblem easy = TestProblem.gaussian(60, 100, 4, 0, 5).problem();
    Solution solution = new Whitened(new Sea()).solve(easy);
    assertEquals(Status.EXACT_FIT, solution.status());
    assertEquals(1, solution.iterations());
  }

  @Test
  void zeroColumnsStayOutAndUnitsDoNotMatter() {
    TestProblem sample = TestProblem.convolution(60, 2, 5, 0.05, 1512);
    double[] factors = new double[60];
    Arrays.setAll(factors, j -> j % 7 == 6 ? 0 : Math.scalb(1.0, j % 5 - 2));
    double[] plain = Arrays.stream(factors).map(f -> f == 0 ? 0 : 1).toArray();
    double[][] matrix = Dense.scaleColumns(sample.matrix(), plain);
    double[] y = sample.measurements();
    double[] large = Arrays.stream(y).map(v -> 0x1p40 * v).toArray();
    Solution here = new Whitened(new Sea()).solve(SparseProblem.of(matrix, y, 5));
    Solution there =
        new Whitened(new Sea())
            .solve(SparseProblem.of(Dense.scaleColumns(sample.matrix(), factors), large, 5));
    assertEquals(here.support(), there.support());
    assertEquals(0x1p40 * here.residualNorm(), there.residualNorm());
    assertTrue(Arrays.stream(here.support().toArray()).noneMatch(j -> j % 7 == 6));
  }

  @Test
  void allZeroMatrixAndMeasurements() {
    SparseProblem nothing = SparseProblem.of(new double[3][4], new double[] {1, 2, 3}, 2);
    assertEquals(0, new Whitened(new Omp()).solve(nothing).support().size());
    SparseProblem silent =
        TestProblem.gaussian(6, 9, 2, 0, 3).problem().withMeasurements(new double[6]);
    assertEquals(Status.ZERO_MEASUREMENTS, new Whitened(new Sea()).solve(silent).status());
  }

  @Test
  void sparsityAndCopiedMeasurementsChangeNoBit() {
    SparseProblem problem = TestProblem.gaussian(10, 20, 3, 0.1, 1513).problem();
    SparseProblem whitened = problem.whitened(0.2);
    SparseProblem other = problem.withSparsity(2).whitened(0.2);
    assertEquals(2, other.sparsity());
    assertArrayEquals(whitened.measurements(), other.measurements());
    double[] y = problem.measurements();
    assertArrayEquals(
        whitened.measurements(), problem.withMeasurements(y).whitened(0.2).measurements());
  }

  @Test
  void refusesWithTheBoundInTheMessage() {
    SparseProblem problem = TestProblem.gaussian(6, 9, 2, 0, 3).problem();
    assertRefused("tau must be", () -> problem.whitened(-1));
    assertRefused("tau must be", () -> problem.whitened(Double.NaN));
    assertRefused("noise must be", () -> problem.discrepancyTau(-0.1));
    assertRefused("noise must be", () -> new Whitened(new Sea()).withNoise(Double.NaN));
    assertRefused("tau must be", () -> new Whitened(new Sea()).withTaus(0.1, -1));
    assertRefused("tau must be", () -> new Whitened(new Sea()).withTaus());
    SparseProblem large =
        SparseProblem.of(
            ConvolutionOperator.truncated(5000, new double[] {1, 2, 1}, 1), new double[5000], 3);
    assertRefused("at most 3000 rows", () -> large.whitened(0.1));
  }

  /** Where a pair is wrong together: never worse than swaps, on 24 problems; failure budget 0. */
  @Test
  void pairsNeverRaiseTheResidual() {
    problems()
        .limit(24)
        .map(TestProblem::problem)
        .forEach(
            problem -> {
              double swaps = new Els().solve(problem).residualNorm();
              Solution pairs = Solvers.parse("els(pairs)").solve(problem);
              assertTrue(
                  pairs.residualNorm() <= swaps * (1 + 1e-12) + 1e-12 * problem.measurementNorm());
              Certificates.assertSound(problem, pairs);
            });
  }
}
