package io.github.sea4j.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.instance.Instance;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.Support;
import io.github.sea4j.sea.Sea;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.RunObserver;
import io.github.sea4j.solver.Solution;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Bounds T2, T3, T4 and the corollary against runs of SEA. They are theorems: one violation is a
 * bug. Each test asserts how many runs it really judged.
 */
@Tag("slow")
class SeaBoundsTest {

  private static final int ITERATIONS = 400;

  /** A run of SEA as the theory sees it. */
  private record Measured(
      Solution solution, int covering, double epsUntilCovered, List<SparseVector> estimates) {}

  private static Measured measure(Instance instance, SparseVector start, double eta) {
    DirectionTrace trace = DirectionTrace.along(instance);
    List<SparseVector> estimates = new ArrayList<>();
    RunObserver meter =
        iterate -> {
          estimates.add(iterate.estimate());
          return trace.onIteration(iterate);
        };
    Sea sea = new Sea().withIterations(ITERATIONS).withStepSize(eta).withTolerance(0).from(start);
    Solution solution = sea.solve(instance.problem(), Run.unlimited().observedBy(meter));
    return new Measured(
        solution, trace.coveringIteration(), trace.largestUntilCovered(), estimates);
  }

  /** Seeds 601 to 700: tall Gaussian matrices, for {@code rho < 1} asks for little coherence. */
  @Test
  void boundT2() {
    int[] judged = {0};
    LongStream.rangeClosed(601, 700)
        .forEach(
            seed -> {
              int k = 1 + (int) (seed % 3);
              Instance instance = Instances.of(TestProblem.gaussian(200, 40, k, 0.01, seed));
              for (SparseVector start :
                  List.of(SparseVector.zero(40), Instances.randomStart(40, 0.5, seed))) {
                for (double eta : new double[] {1, 0.25}) {
                  Measured run = measure(instance, start, eta);
                  OptionalDouble bound =
                      SeaBounds.of(instance)
                          .withStart(start)
                          .withStepSize(eta)
                          .coveringIterations(run.epsUntilCovered());
                  if (bound.isPresent() && bound.getAsDouble() < ITERATIONS) {
                    double most = bound.getAsDouble();
                    assertTrue(run.covering() >= 0 && run.covering() <= most + 1e-9);
                    judged[0]++;
                  }
                }
              }
            });
    assertTrue(judged[0] >= 200, "judged %d runs only".formatted(judged[0]));
  }

  @Test
  void boundT2FromZeroWithSmallErrorIsTwiceTheSparsity() {
    LongStream.rangeClosed(601, 620)
        .forEach(
            seed -> {
              int k = 1 + (int) (seed % 5);
              Instance instance = Instances.of(TestProblem.gaussian(40, 60, k, 0.1, seed));
              SeaBounds bounds = SeaBounds.of(instance);
              double eps = bounds.smallestAmplitude() / (2 * k + 1);
              assertTrue(bounds.coveringIterations(eps).getAsDouble() <= 2 * k - 1 + 1e-9);
              assertTrue(bounds.coveringIterations(bounds.smallestAmplitude()).isEmpty());
            });
  }

  /** Seeds 701 to 760, n = 12 and the exact constants, at every iteration of every run. */
  @Test
  void boundT3() {
    int[] judged = {0};
    LongStream.rangeClosed(701, 760)
        .boxed()
        .flatMap(
            seed ->
                Stream.of(
                    TestProblem.gaussian(12, 12, 2, 0.05, seed),
                    TestProblem.gaussian(9, 12, 3, 0, seed),
                    TestProblem.gaussian(40, 12, 3, 0.2, seed)))
        .map(Instances::of)
        .forEach(
            instance -> {
              int k = instance.problem().sparsity();
              IsometryConstants exact = IsometryConstants.exact(instance.problem().operator(), k);
              if (!(exact.deltaK().value() < 1)) {
                return;
              }
              SeaBounds bounds = SeaBounds.of(instance);
              DirectionError error = DirectionError.along(instance);
              for (SparseVector estimate :
                  measure(instance, SparseVector.zero(12), 1).estimates()) {
                double bound = bounds.directionError(exact, estimate);
                assertTrue(error.see(estimate) <= bound * (1 + 1e-9) + 1e-12);
                judged[0]++;
              }
            });
    assertTrue(judged[0] >= 10_000, "judged %d iterations only".formatted(judged[0]));
  }

