package io.github.sea4j.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.plot.style.SolverStyle;
import io.github.sea4j.plot.style.Style;
import io.github.sea4j.table.Cell;
import io.github.sea4j.table.PhaseTable;
import io.github.sea4j.table.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.Table;

class PhaseTransitionFigureTest {

  private static Tally tally(int rows, int columns, int k, String solver, int successes) {
    Cell cell = new Cell(rows, columns, k, Double.POSITIVE_INFINITY);
    return new Tally(cell, solver, 100, List.of(successes), 1);
  }

  private static Table results() {
    List<Tally> tallies = new ArrayList<>();
    for (int rows : new int[] {50, 100}) {
      for (String solver : List.of("sea", "omp")) {
        int shift = solver.equals("sea") ? 5 : 0;
        tallies.add(tally(rows, 200, 10 + shift, solver, 100));
        tallies.add(tally(rows, 200, 11 + shift, solver, 95));
        tallies.add(tally(rows, 200, 12 + shift, solver, 60));
      }
    }
    return PhaseTable.of(tallies);
  }

  @Test
  void aCurveForEachSolverWithItsThresholds() {
    XYChart chart = (XYChart) Figures.phaseTransition(results());
    assertArrayEquals(new double[] {0.25, 0.5}, chart.getSeries("sea").getXData());
    assertArrayEquals(
        new double[] {16 / 50.0, 16 / 100.0}, chart.getSeries("sea").getYData(), 1e-15);
    assertArrayEquals(
        new double[] {10 / 50.0, 12 / 50.0, Double.NaN, 10 / 100.0, 12 / 100.0, Double.NaN},
        chart.getSeries("omp interval").getYData(),
        1e-15);
    assertEquals(5, chart.getSeries("Donoho\u2013Tanner, \u21131").getXData().length);
    assertTrue(chart.getTitle().contains("n = 200"), chart.getTitle());
    assertTrue(chart.getTitle().contains("100 runs"), chart.getTitle());
    Pixels.assertShows(
        chart, SolverStyle.of("sea").color(), SolverStyle.of("omp").color(), Style.MEASUREMENT);
  }

  @Test
  void chosenSolversHaveChartsOfTheirOwnWithTheSameAxes() {
    Figure greedy = Figures.phaseTransition(results(), "greedy", List.of("omp", "ompr"));
    Figure exploring = Figures.phaseTransition(results(), "exploring", List.of("sea"));
    assertEquals("greedy", greedy.getTitle().toLowerCase(Locale.ROOT));
    assertTrue(greedy.getSeriesCollection().stream().noneMatch(s -> s.getName().equals("sea")));
    assertEquals(2, Panels.alike(1, greedy, exploring).charts().size());
    assertEquals(greedy.getStyler().getYAxisMax(), exploring.getStyler().getYAxisMax());
  }

  @Test
  void twoSizesAreRefused() {
    List<Tally> tallies = List.of(tally(5, 10, 1, "sea", 90), tally(5, 20, 1, "sea", 90));
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> Figures.phaseTransition(PhaseTable.of(tallies)));
    assertTrue(
        String.valueOf(refusal.getMessage()).contains("one value of n"), refusal.getMessage());
  }
}
