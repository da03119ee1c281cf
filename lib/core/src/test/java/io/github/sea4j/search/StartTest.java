package io.github.sea4j.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.exchange.Els;
import io.github.sea4j.greedy.Ompr;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.RecordedRun;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.solver.Status;
import io.github.sea4j.threshold.Iht;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a search begins that is told where. */
class StartTest {

  private static final TestProblem SAMPLE = TestProblem.gaussian(20, 30, 3, 0, 81);

  private static List<Support> visited(Solver solver, SparseProblem problem) {
    return RecordedRun.of(solver, problem).supports();
  }

  @Test
  void aSupportIsFilledUpWithTheLowestColumnsThatAreNotZero() {
    SparseProblem problem = SAMPLE.problem();
    assertEquals(Support.of(0, 1, 7), visited(new Els().from(Support.of(7)), problem).get(0));
    assertEquals(
        Support.of(7, 8, 9), visited(new Ompr().from(Support.of(9, 8, 7)), problem).get(0));
    double[] kept = Vectors.ones(30);
    kept[0] = 0;
    kept[9] = 0;
    double[][] without = Dense.scaleColumns(SAMPLE.matrix(), kept);
    SparseProblem zeros = SparseProblem.of(without, SAMPLE.measurements(), 3);
    assertEquals(Support.of(1, 2, 7), visited(new Els().from(Support.of(7, 9)), zeros).get(0));
  }

  /** Coefficients at hand are the support that they have, or themselves where they are needed. */
  @Test
  void theTruthIsWhereEverySearchEnds() {
    SparseProblem problem = SAMPLE.problem();
    Support truth = SAMPLE.truth().support();
    for (Solver solver :
        List.of(
            new Iht().from(truth),
            new Iht().from(SAMPLE.truth()),
            new Ompr().from(SAMPLE.truth()))) {
      Solution solution = solver.solve(problem);
      assertEquals(truth, solution.support(), solver.name());
      assertTrue(solution.relativeResidual() < 1e-14, solver.name());
      assertTrue(solution.iterations() <= 2, solver.name());
    }
    assertEquals(Status.EXACT_FIT, new Iht().from(truth).solve(problem).status());
    Solution answer = new Els().solve(problem);
    assertEquals(new Ompr().from(answer.x()), new Ompr().from(answer));
  }

  @Test
  void startsOfOtherProblemsAreRefused() {
    SparseVector shorter = SparseVector.ofNonZeros(new double[29]);
    assertNames(new Iht().from(shorter), "start", "29", "columns", "30");
    assertNames(new Els().from(Support.of(3, 30)), "start", "30");
    assertNames(new Iht().from(Support.of(3, 31)), "start", "30", "31");
    assertEquals(
        Support.of(0, 1, 29), visited(new Els().from(Support.of(29)), SAMPLE.problem()).get(0));
  }

  private static void assertNames(Solver solver, String... parts) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> solver.solve(SAMPLE.problem()))
            .toString();
    for (String part : parts) {
      assertTrue(message.contains(part), message);
    }
  }
}
