package io.github.sea4j.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.plot.Figures;
import io.github.sea4j.summary.Paired;
import io.github.sea4j.table.CoherenceRow;
import io.github.sea4j.table.ResultColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;
import tech.tablesaw.selection.Selection;

class CoherenceExperimentTest {

  private final CoherenceExperiment widths =
      Experiments.kernelWidths()
          .size(100)
          .sparsities(5)
          .levels(4, 2)
          .solvers("sea", "omp")
          .instances(3);

  @Test
  void eachWidthIsTheComparisonAtThatWidth() {
    Table results = widths.run();
    assertEquals(3 * 2 * 2, results.rowCount());
    for (double width : new double[] {2, 4}) {
      Table same =
          Experiments.deconvolution()
              .size(100)
              .kernelWidth(width)
              .sparsities(5)
              .solvers("sea", "omp")
              .instances(3)
              .run();
      Table here = results.where(results.doubleColumn(CoherenceRow.LEVEL).isEqualTo(width));
      assertArrayEquals(
          same.doubleColumn(ResultColumns.SUPPORT_DISTANCE).asDoubleArray(),
          here.doubleColumn(ResultColumns.SUPPORT_DISTANCE).asDoubleArray());
      // Neighbours of a Gaussian of width w overlap by exp(-1 / (4 w^2)).
      double[] coherence = here.doubleColumn(CoherenceRow.COHERENCE).asDoubleArray();
      assertEquals(Math.exp(-1 / (4 * width * width)), coherence[0], 1e-6);
    }
  }

  @Test
  void differencesAreTakenWithinALevel() {
    Table results = widths.run();
    Table differences = Paired.against(results, ResultColumns.SUPPORT_DISTANCE, "sea");
    DoubleColumn level = results.doubleColumn(CoherenceRow.LEVEL);
    DoubleColumn distance = results.doubleColumn(ResultColumns.SUPPORT_DISTANCE);
    for (Row omp : differences) {
      Selection sea =
          results
              .stringColumn(ResultColumns.SOLVER)
              .isEqualTo("sea")
              .and(level.isEqualTo(omp.getDouble(CoherenceRow.LEVEL)))
              .and(results.intColumn(ResultColumns.TRIAL).isEqualTo(omp.getInt("trial")));
      assertEquals(
          omp.getDouble(ResultColumns.SUPPORT_DISTANCE) - distance.where(sea).getDouble(0),
          omp.getDouble(Paired.DIFFERENCE));
    }
  }

  @Test
  void correlatedColumnsAreMoreAlike() {
    Table results =
        Experiments.correlations()
            .size(60)
            .rows(40)
            .sparsities(4)
            .levels(0, 0.99)
            .solvers("omp")
            .instances(2)
            .run();
    DoubleColumn coherence = results.doubleColumn(CoherenceRow.COHERENCE);
    DoubleColumn level = results.doubleColumn(CoherenceRow.LEVEL);
    assertTrue(coherence.where(level.isEqualTo(0)).max() < 0.8);
    assertTrue(coherence.where(level.isEqualTo(0.99)).min() > 0.95);
    assertTrue(Figures.coherence(results) != null);
    assertThrows(IllegalArgumentException.class, () -> widths.levels(-1).run());
    assertThrows(IllegalArgumentException.class, () -> Experiments.correlations().levels(1).run());
  }

  @Test
  void moreSolversGoOnWithWhatIsThere(@TempDir Path folder) throws IOException {
    Path grown = folder.resolve("grown");
    Path whole = folder.resolve("whole");
    widths.into(grown).run();
    widths.solvers("sea", "omp", "els").instances(4).into(grown).run();
    widths.solvers("sea", "omp", "els").instances(4).threads(1).into(whole).run();
    assertEquals(
        Files.readString(whole.resolve("results.csv")),
        Files.readString(grown.resolve("results.csv")));
  }
}
