package io.github.sea4j.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.bayes.Posterior;
import io.github.sea4j.instance.Deconvolution;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.run.Trial;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.summary.Calibration;
import io.github.sea4j.table.CalibrationRow;
import io.github.sea4j.table.Cell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

class CalibrationExperimentTest {

  private final CalibrationExperiment small =
      Experiments.calibration()
          .with(ProblemFamily.SIZE, "60")
          .with(ComparisonExperiment.SPARSITIES, "3")
          .with(ProblemFamily.SIGNAL_TO_NOISE, "20,10")
          .solvers("posterior(sweeps=30)")
          .instances(3);

  @Test
  void binsHoldAllColumnsWithTheirProbabilities() {
    Table results = small.run();
    assertEquals(2 * 3 * CalibrationRow.BINS, results.rowCount());
    for (int first = 0; first < results.rowCount(); first += CalibrationRow.BINS) {
      Table instance = results.inRange(first, first + CalibrationRow.BINS);
      assertEquals(60, instance.intColumn(CalibrationRow.COUNT).sum());
      assertEquals(3, instance.intColumn(CalibrationRow.PRESENT).sum());
      for (Row row : instance) {
        int columns = row.getInt(CalibrationRow.COUNT);
        double said = row.getDouble(CalibrationRow.SAID);
        int bin = row.getInt(CalibrationRow.BIN);
        assertTrue(
            said >= columns * bin / 10.0 - 1e-12 && said <= columns * (bin + 1) / 10.0 + 1e-12);
      }
    }
  }

  @Test
  void whatIsSaidIsThePosteriorsOwn() {
    Cell cell = new Cell(60, 60, 3, 20);
    Instance instance =
        Deconvolution.gaussian(60, 3)
            .withSignalToNoise(20)
            .instance(3, Trial.of(1, cell, 0).seed());
    Solution solution = Solvers.parse("posterior(sweeps=30)").solve(instance.problem());
    double[] inclusion = solution.detail(Posterior.class).orElseThrow().inclusion();
    Table first = small.run().first(CalibrationRow.BINS);
    assertEquals(
        Arrays.stream(inclusion).sum(), first.doubleColumn(CalibrationRow.SAID).sum(), 1e-12);
    int likely = instance.truth().support().toArray()[0];
    Row bin = first.row((int) Math.min(9, 10 * inclusion[likely]));
    assertTrue(bin.getInt(CalibrationRow.PRESENT) >= 1, bin::toString);
  }

  @Tag("slow")
  @Test
  void moreInstancesGoOnWithWhatIsThere(@TempDir Path folder) throws IOException {
    Path grown = folder.resolve("grown");
    Path whole = folder.resolve("whole");
    small.into(grown).run();
    small.instances(4).into(grown).run();
    small.instances(4).threads(1).into(whole).run();
    assertEquals(
        Files.readString(whole.resolve("results.csv")),
        Files.readString(grown.resolve("results.csv")));
    assertEquals(2 * 4 * CalibrationRow.BINS, small.read(grown).rowCount());
    assertTrue(Calibration.of(small.read(grown)).rowCount() > 1);
  }

  @Test
  void aSolverWithoutProbabilitiesIsNamed() {
    Exception refused = assertThrows(RuntimeException.class, () -> small.solvers("omp").run());
    assertTrue(String.valueOf(refused.getMessage()).contains("'omp'"), refused::toString);
  }
}
