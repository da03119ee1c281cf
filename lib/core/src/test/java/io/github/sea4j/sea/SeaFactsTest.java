package io.github.sea4j.sea;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.exchange.Els;
import io.github.sea4j.greedy.Omp;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.oracle.TextbookSea;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.RecordedRun;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.solver.Status;
import io.github.sea4j.threshold.Htp;
import io.github.sea4j.threshold.Iht;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is known of SEA without knowing an answer.
 *
 * <p>Seeds 101 to 120, three kinds of problem each, failure budget 0. Supports are compared while
 * the oracle's choice is at least {@value #NEAR_TIE} away from a tie; a gap that small has
 * probability below 1e-4 over the whole class, and the least number of iterations compared is
 * asserted.
 */
class SeaFactsTest {

  private static final int ITERATIONS = 150;
  private static final double NEAR_TIE = 1e-9;

  static Stream<TestProblem> problems() {
    return LongStream.rangeClosed(101, 120)
        .boxed()
        .flatMap(
            seed ->
                Stream.of(
                    TestProblem.gaussian(25, 50, 4, 0, seed),
                    TestProblem.gaussian(30, 60, 10, 0.1, seed),
                    TestProblem.convolution(50, 1.2, 5, 0.05, seed)));
  }

  private static Sea sea() {
    return new Sea().withIterations(ITERATIONS).withTolerance(0);
  }

  @Test
  void zeroStartFollowsTheTextbook() {
    problems().forEach(sample -> follow(sample, sea(), 1, new double[sample.columns()]));
  }

  @Test
  void warmStartFollowsTheTextbookAtAnyStep() {
    problems()
        .forEach(
            sample -> {
              Solution start = new Omp().solve(sample.problem());
              for (double eta : new double[] {0.1, 1, 3}) {
                double[] x0 = onUnitColumns(sample, start);
                follow(sample, sea().withStepSize(eta).from(start), eta, x0);
              }
            });
  }

  @Test
  void decayFollowsTheTextbook() {
    problems()
        .forEach(
            sample -> {
              for (double share : new double[] {0.003, 0.2}) {
                double[] zero = new double[sample.columns()];
                follow(
                    sample,
                    sea().withDecay(share),
                    TextbookSea.runDecaying(sample, 1, zero, ITERATIONS, share));
              }
            });
  }

  private static void follow(TestProblem sample, Sea sea, double eta, double[] x0) {
    follow(sample, sea, TextbookSea.run(sample, eta, x0, ITERATIONS));
  }

  /** Fact 4 as well: support by support, iteration by iteration, with nothing lost by skipping. */
  private static void follow(TestProblem sample, Sea sea, List<TextbookSea.Step> expected) {
    RecordedRun actual = RecordedRun.of(sea, sample.problem());
    double exact = 1e-12 * Dense.norm(sample.measurements());
    int compared = 0;
    double best = Double.POSITIVE_INFINITY;
    for (TextbookSea.Step step : expected) {
      boolean nearTie = compared > 0 && step.gap() < NEAR_TIE;
      if (nearTie || compared == actual.supports().size()) {
        break;
      }
      assertEquals(
          Support.of(step.support()), actual.supports().get(compared), "iteration " + compared);
      best = Math.min(best, step.residualNorm());
      compared++;
    }
    boolean ended = compared == ITERATIONS || best <= exact;
    assertTrue(ended, "compared %d iterations only".formatted(compared));
    assertEquals(best, actual.solution().residualNorm(), 1e-9 * best + 2 * exact);
    Solution unwatched = sea.solve(sample.problem());
    assertEquals(actual.solution().x(), unwatched.x());
    assertEquals(actual.solution().iterations(), unwatched.iterations());
    assertEquals(new HashSet<>(actual.supports()).size(), actual.solution().distinctSupports());
  }

  /** Orthonormal columns that explain the same: all supports are equals, the first one wins. */
  @Test
  void ofEqualResidualsTheEarliestIsReturned() {
    double[][] identity = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    SparseProblem problem = SparseProblem.of(identity, new double[] {1, 1, 1}, 1);
    RecordedRun run = RecordedRun.of(sea(), problem);
    assertEquals(3, run.solution().distinctSupports());
    assertEquals(Support.of(0), run.solution().support());
  }

  @Test
  void fact1TheExplorationVectorRestsOnTheSupport() {
    problems()
        .forEach(
            sample -> {
              RecordedRun run = RecordedRun.of(sea(), sample.problem());
              for (int t = 1; t < run.supports().size(); t++) {
                for (int j : run.supports().get(t - 1).toArray()) {
                  assertEquals(run.explorations().get(t - 1)[j], run.explorations().get(t)[j]);
                }
              }
            });
  }

  @Test
  void fact2FromZeroTheStepSizeScalesTheExplorationOnly() {
    problems()
        .forEach(
            sample -> {
              RecordedRun one = RecordedRun.of(sea(), sample.problem());
              for (double eta : new double[] {0x1p-4, 0x1p-1, 0x1p7}) {
                RecordedRun other = RecordedRun.of(sea().withStepSize(eta), sample.problem());
                assertEquals(one.supports(), other.supports());
                assertEquals(one.solution().x(), other.solution().x());
                int last = one.explorations().size() - 1;
                double[] x = one.explorations().get(last);
                for (int j = 0; j < x.length; j++) {
                  assertEquals(eta * x[j], other.explorations().get(last)[j]);
                }
              }
            });
  }

