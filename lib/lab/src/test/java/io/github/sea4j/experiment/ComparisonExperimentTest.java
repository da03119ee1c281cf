package io.github.sea4j.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.instance.Deconvolution;
import io.github.sea4j.run.Trial;
import io.github.sea4j.table.InstanceTables;
import io.github.sea4j.table.ResultColumns;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class ComparisonExperimentTest {

  private static ComparisonExperiment small() {
    return Experiments.deconvolution()
        .size(60)
        .kernelWidth(1.5)
        .sparsities(2, 4)
        .instances(3)
        .solvers("sea(iterations=50)", "omp", "sea(omp, iterations=50)");
  }

  @Test
  void oneRowForEachCellTrialAndSolver() {
    Table table = small().run();
    assertEquals(2 * 3 * 3, table.rowCount());
    assertEquals(3, table.stringColumn(ResultColumns.SOLVER).unique().size());
    DoubleColumn distance = table.doubleColumn(ResultColumns.SUPPORT_DISTANCE);
    assertTrue(distance.min() >= 0 && distance.max() <= 1);
    for (int row = 0; row < table.rowCount(); row++) {
      assertEquals(
          distance.get(row) == 0, table.booleanColumn(ResultColumns.EXACT_RECOVERY).get(row));
    }
    assertTrue(table.doubleColumn(ResultColumns.TRUTH_RELATIVE_RESIDUAL).max() < 1e-12);
  }

  @Test
  void theNumberOfThreadsCannotBeSeen() {
    String[] columns = ResultColumns.DETERMINED.toArray(String[]::new);
    String one = small().threads(1).run().selectColumns(columns).write().toString("csv");
    String three = small().threads(3).run().selectColumns(columns).write().toString("csv");
    assertEquals(one, three);
  }

  @Test
  void noiseLevelsShareTheirTruthsAndHaveTheNoiseAskedFor() {
    Table table = small().solvers("omp").signalToNoise(Double.POSITIVE_INFINITY, 20).run();
    assertEquals(2 * 2 * 3, table.rowCount());
    DoubleColumn truth = table.doubleColumn(ResultColumns.TRUTH_RELATIVE_RESIDUAL);
    assertTrue(truth.get(0) < 1e-12);
    assertTrue(Math.abs(truth.get(11) - 0.1) < 0.05, "20 dB is about a tenth: " + truth.get(11));
  }

  @Test
  void pointsOfThePhaseDiagramAreCellsOfTheirOwn() {
    Table table =
        Experiments.sampledSea()
            .points("0.5/0.1", "0.25/0.2")
            .size(60)
            .instances(2)
            .solvers("omp", "sea(iterations=20, sampled)")
            .run();
    assertEquals(2 * 2 * 2, table.rowCount());
    assertEquals(Set.of(30, 15), Set.copyOf(table.intColumn(ResultColumns.ROWS).asList()));
    assertEquals(List.of(3), table.intColumn(ResultColumns.SPARSITY).unique().asList());
    assertEquals(List.of(60), table.intColumn(ResultColumns.COLUMNS).unique().asList());
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> Experiments.sampledSea().points("0.5").sweep());
    Says.assertSays(refused, "'0.5'");
    assertThrows(IllegalArgumentException.class, () -> small().points("0.5/0.1").sweep());
  }

  @Test
  void theInstanceIsTrialZeroOfTheSweep() {
    InstanceExperiment one =
        Experiments.instance().size(60).kernelWidth(1.5).sparsity(4).solvers("omp");
    InstanceTables tables = one.run();
    Table sweep = small().sparsities(4).instances(1).solvers("omp").run();
    assertEquals(
        sweep.doubleColumn(ResultColumns.RELATIVE_RESIDUAL).get(0),
        tables.scores().doubleColumn(ResultColumns.RELATIVE_RESIDUAL).get(0));
    assertEquals(List.of("omp"), tables.solvers());
    assertArrayEquals(
        one.instance().truth().toDense(),
        tables.signals().doubleColumn(InstanceTables.TRUTH).asDoubleArray());
    long seed = Trial.of(1, small().sparsities(4).sweep().cells().get(0), 0).seed();
    assertEquals(Deconvolution.gaussian(60, 1.5).instance(4, seed).truth(), one.instance().truth());
  }

  @Test
  void presetsKeepWhatTheyDoNotSay() {
    ComparisonExperiment paper = small().seed(9).paper();
    assertEquals("60", paper.parameters().get("size"));
    assertEquals("9", paper.parameters().get("seed"));
    assertEquals(50, paper.sweep().cells().size());
    assertEquals(200, paper.sweep().trials());
    assertNotEquals(paper.parameters(), paper.quick().parameters());
  }

  @Test
  void badParametersAreRefusedAtOnce() {
    ComparisonExperiment base = Experiments.deconvolution();
    assertThrows(IllegalArgumentException.class, () -> base.sparsities(0));
    assertThrows(IllegalArgumentException.class, () -> base.sparsities(501));
    assertThrows(IllegalArgumentException.class, () -> base.instances(0));
    assertThrows(IllegalArgumentException.class, () -> base.solvers("nope"));
    assertThrows(IllegalArgumentException.class, () -> base.solvers("sea", "sea"));
    assertThrows(IllegalArgumentException.class, () -> base.with("boundary", "soft"));
    assertThrows(IllegalArgumentException.class, () -> base.with("colour", "red"));
    assertThrows(IllegalArgumentException.class, () -> base.threads(0));
    assertThrows(IllegalArgumentException.class, () -> Experiments.byName("nope"));
    assertThrows(IllegalArgumentException.class, () -> Preset.of("QUICK"));
  }
}
