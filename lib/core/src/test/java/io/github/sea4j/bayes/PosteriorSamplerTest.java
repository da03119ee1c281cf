package io.github.sea4j.bayes;

import static io.github.sea4j.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.concurrent.Workers;
import io.github.sea4j.instance.Deconvolution;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.RunObserver;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The solver: units, options, what it says beside its answer. What is sampled is tested apart. */
class PosteriorSamplerTest {

  private static final PosteriorSampler SHORT = new PosteriorSampler().withSweeps(360);

  private static final Instance BLURRED =
      Deconvolution.gaussian(200, 3).withSignalToNoise(30).instance(5, 6);

  private static Posterior posterior(Solution solution) {
    return solution.detail(Posterior.class).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "posterior",
        "posterior(seed=7, sweeps=90, noise=0.1, mean=1.5, spread=0.3)",
        "posterior(mean=0, spread=1, sign=positive, low=0.5, high=2, size=learned)",
        "posterior(spread=0.3, tempered)",
        "els(posterior(sign=negative))"
      })
  void isSpoken(String text) {
    assertEquals(text, Solvers.parse(text).name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"posterior(sweeps=8)", "posterior(sign=both)", "posterior(low=2, high=1)"})
  void isRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Solvers.parse(text));
  }

  /** Seed 6: all is learned, in the units of the instance. */
  @Test
  void saysWhatItKnows() {
    Solution solution = SHORT.solve(BLURRED.problem());
    Posterior found = posterior(solution);
    assertEquals(BLURRED.truth().support(), solution.support());
    assertArrayEquals(solution.support().toArray(), found.support());
    assertEquals(BLURRED.problem().columns(), found.inclusion().length);
    assertEquals(5, Arrays.stream(found.inclusion()).sum(), 0.01);
    assertEquals(1, found.noise() / (BLURRED.noiseNorm() / Math.sqrt(200)), 0.25);
    assertTrue(found.mean() > 1 && found.mean() < 2, () -> "mean " + found.mean());
    for (int i = 0; i < 5; i++) {
      Amplitude amplitude = found.amplitudes().get(i);
      double truth = BLURRED.truth().value(i);
      assertTrue(
          amplitude.low() - 0.1 < truth && truth < amplitude.high() + 0.1,
          () -> truth + " and " + amplitude);
      assertTrue(amplitude.low() < amplitude.mean() && amplitude.mean() < amplitude.high());
    }
  }

  /** Columns and measurements in other units, by powers of two: the same bits. */
  @Test
  void givenLawsAreInTheUsersUnits() {
    TestProblem sample = TestProblem.gaussian(30, 60, 4, 0.1, 401);
    PosteriorSampler plain = SHORT.withMean(1).withSpread(0.5).withNoise(0.1).within(0.1, 3);
    Solution expected = plain.solve(sample.problem());
    double[] eighths = new double[60];
    Arrays.fill(eighths, 0.125);
    SparseProblem other =
        SparseProblem.of(
            Dense.scaleColumns(sample.matrix(), eighths),
            Arrays.stream(sample.measurements()).map(value -> 4 * value).toArray(),
            4);
    Solution found = SHORT.withMean(32).withSpread(16).withNoise(0.4).within(3.2, 96).solve(other);
    assertArrayEquals(posterior(expected).inclusion(), posterior(found).inclusion(), 1e-12);
    assertEquals(32, posterior(found).mean());
    assertEquals(0.4, posterior(found).noise());
    double mean = posterior(expected).amplitudes().get(0).mean();
    assertEquals(32 * mean, posterior(found).amplitudes().get(0).mean(), 1e-9 * Math.abs(mean));
  }

  @Test
  void aLawFarFromTheMeasurementsIsRefused() {
    SparseProblem problem = BLURRED.problem();
    PosteriorSampler far = SHORT.withSpread(1e30);
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> far.solve(problem));
    assertTrue(String.valueOf(refused.getMessage()).contains("1.0E30"));
    PosteriorSampler high = SHORT.within(1e30, 1e31);
    assertRefused("low must be 0.00 to", () -> high.solve(problem));
  }

  @Test
  void choosesTheSize() {
    Solution solution = SHORT.choosingSize().solve(BLURRED.problem().withSparsity(15));
    assertEquals(BLURRED.truth().support(), solution.support());
    double[] sizes = posterior(solution).sizes();
    assertEquals(16, sizes.length);
    assertTrue(sizes[5] > 0.5, () -> Arrays.toString(sizes));
  }

  /** Noise alone, and spikes that would stand out of it: the likeliest size is none. */
  @Test
  void choosesNoneWhereThereIsNothing() {
    double[] noise = TestProblem.gaussian(200, 1, 1, 0, 402).measurements();
    SparseProblem problem = SparseProblem.of(BLURRED.problem().operator(), noise, 8);
    double deviation = problem.measurementNorm() / Math.sqrt(200);
    PosteriorSampler large = SHORT.withMean(10 * deviation).withSpread(deviation);
    Solution solution = large.choosingSize().solve(problem);
    assertEquals(0, solution.support().size());
    assertEquals(1, solution.relativeResidual());
  }

  /** A zero column has no chance, and keeps its place among the probabilities. */
  @Test
  void zeroColumnsHaveProbabilityNone() {
    double[][] matrix = {{0, 1, 0}, {0, 0, 1}};
    Solution solution = SHORT.solve(SparseProblem.of(matrix, new double[] {1, 0.01}, 1));
    double[] inclusion = posterior(solution).inclusion();
    assertEquals(3, inclusion.length);
    assertEquals(0, inclusion[0]);
    assertTrue(inclusion[1] > 0.9);
    assertArrayEquals(new int[] {1}, posterior(solution).support());
  }

  @Test
  void theSameBitsOnOneThreadAndWithAnObserver() {
    List<Posterior> seen = new ArrayList<>();
    RunObserver observer =
        iterate -> {
          seen.add(iterate.detail(Posterior.class).orElseThrow());
          return RunObserver.Signal.CONTINUE;
        };
    Solution one = Workers.alone(() -> SHORT.solve(BLURRED.problem()));
    Solution other = SHORT.solve(BLURRED.problem(), Run.unlimited().observedBy(observer));
    assertEquals(one.x(), other.x());
    assertArrayEquals(posterior(one).inclusion(), posterior(other).inclusion());
    assertEquals(one.iterations(), other.iterations());
    assertEquals(one.iterations(), seen.size());
  }

  /** The answer of an observer's stop is the one that the observer saw. */
  @Test
  void stopsWithTheAnswerSoFar() {
    List<Posterior> seen = new ArrayList<>();
    RunObserver observer =
        iterate -> {
          seen.add(iterate.detail(Posterior.class).orElseThrow());
          return seen.size() < 5 ? RunObserver.Signal.CONTINUE : RunObserver.Signal.STOP;
        };
    Solution solution = SHORT.solve(BLURRED.problem(), Run.unlimited().observedBy(observer));
    assertEquals(Status.STOPPED, solution.status());
    assertArrayEquals(seen.get(4).support(), solution.support().toArray());
    assertArrayEquals(seen.get(4).inclusion(), posterior(solution).inclusion());
  }

  /**
   * A law so sharp that the least double is above its density at 0: spikes of height 1, seed 403.
   */
  @Test
  void choosesTheSizeUnderASharpLaw() {
    double[] truth = new double[200];
    for (int i = 0; i < 4; i++) {
      truth[20 + 50 * i] = i % 2 == 0 ? 1 : -1;
    }
    double[] y = new double[200];
    BLURRED.problem().operator().apply(truth, y);
    Random random = new Random(403);
    Arrays.setAll(y, i -> y[i] + 0.01 * random.nextGaussian());
    SparseProblem problem = SparseProblem.of(BLURRED.problem().operator(), y, 10);
    Solution solution = SHORT.withMean(1).withSpread(0.02).choosingSize().solve(problem);
    assertEquals(SparseVector.ofNonZeros(truth).support(), solution.support());
  }

  /** Magnitudes of mean .8 and spread .6 around zero: told the zero, it learns the root of 1. */
  @Test
  void learnsTheSpreadAroundAGivenMean() {
    double[] truth = new double[400];
    Random random = new Random(404);
    double squares = 0;
    for (int i = 0; i < 40; i++) {
      truth[10 * i] = random.nextGaussian();
      squares += truth[10 * i] * truth[10 * i] / 40;
    }
    double[] y = new double[400];
    double[][] identity = SimpleMatrix.identity(400).toArray2();
    Arrays.setAll(y, i -> truth[i] + 1e-3 * random.nextGaussian());
    SparseProblem problem = SparseProblem.of(identity, y, 40);
    double spread = posterior(SHORT.withMean(0).solve(problem)).spread();
    assertEquals(1, spread / Math.sqrt(squares), 0.02);
  }

  /**
   * Before anything has been counted: no word of convergence, and amplitudes that the law allows.
   */
  @Test
  void isNotSureBeforeItHasCounted() {
    PosteriorSampler bounded = SHORT.withMean(1.5).withSpread(1).within(0.5, 2);
    Run none = Run.unlimited().withTimeLimit(Duration.ofNanos(1));
    Solution solution = bounded.solve(BLURRED.problem(), none);
    assertEquals(Status.TIME_LIMIT, solution.status());
    assertEquals(0, posterior(solution).sweeps());
    assertFalse(posterior(solution).isConverged());
    for (Amplitude amplitude : posterior(solution).amplitudes()) {
      assertTrue(amplitude.low() >= -2 && amplitude.high() <= 2, amplitude.toString());
    }
  }
}