  @Test
  void fact3AWarmStartMattersByItsRatioToTheStepSize() {
    problems()
        .forEach(
            sample -> {
              Solution start = new Omp().solve(sample.problem());
              RecordedRun one =
                  RecordedRun.of(sea().withStepSize(0.5).from(start), sample.problem());
              RecordedRun doubled =
                  RecordedRun.of(sea().withStepSize(1).from(scaled(start, 2)), sample.problem());
              assertEquals(one.supports(), doubled.supports());
              assertEquals(one.solution().x(), doubled.solution().x());
            });
  }

  @Test
  void fact3TheStartsSupportStaysAsLongAsTheFormulaSays() {
    long[] waits = {0};
    problems()
        .forEach(
            sample -> {
              Solution start = new Htp().solve(sample.problem());
              if (start.relativeResidual() < 1e-9 || start.support().size() < sample.sparsity()) {
                return;
              }
              double eta = 1.0 / 64;
              RecordedRun run =
                  RecordedRun.of(sea().withStepSize(eta).from(start), sample.problem());
              double[] x0 = onUnitColumns(sample, start);
              double smallest = Double.POSITIVE_INFINITY;
              for (int j : start.support().toArray()) {
                smallest = Math.min(smallest, Math.abs(x0[j]));
              }
              double ratio = smallest / (eta * largestGradient(sample, start));
              long expected = (long) Math.floor(ratio) + 1;
              if (expected >= ITERATIONS || Math.abs(ratio - Math.rint(ratio)) < 1e-6) {
                return;
              }
              for (int t = 0; t < expected; t++) {
                assertEquals(start.support(), run.supports().get(t), "iteration " + t);
              }
              assertTrue(!start.support().equals(run.supports().get((int) expected)));
              waits[0] += expected;
            });
    assertTrue(waits[0] > 100, "waited %d iterations in all".formatted(waits[0]));
  }

  private static double largestGradient(TestProblem sample, Solution start) {
    double[][] unit = Dense.unitColumns(sample.matrix());
    double[] residual = Dense.residual(unit, start.support().toArray(), sample.measurements());
    double[] gradient = Dense.applyTranspose(unit, residual);
    double largest = 0;
    for (int j = 0; j < gradient.length; j++) {
      if (!start.support().contains(j)) {
        largest = Math.max(largest, Math.abs(gradient[j]));
      }
    }
    return largest;
  }

  @Test
  void fact5MeasurementsAndStartScaleTogether() {
    problems()
        .forEach(
            sample -> {
              SparseProblem problem = sample.problem();
              double[] y = problem.measurements();
              for (int i = 0; i < y.length; i++) {
                y[i] *= 0x1p9;
              }
              Solution start = new Omp().solve(problem);
              RecordedRun plain = RecordedRun.of(sea().from(start), problem);
              RecordedRun larger =
                  RecordedRun.of(sea().from(scaled(start, 0x1p9)), problem.withMeasurements(y));
              assertEquals(plain.supports(), larger.supports());
            });
  }

  @Test
  void fact6NeverWorseThanTheStartsSupport() {
    List<Solver> starts = List.of(new Omp(), new Htp(), new Iht(), new Els(), new Sea());
    problems()
        .forEach(
            sample -> {
              SparseProblem problem = sample.problem();
              for (Solver start : starts) {
                Solution first = start.solve(problem);
                double fitted =
                    Dense.norm(
                        Dense.residual(
                            Dense.unitColumns(sample.matrix()),
                            first.support().toArray(),
                            sample.measurements()));
                Solution after = new Sea().from(start).solve(problem);
                assertTrue(
                    after.residualNorm()
                        <= fitted * (1 + 1e-10) + 1e-12 * problem.measurementNorm(),
                    () -> "%s gave %s from %s".formatted(after.solver(), after, first));
              }
            });
  }

  /** HTP's first step, from zero, is that of SEA from X0 = A'y. */
  @Test
  void fact7HtpIsSeaWithoutMemory() {
    int[] compared = {0};
    problems()
        .forEach(
            sample -> {
              double[][] unit = Dense.unitColumns(sample.matrix());
              double[] x0 = Dense.applyTranspose(unit, sample.measurements());
              List<TextbookSea.Step> forgetting =
                  TextbookSea.runForgetting(sample, 1, x0, ITERATIONS);
              RecordedRun htp = RecordedRun.of(new Htp(), sample.problem());
              for (int t = 0; t < htp.supports().size(); t++) {
                Support expected = Support.of(forgetting.get(t).support());
                assertEquals(expected, htp.supports().get(t), "iteration " + t);
                compared[0]++;
              }
              if (htp.solution().status() == Status.CONVERGED) {
                int next = htp.supports().size();
                assertEquals(htp.solution().support(), Support.of(forgetting.get(next).support()));
              }
            });
    assertTrue(compared[0] >= 150, "compared %d iterations in all".formatted(compared[0]));
  }

  private static SparseVector scaled(Solution solution, double factor) {
    double[] values = solution.coefficients();
    Vectors.scale(factor, values);
    return SparseVector.of(solution.x().length(), solution.support(), values);
  }

  private static double[] onUnitColumns(TestProblem sample, Solution solution) {
    double[] x = solution.x().toDense();
    double[] norms = Dense.columnNorms(sample.matrix());
    for (int j = 0; j < x.length; j++) {
      x[j] *= norms[j];
    }
    return x;
  }
}
