package io.github.sea4j.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.plot.Drawing;
import io.github.sea4j.plot.Figures;
import io.github.sea4j.summary.Budgets;
import io.github.sea4j.table.ResultColumns;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.Table;

class AnytimeExperimentTest {

  private static final Table RESULTS =
      Experiments.anytime()
          .with("size", "60")
          .with("kernel_width", "1.5")
          .sparsities(6)
          .signalToNoise(20)
          .instances(6)
          .budgets(5, 20, 200)
          .solvers("sea", "restarts(ompr, rounds=50)")
          .run();

  @Test
  void oneRowForEachSolverAndBudget() {
    Table split = Budgets.split(RESULTS);
    assertEquals(6 * 2 * 3, split.rowCount());
    assertEquals(
        Set.of("sea", "restarts(ompr, rounds=50)"),
        split.stringColumn(ResultColumns.SOLVER).asSet());
    assertEquals(
        List.of(5, 20, 200, 5, 20, 200), split.intColumn(Budgets.PRODUCTS).asList().subList(0, 6));
  }

  @Test
  void moreProductsNeverWorsenTheResidual() {
    Table split = Budgets.split(RESULTS);
    for (int row = 1; row < split.rowCount(); row++) {
      if (split.intColumn(Budgets.PRODUCTS).get(row) > 5) {
        double less = split.doubleColumn(ResultColumns.RELATIVE_RESIDUAL).getDouble(row - 1);
        double more = split.doubleColumn(ResultColumns.RELATIVE_RESIDUAL).getDouble(row);
        assertTrue(more <= less * (1 + 1e-12), "row " + row + ": " + more + " > " + less);
      }
    }
  }

  @Test
  void theFiguresHaveACurveForEachSolver() {
    for (Drawing drawn : List.of(Figures.anytime(RESULTS), Figures.anytimeBySeconds(RESULTS))) {
      XYChart chart = (XYChart) drawn;
      for (String solver : List.of("sea", "restarts(ompr, rounds=50)")) {
        assertEquals(3, chart.getSeries(solver).getXData().length);
      }
    }
  }

  @Test
  void refusesResultsWithoutBudgets() {
    Table plain = Experiments.deconvolution().with("size", "60").sparsities(3).solvers("omp").run();
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Budgets.split(plain));
    assertTrue(String.valueOf(refused.getMessage()).contains("'omp'"), refused.getMessage());
  }
}
