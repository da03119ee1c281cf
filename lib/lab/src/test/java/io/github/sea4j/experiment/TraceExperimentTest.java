package io.github.sea4j.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.problem.Support;
import io.github.sea4j.sea.Sea;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.table.ResultColumns;
import io.github.sea4j.table.TraceColumns;
import io.github.sea4j.table.TraceTables;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

class TraceExperimentTest {

  @TempDir Path folder;

  private static TraceExperiment small() {
    return Experiments.traces().with(Map.of("size", "60", "kernel_width", "1.5", "sparsity", "6"));
  }

  private static final TraceTables TRACES = small().solvers("sea(iterations=80)", "htp").run();

  @Test
  void theTraceEndsWhereTheSolverDoes() {
    Solution sea = new Sea().withIterations(80).solve(small().instance().problem());
    Table rows = TRACES.of(TRACES.iterations(), "sea(iterations=80)");
    int last = rows.rowCount() - 1;
    assertEquals(sea.distinctSupports(), rows.longColumn("distinct_supports").get(last));
    DoubleColumn best = rows.doubleColumn(TraceColumns.BEST_RELATIVE_RESIDUAL);
    assertEquals(sea.relativeResidual(), best.getDouble(last), 1e-12);
    DoubleColumn residual = rows.doubleColumn(TraceColumns.RELATIVE_RESIDUAL);
    int returned = residual.asList().indexOf(residual.min());
    assertEquals(sea.support(), Support.of(TRACES.support("sea(iterations=80)", returned)));
  }

  @Test
  void supportsAndNumbersOfAnIterationAgree() {
    Support truth = Support.of(TRACES.trueSupport());
    Support previous = Support.empty();
    for (Row row : TRACES.of(TRACES.iterations(), "sea(iterations=80)")) {
      int t = row.getInt(TraceColumns.ITERATION);
      Support now = Support.of(TRACES.support("sea(iterations=80)", t));
      double distance = truth.minus(now).size() / (double) truth.size();
      assertEquals(distance, row.getDouble(TraceColumns.SUPPORT_DISTANCE));
      assertEquals(t == 0 ? 0 : now.minus(previous).size(), row.getInt(TraceColumns.ENTERED));
      if (truth.minus(now).size() > 0) {
        double missed = row.getDouble(TraceColumns.LARGEST_MISSED);
        assertTrue(missed <= row.getDouble(TraceColumns.SMALLEST_WRONG), "iteration " + t);
        assertTrue(missed <= row.getDouble(TraceColumns.THRESHOLD), "iteration " + t);
      } else {
        assertTrue(row.isMissing(TraceColumns.LARGEST_MISSED));
      }
      previous = now;
    }
  }

  @Test
  void onlySeaHasAnExplorationVector() {
    Table rows = TRACES.of(TRACES.iterations(), "htp");
    assertEquals(rows.rowCount(), rows.doubleColumn(TraceColumns.THRESHOLD).countMissing());
    assertTrue(TRACES.of(TRACES.exploration(), "htp").isEmpty());
    Table sea = TRACES.of(TRACES.exploration(), "sea(iterations=80)");
    for (int j : TRACES.trueSupport()) {
      assertEquals(
          TRACES.of(TRACES.iterations(), "sea(iterations=80)").rowCount(),
          sea.where(sea.intColumn(TraceColumns.INDEX).isEqualTo(j)).rowCount());
    }
  }

  @Test
  void storedTracesAreTheSame() {
    TraceExperiment experiment = small().solvers("sea(iterations=80)", "htp");
    assertEquals("iterations.csv", experiment.write(folder).get(0));
    TraceTables stored = TraceTables.read(folder);
    assertEquals(TRACES.toCsv(), stored.toCsv());
    assertArrayEquals(TRACES.trueSupport(), stored.trueSupport());
  }

  @Test
  void aPartOfARunHasItsIterationsOnly() {
    TraceTables part = TRACES.between(3, 5);
    assertEquals(3, part.of(part.iterations(), "sea(iterations=80)").rowCount());
    assertArrayEquals(
        TRACES.support("sea(iterations=80)", 4), part.support("sea(iterations=80)", 4));
    assertThrows(IllegalArgumentException.class, () -> part.support("sea(iterations=80)", 6));
    assertThrows(IllegalArgumentException.class, () -> TRACES.between(5, 3));
    assertThrows(IllegalArgumentException.class, () -> TRACES.of(TRACES.supports(), "omp"));
  }

  @Test
  void theInstanceIsTrialZeroOfTheSweep() {
    Table sweep =
        Experiments.noiseGaussian()
            .with(Map.of("size", "40", "rows", "20", "sparsities", "5", "snr_db", "20"))
            .instances(1)
            .solvers("htp")
            .run();
    TraceTables trace =
        Experiments.tracesGaussian()
            .with(Map.of("size", "40", "rows", "20", "sparsity", "5", "snr_db", "20"))
            .solvers("htp")
            .run();
    assertEquals(
        sweep.doubleColumn(ResultColumns.RELATIVE_RESIDUAL).getDouble(0),
        trace.iterations().doubleColumn(TraceColumns.BEST_RELATIVE_RESIDUAL).min(),
        1e-12);
  }

  @Test
  void badParametersAreRefused() {
    TraceExperiment base = Experiments.traces();
    assertThrows(IllegalArgumentException.class, () -> base.sparsity(501));
    assertThrows(IllegalArgumentException.class, () -> base.rows(10));
    assertThrows(IllegalArgumentException.class, () -> base.with("snr_db", "10,20"));
    assertThrows(IllegalArgumentException.class, () -> base.solvers("nope"));
    assertThrows(
        IllegalArgumentException.class, () -> Experiments.instance().with(Map.of("size", "9")));
  }
}
