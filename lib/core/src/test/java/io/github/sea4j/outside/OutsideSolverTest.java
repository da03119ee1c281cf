package io.github.sea4j.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.language.Solvers;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.option.SolverOption;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.Certificates;
import io.github.sea4j.solver.Heartbeat;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Status;
import io.github.sea4j.solver.TraceRecorder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A solver that is not of this library has all that those of the library have. */
@Timeout(60)
class OutsideSolverTest {

  private static final SparseProblem PROBLEM =
      TestProblem.gaussian(40, 80, 6, 0.01, 2001).problem();

  @BeforeAll
  static void register() {
    Solvers.register(Forward.KIND);
  }

  @Test
  void itsNameIsItsIdentity() {
    assertEquals("forward", new Forward().name());
    assertEquals(new Forward().withRounds(7), Solvers.parse("forward(rounds=7)"));
    assertEquals(
        "forward(omp, small, rounds=2)", Solvers.parse("Forward(rounds=2, small, omp)").name());
    assertEquals("SEA(Forward(rounds=2))", Solvers.parse("sea(forward(rounds=2))").label());
    assertTrue(Solvers.canBeNamed(new Forward().withRounds(7)));
    assertFalse(Solvers.canBeNamed(new Forward().from(Support.of(1, 2))));
    assertNotEquals(new Forward(), new Forward().withRounds(7));
  }

  @Test
  void itsAnswersAreSoundAndSayMore() {
    Solution solution = new Forward().solve(PROBLEM);
    Certificates.assertSound(PROBLEM, solution);
    Certificates.assertNormalEquations(PROBLEM, solution);
    assertEquals(5, solution.iterations());
    assertEquals(5, solution.detail(Forward.Remark.class).orElseThrow().rounds());
    assertTrue(solution.detail(String.class).isEmpty());
    assertEquals("other", solution.named("other").solver());
    assertEquals(5, solution.named("other").detail(Forward.Remark.class).orElseThrow().rounds());
  }

  @Test
  void aChosenSizeBelowKIsAnAnswer() {
    Solution solution = Solvers.parse("forward(small)").solve(PROBLEM);
    assertEquals(5, solution.support().size());
    assertEquals(Status.ITERATION_LIMIT, solution.status());
  }

  @Test
  void limitsObserversAndTracesComeWithTheFrame() {
    Forward endless = new Forward().withRounds(Integer.MAX_VALUE);
    Solution limited = endless.solve(PROBLEM, Run.unlimited().withProductLimit(1));
    assertEquals(Status.PRODUCT_LIMIT, limited.status());
    assertTrue(limited.products() < 20, limited::toString);
    Solution timed = endless.solve(PROBLEM, Run.unlimited().withTimeLimit(Duration.ofMillis(20)));
    assertEquals(Status.TIME_LIMIT, timed.status());
    TraceRecorder trace = new TraceRecorder(100);
    Solution traced = new Forward().solve(PROBLEM, Run.unlimited().observedBy(trace));
    assertEquals(5, trace.rows().size());
    assertEquals(traced.residualNorm(), trace.rows().get(4).bestResidualNorm(), 1e-9);
    Thread.currentThread().interrupt();
    Solution interrupted = endless.solve(PROBLEM);
    assertTrue(Thread.interrupted());
    assertEquals(Status.INTERRUPTED, interrupted.status());
    Certificates.assertSound(PROBLEM, interrupted);
  }

  @Test
  void itStartsAndIsStartedFrom() {
    Solution omp = Solvers.parse("omp").solve(PROBLEM);
    Solution warm = new Forward().withRounds(1).from(Solvers.parse("omp")).solve(PROBLEM);
    assertEquals(omp.support(), warm.support());
    assertEquals(warm.support(), new Forward().withRounds(1).from(omp).solve(PROBLEM).support());
    Support support = omp.support();
    assertEquals(support, new Forward().withRounds(1).from(support).solve(PROBLEM).support());
    Solution polished = Solvers.parse("els(forward)").solve(PROBLEM);
    assertTrue(polished.residualNorm() <= new Forward().solve(PROBLEM).residualNorm());
    Support beyond = Support.of(1, 80);
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> new Forward().from(beyond).solve(PROBLEM))
            .toString();
    assertTrue(message.contains("start") && message.contains("80"), message);
  }

  /** Beats come from the solver inside, and the answer is the one without. */
  @Test
  void heartbeatsChangeNothing() {
    List<Heartbeat.Beat> beats = new ArrayList<>();
    Run run = Run.unlimited().withHeartbeat(Duration.ofNanos(1), beats::add);
    Solution watched = Solvers.parse("els(sea)").solve(PROBLEM, run);
    Solution alone = Solvers.parse("els(sea)").solve(PROBLEM);
    assertEquals(alone.x(), watched.x());
    assertEquals(alone.iterations(), watched.iterations());
    assertTrue(beats.stream().anyMatch(beat -> beat.solver().equals("sea")));
    assertTrue(beats.stream().anyMatch(beat -> beat.solver().equals("els(sea)")));
    long seen = beats.stream().filter(beat -> beat.solver().equals("sea")).count();
    long most = Solvers.parse("sea").solve(PROBLEM).iterations();
    assertTrue(
        seen < most, "a heartbeat must not turn skipping off: %d of %d".formatted(seen, most));
  }

  /** What a notebook asks for reaches solves without a run, and no others. */
  @Test
  void aHostSeesSolvesThatNameNoRun() {
    AtomicInteger solves = new AtomicInteger();
    AtomicInteger beats = new AtomicInteger();
    Run.showSolvesBy(
        Duration.ofNanos(1),
        () -> {
          solves.incrementAndGet();
          return beat -> beats.incrementAndGet();
        });
    Solution shown = Solvers.parse("els(sea)").solve(PROBLEM);
    assertTrue(beats.get() > 0);
    assertEquals(1, solves.get());
    Run.showSolvesBy(Duration.ofDays(1), () -> beat -> {});
    assertEquals(Solvers.parse("els(sea)").solve(PROBLEM, Run.unlimited()).x(), shown.x());
    assertThrows(
        IllegalArgumentException.class, () -> Run.showSolvesBy(Duration.ZERO, () -> beat -> {}));
  }

  @Test
  void namesThatAreTakenAreRefused() {
    SolverKind<Forward> taken = SolverKind.of("sea", "", settings -> new Forward());
    assertThrows(IllegalArgumentException.class, () -> Solvers.register(taken));
    SolverKind<Forward> twoMeanings =
        SolverKind.<Forward>of("mine", "", settings -> new Forward())
            .with(SolverOption.count("omp", 1, ""));
    assertThrows(IllegalArgumentException.class, () -> Solvers.register(twoMeanings));
    assertThrows(
        IllegalArgumentException.class,
        () -> SolverKind.<Forward>of("Not a name", "", settings -> new Forward()));
    Solvers.register(Forward.KIND);
    assertEquals(1, Solvers.names().stream().filter("forward"::equals).count());
  }
}
