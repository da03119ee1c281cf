package io.github.sea4j.compose;

import static io.github.sea4j.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.greedy.Omp;
import io.github.sea4j.greedy.Ompr;
import io.github.sea4j.instance.Deconvolution;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.Support;
import io.github.sea4j.sea.Sea;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.RunObserver;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.solver.StartableSolver;
import io.github.sea4j.solver.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Restarts and budgets. */
class RestartsTest {

  private static final SparseProblem NOISY = TestProblem.gaussian(40, 120, 12, 0.2, 71).problem();

  @Test
  void neverWorseThanTheSolverInsideAndBetterInTheEnd() {
    int better = 0;
    for (long seed = 1; seed <= 20; seed++) {
      SparseProblem problem = Deconvolution.gaussian(100, 3).instance(8, seed).problem();
      double once = new Ompr().solve(problem).residualNorm();
      double often = new Restarts(new Ompr()).solve(problem).residualNorm();
      assertTrue(often <= once * (1 + 1e-12), "seed " + seed + ": " + often + " > " + once);
      better += often < 0.99 * once ? 1 : 0;
    }
    // Seeds 1 to 20, all fixed: 20 of 20 when written; half of them guards the idea.
    assertTrue(better >= 10, "better on " + better + " of 20");
  }

  @Test
  void moreRoundsBeginLikeFewer() {
    List<Double> few = bestResiduals(new Restarts(new Ompr()).withRounds(3));
    List<Double> many = bestResiduals(new Restarts(new Ompr()).withRounds(8));
    assertEquals(few, many.subList(0, few.size()));
    assertEquals(1 + 3, few.size());
    assertEquals(1 + 8, many.size());
  }

  private static List<Double> bestResiduals(Solver solver) {
    List<Double> best = new ArrayList<>();
    solver.solve(
        NOISY,
        Run.unlimited()
            .observedBy(
                iterate -> {
                  best.add(iterate.bestResidualNorm());
                  return RunObserver.Signal.CONTINUE;
                }));
    return best;
  }

  @Test
  void stopsOnceTheMeasurementsAreExplained() {
    SparseProblem easy = TestProblem.gaussian(60, 100, 4, 0, 5).problem();
    Solution solution = new Restarts(new Ompr()).solve(easy);
    assertEquals(Status.EXACT_FIT, solution.status());
    assertEquals(1, solution.iterations());
  }

  @Test
  void refusesASolverThatTakesNoStart() {
    assertRefused(
        "restarts: the solver inside must take a start, but omp takes none",
        () -> Solvers.parse("restarts(omp)"));
  }

  @Test
  void withinIsTheRunsOwnLimitAndTheSmallerOneHolds() {
    Solution byRun = new Sea().solve(NOISY, Run.unlimited().withProductLimit(40));
    assertEquals(Status.PRODUCT_LIMIT, byRun.status());
    assertEquals(byRun.x(), new Within(new Sea()).withProducts(40).solve(NOISY).x());
    Run tighter = Run.unlimited().withProductLimit(40);
    assertEquals(byRun.x(), new Within(new Sea()).withProducts(400).solve(NOISY, tighter).x());
  }

  /** Answers always the same, and remembers from where it was started. */
  private record Listening(List<Support> starts) implements StartableSolver {

    @Override
    public String name() {
      return "listening";
    }

    @Override
    public StartableSolver from(Solver start) {
      throw new UnsupportedOperationException();
    }

    @Override
    public StartableSolver from(SparseVector start) {
      throw new UnsupportedOperationException();
    }

    @Override
    public StartableSolver from(Support start) {
      starts.add(start);
      return this;
    }

    @Override
    public Solution solve(SparseProblem problem, Run run) {
      return new Omp().solve(problem, run);
    }
  }

  private static List<Support> starts(SparseProblem problem, int seed) {
    List<Support> starts = new ArrayList<>();
    new Restarts(new Listening(starts)).withSeed(seed).withRounds(6).solve(problem);
    return starts;
  }

  /** k = 12, and 1, of which half is nothing. */
  @Test
  void halfOfTheBestColumnsStayAndChanceFillsUp() {
    Support best = new Omp().solve(NOISY).support();
    List<Support> starts = starts(NOISY, 1);
    assertEquals(6, starts.size());
    assertEquals(6, Set.copyOf(starts).size(), "other ones each time");
    for (Support start : starts) {
      assertEquals(12, start.size());
      assertTrue(start.intersect(best).size() >= 6, start::toString);
    }
    assertTrue(starts.stream().anyMatch(start -> start.intersect(best).size() == 6));
    assertEquals(starts, starts(NOISY, 1));
    assertNotEquals(starts, starts(NOISY, 2));
    SparseProblem single = NOISY.withSparsity(1);
    assertTrue(starts(single, 1).stream().allMatch(start -> start.size() == 1));
    assertNotEquals(Set.of(new Omp().solve(single).support()), Set.copyOf(starts(single, 1)));
  }

  @Test
  void aBudgetTellsWhatItIs() {
    Within within = new Within(new Sea()).withProducts(40);
    assertEquals(40, within.products());
    assertEquals(new Sea(), within.solver());
    assertEquals("within(sea, products=40)", within.solve(NOISY).solver());
    assertEquals(1000, new Within(new Sea()).products());
  }
}
