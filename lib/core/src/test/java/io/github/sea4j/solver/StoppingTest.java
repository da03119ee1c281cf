package io.github.sea4j.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.greedy.Omp;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.Support;
import io.github.sea4j.sea.Sea;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Interruption, time limit, observer: each ends a solve with the best answer so far. */
@Tag("slow")
class StoppingTest {

  /** Days of work for SEA: noise forbids an exact fit and no tolerance is asked for. */
  private static final Solver ENDLESS =
      new Sea().withIterations(Integer.MAX_VALUE).withTolerance(0);

  /** Generous beside the promised 100 ms, as the machine may be busy with other work. */
  private static final Duration PROMPT = Duration.ofSeconds(5);

  /** Products that a step in progress may still make: those of one merge or support. */
  private static final int OVERRUN = 3 * 20;

  private static final SparseProblem PROBLEM = TestProblem.gaussian(60, 150, 20, 0.2, 61).problem();

  static Stream<SolverCatalog.Named> solvers() {
    return SolverCatalog.all();
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void aThreadInterruptedBeforehandStopsAtOnce(SolverCatalog.Named named) {
    Thread.currentThread().interrupt();
    Solution solution;
    boolean flagKept;
    try {
      solution = named.solver().solve(PROBLEM);
    } finally {
      flagKept = Thread.interrupted();
    }
    assertTrue(flagKept, "the interrupt flag must stay set");
    assertEquals(Status.INTERRUPTED, solution.status());
    Certificates.assertSound(PROBLEM, solution);
  }

  @Test
  void aLongSolveIsInterrupted() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    AtomicBoolean flagKept = new AtomicBoolean();
    RunObserver started =
        iterate -> {
          running.countDown();
          return RunObserver.Signal.CONTINUE;
        };
    FutureTask<Solution> task =
        new FutureTask<>(
            () -> {
              Solution answer = ENDLESS.solve(PROBLEM, Run.unlimited().observedBy(started));
              flagKept.set(Thread.currentThread().isInterrupted());
              return answer;
            });
    Thread thread = new Thread(task);
    thread.start();
    running.await();
    thread.interrupt();
    Solution solution = task.get(PROMPT.toSeconds(), TimeUnit.SECONDS);
    assertTrue(flagKept.get(), "the interrupt flag must stay set");
    assertEquals(Status.INTERRUPTED, solution.status());
    Certificates.assertSound(PROBLEM, solution);
  }

  @Test
  void aTimeLimitEndsALongSolve() {
    Run run = Run.unlimited().withTimeLimit(Duration.ofMillis(50));
    Solution solution = assertTimeoutPreemptively(PROMPT, () -> ENDLESS.solve(PROBLEM, run));
    assertEquals(Status.TIME_LIMIT, solution.status());
    assertTrue(solution.time().compareTo(Duration.ofMillis(50)) >= 0);
    Certificates.assertSound(PROBLEM, solution);
    Certificates.assertNormalEquations(PROBLEM, solution);
  }

  @Test
  void aTimeLimitReachesTheStartOfAComposition() {
    Run run = Run.unlimited().withTimeLimit(Duration.ofMillis(50));
    Solution solution =
        assertTimeoutPreemptively(
            PROMPT, () -> new Sea().from(new Sea().from(ENDLESS)).solve(PROBLEM, run));
    assertEquals(Status.TIME_LIMIT, solution.status());
    Certificates.assertSound(PROBLEM, solution);
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void theShortestTimeLimitStillGivesASoundAnswer(SolverCatalog.Named named) {
    Run run = Run.unlimited().withTimeLimit(Duration.ofNanos(1));
    Solution solution = assertTimeoutPreemptively(PROMPT, () -> named.solver().solve(PROBLEM, run));
    assertEquals(Status.TIME_LIMIT, solution.status());
    Certificates.assertSound(PROBLEM, solution);
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void aProductLimitEndsEveryRunAtTheSamePlace(SolverCatalog.Named named) {
    Solution free = named.solver().solve(PROBLEM);
    for (long limit : new long[] {1, Math.max(1, free.products() / 2), free.products() + 1}) {
      Run run = Run.unlimited().withProductLimit(limit);
      Solution solution = named.solver().solve(PROBLEM, run);
      Solution again = named.solver().solve(PROBLEM, run);
      Certificates.assertSound(PROBLEM, solution);
      assertEquals(solution.x(), again.x());
      assertEquals(solution.products(), again.products());
      assertTrue(
          solution.products() <= limit + OVERRUN, () -> solution.products() + " of " + limit);
      if (solution.products() < limit) {
        assertEquals(free.x(), solution.x());
        assertEquals(free.status(), solution.status());
      }
    }
  }

  @Test
  void theProductsOfAStartCount() {
    Solution start = new Omp().solve(PROBLEM);
    Solution whole = new Sea().from(new Omp()).withIterations(1).solve(PROBLEM);
    Solution later = new Sea().from(start).withIterations(1).solve(PROBLEM);
    assertTrue(start.products() > 0);
    assertEquals(start.products() + later.products(), whole.products());
  }

  @Test
  void aProductLimitMustBePositive() {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> Run.unlimited().withProductLimit(0));
    assertEquals("product limit must be at least 1, but is 0", thrown.getMessage());
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void anObserverStopsTheRunAtOnce(SolverCatalog.Named named) {
    Run run = Run.unlimited().observedBy(iterate -> RunObserver.Signal.STOP);
    Solution solution = named.solver().solve(PROBLEM, run);
    assertEquals(Status.STOPPED, solution.status());
    assertEquals(1, solution.iterations());
    Certificates.assertSound(PROBLEM, solution);
  }

  @Test
  void anObserverStopsALongRun() {
    List<Support> seen = new ArrayList<>();
    Run run =
        Run.unlimited()
            .observedBy(
                iterate -> {
                  seen.add(iterate.support());
                  return seen.size() < 7 ? RunObserver.Signal.CONTINUE : RunObserver.Signal.STOP;
                });
    Solution solution = ENDLESS.solve(PROBLEM, run);
    assertEquals(Status.STOPPED, solution.status());
    assertEquals(7, solution.iterations());
    assertEquals(7, seen.size());
    assertTrue(seen.contains(solution.support()));
    Certificates.assertNormalEquations(PROBLEM, solution);
  }

  /** An observer sees each iteration once, in order, and watching changes nothing. */
  @ParameterizedTest
  @MethodSource("solvers")
  void anObserverSeesEveryIterationAndChangesNone(SolverCatalog.Named named) {
    List<Double> best = new ArrayList<>();
    Run run =
        Run.unlimited()
            .observedBy(
                iterate -> {
                  assertEquals(best.size(), iterate.iteration());
                  assertEquals(iterate.support(), iterate.estimate().support());
                  assertEquals(
                      PROBLEM.residualNorm(iterate.estimate()),
                      iterate.residualNorm(),
                      1e-9 * PROBLEM.measurementNorm());
                  assertTrue(iterate.bestResidualNorm() <= iterate.residualNorm());
                  best.add(iterate.bestResidualNorm());
                  return RunObserver.Signal.CONTINUE;
                });
    Solution watched = named.solver().solve(PROBLEM, run);
    Solution alone = named.solver().solve(PROBLEM);
    assertEquals(alone.x(), watched.x());
    assertEquals(alone.iterations(), watched.iterations());
    assertEquals(alone.distinctSupports(), watched.distinctSupports());
    assertEquals(watched.iterations(), best.size());
    for (int t = 1; t < best.size(); t++) {
      assertTrue(best.get(t) <= best.get(t - 1));
    }
  }
}