  /** Seeds 801 to 860: where T4's hypotheses hold and S* was covered, it is returned. */
  @Test
  void boundT4AndTheCorollary() {
    int[] judged = {0};
    int[] corollary = {0};
    LongStream.rangeClosed(801, 860)
        .boxed()
        .flatMap(
            seed ->
                Stream.of(
                    TestProblem.gaussian(30, 12, 2, 0.02, seed),
                    TestProblem.gaussian(2000, 10, 1, 0, seed),
                    TestProblem.gaussian(3000, 10, 2, 0, seed)))
        .map(Instances::of)
        .forEach(
            instance -> {
              int k = instance.problem().sparsity();
              IsometryConstants exact = IsometryConstants.exact(instance.problem().operator(), k);
              SeaBounds bounds = SeaBounds.of(instance);
              Measured run = measure(instance, SparseVector.zero(instance.problem().columns()), 1);
              boolean t4 = bounds.returnedSupport(exact).stream().allMatch(Hypothesis::holds);
              Support missed = instance.truth().support().minus(run.solution().support());
              if (t4 && run.covering() >= 0) {
                assertEquals(0, missed.size());
                judged[0]++;
              }
              List<Hypothesis> all = bounds.hypotheses(exact, run.epsUntilCovered());
              if (all.stream()
                  .filter(h -> h.statement().startsWith("corollary"))
                  .allMatch(Hypothesis::holds)) {
                assertEquals(0, missed.size());
                assertTrue(run.covering() >= 0 && run.covering() <= 2 * k - 1);
                corollary[0]++;
              }
            });
    assertTrue(judged[0] >= 60, "judged %d runs for T4 only".formatted(judged[0]));
    assertTrue(corollary[0] >= 30, "judged %d runs for the corollary".formatted(corollary[0]));
  }

  /** Units of y and of the columns move values as units do, and no bound. */
  @Test
  void unitsDoNotMoveTheBounds() {
    TestProblem sample = TestProblem.gaussian(60, 20, 2, 0.05, 900);
    double[] larger = sample.measurements().clone();
    double[] truth = sample.truth().values();
    for (int i = 0; i < larger.length; i++) {
      larger[i] *= 1024;
    }
    for (int i = 0; i < truth.length; i++) {
      truth[i] *= 1024;
    }
    SeaBounds plain = SeaBounds.of(Instances.of(sample));
    SeaBounds scaled =
        SeaBounds.of(
            Instances.of(
                new TestProblem(
                    sample.matrix(),
                    larger,
                    2,
                    SparseVector.of(20, sample.truth().support(), truth))));
    assertEquals(1024 * plain.smallestAmplitude(), scaled.smallestAmplitude());
    assertEquals(1024 * plain.noiseNorm(), scaled.noiseNorm());
    assertEquals(
        plain.coveringIterations(0.1).getAsDouble(),
        scaled.coveringIterations(102.4).getAsDouble(),
        1e-12);
  }

  @Test
  void badArgumentsAreNamed() {
    Instance instance = Instances.of(TestProblem.gaussian(20, 10, 2, 0, 901));
    SeaBounds bounds = SeaBounds.of(instance);
    RestrictedIsometry lower =
        RestrictedIsometry.sampledLowerBound(instance.problem().operator(), 2, 3, 1);
    IsometryConstants uncertain = new IsometryConstants(2, lower, lower, lower);
    assertNamed("lower bound", () -> bounds.returnedSupport(uncertain));
    assertNamed("lower bound", uncertain::alpha);
    assertNamed("eta", () -> bounds.withStepSize(0));
    assertNamed("eps", () -> bounds.rho(-1));
    assertNamed(
        "k = 2",
        () ->
            bounds.returnedSupport(
                IsometryConstants.babelBounds(instance.problem().operator(), 3)));
    assertNamed(
        "truth",
        () -> SeaBounds.of(new Instance(instance.problem(), SparseVector.zero(10), 0, "no truth")));
  }

  private static void assertNamed(String name, Runnable call) {
    String text = assertThrows(IllegalArgumentException.class, call::run).toString();
    assertTrue(text.contains(name), text);
  }
}
