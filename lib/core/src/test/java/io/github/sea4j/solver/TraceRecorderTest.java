package io.github.sea4j.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.Refusal;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.sea.Sea;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TraceRecorderTest {

  private static final SparseProblem PROBLEM = TestProblem.gaussian(30, 60, 6, 0.2, 81).problem();
  private static final Sea SEA = new Sea().withIterations(100);

  @Test
  void keepsEveryIterationWhileThereIsRoom() {
    int[] explored = {3, 41};
    TraceRecorder trace = new TraceRecorder(100, explored);
    Solution watched = SEA.solve(PROBLEM, Run.unlimited().observedBy(trace));
    assertEquals(SEA.solve(PROBLEM).x(), watched.x());
    RecordedRun expected = RecordedRun.of(SEA, PROBLEM);
    List<TraceRow> rows = trace.rows();
    assertEquals(100, rows.size());
    assertEquals(1, trace.stride());
    for (int t = 0; t < 100; t++) {
      TraceRow row = rows.get(t);
      double[] x = expected.explorations().get(t);
      assertEquals(t, row.iteration());
      assertEquals(expected.supports().get(t), row.support());
      assertArrayEquals(new double[] {x[3], x[41]}, row.exploration());
    }
    TraceRow last = rows.get(99);
    assertEquals(watched.residualNorm(), last.bestResidualNorm(), 1e-9);
    assertEquals(watched.distinctSupports(), last.distinctSupports());
  }

  @Test
  void thinsALongRunEvenlyAndKeepsItsEnd() {
    TraceRecorder trace = new TraceRecorder(10);
    SEA.solve(PROBLEM, Run.unlimited().observedBy(trace));
    assertEquals(16, trace.stride());
    assertArrayEquals(
        new long[] {0, 16, 32, 48, 64, 80, 96, 99},
        trace.rows().stream().mapToLong(TraceRow::iteration).toArray());
    for (int capacity = 2; capacity < 30; capacity++) {
      TraceRecorder small = new TraceRecorder(capacity);
      SEA.solve(PROBLEM, Run.unlimited().observedBy(small));
      assertTrue(small.rows().size() <= capacity + 1);
      long stride = small.stride();
      assertArrayEquals(
          LongStream.concat(
                  LongStream.rangeClosed(0, 99).filter(t -> t % stride == 0), LongStream.of(99))
              .distinct()
              .toArray(),
          small.rows().stream().mapToLong(TraceRow::iteration).toArray());
    }
  }

  /** An unwatched run skips iterations in which the support stays, and never one too many. */
  @Test
  void aWatchedRunMeetsTheSameSupports() {
    Sea endless = new Sea().withIterations(3000).withTolerance(0);
    for (int seed = 0; seed < 30; seed++) {
      SparseProblem problem = TestProblem.gaussian(20, 40, 1 + seed % 4, 0.3, 900 + seed).problem();
      TraceRecorder trace = new TraceRecorder(3000);
      Solution watched = endless.solve(problem, Run.unlimited().observedBy(trace));
      Solution alone = endless.solve(problem);
      assertEquals(watched.x(), alone.x());
      assertEquals(watched.iterations(), alone.iterations());
      assertEquals(watched.distinctSupports(), alone.distinctSupports());
    }
  }

  @Test
  void refusesWhatItCannotRecord() {
    Refusal.assertRefused("capacity must be at least 2, but is 1", () -> new TraceRecorder(1));
    Refusal.assertRefused("explored column", () -> new TraceRecorder(5, -1));
    assertEquals(List.of(), new TraceRecorder(5).rows());
  }
}
