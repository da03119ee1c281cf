package io.github.sea4j.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Interruption, time limit, observer: each ends a solve with the best answer so far. */
class StoppingTest {

  /** Days of work for SEA: noise forbids an exact fit and no tolerance is asked for. */
  private static final Solver ENDLESS =
      new Sea().withIterations(Integer.MAX_VALUE).withTolerance(0);

  /** Generous beside the promised 100 ms, as the machine may be busy with other work. */
  private static final Duration PROMPT = Duration.ofSeconds(5);

  private static final SparseProblem PROBLEM =
      TestProblem.gaussian(60, 150, 20, 0.2, 61).problem();

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
  void aLongSolveIsInterrupted() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    AtomicReference<Solution> answer = new AtomicReference<>();
    AtomicReference<Boolean> flag = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              Observer started =
                  iterate -> {
                    running.countDown();
                    return Observer.Signal.CONTINUE;
                  };
              answer.set(ENDLESS.solve(PROBLEM, Run.unlimited().observedBy(started)));
              flag.set(Thread.currentThread().isInterrupted());
            });
    thread.start();
    running.await();
    thread.interrupt();
    thread.join(PROMPT.toMillis());
    assertTrue(!thread.isAlive(), "still solving after " + PROMPT);
    assertEquals(Status.INTERRUPTED, answer.get().status());
    assertEquals(true, flag.get());
    Certificates.assertSound(PROBLEM, answer.get());
  }

  @Test
  void aTimeLimitEndsALongSolve() {
    Run run = Run.unlimited().withTimeLimit(Duration.ofMillis(50));
    Solution solution =
        assertTimeoutPreemptively(PROMPT, () -> ENDLESS.solve(PROBLEM, run));
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
    Solution solution =
        assertTimeoutPreemptively(PROMPT, () -> named.solver().solve(PROBLEM, run));
    assertEquals(Status.TIME_LIMIT, solution.status());
    Certificates.assertSound(PROBLEM, solution);
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void anObserverStopsTheRun(SolverCatalog.Named named) {
    List<Long> iterations = new ArrayList<>();
    Run run =
        Run.unlimited()
            .observedBy(
                iterate -> {
                  iterations.add(iterate.iteration());
                  return iterations.size() == 2 ? Observer.Signal.STOP : Observer.Signal.CONTINUE;
                });
    Solution solution = named.solver().solve(PROBLEM, run);
    Certificates.assertSound(PROBLEM, solution);
    assertEquals(Status.STOPPED, solution.status());
    assertEquals(List.of(0L, 1L), iterations);
    assertEquals(2, solution.iterations());
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
                  return Observer.Signal.CONTINUE;
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
