package io.github.sea4j.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.plot.style.SolverStyle;
import io.github.sea4j.plot.style.Style;
import io.github.sea4j.table.Cell;
import io.github.sea4j.table.ResultRow;
import io.github.sea4j.table.ResultTable;
import io.github.sea4j.table.TraceTables;
import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import tech.tablesaw.api.Table;

/** Figures of traces and of noise, from tables written by hand. */
class TraceFiguresTest {

  @TempDir Path folder;
  private TraceTables traces;

  @BeforeEach
  void writeTables() throws Exception {
    Files.writeString(
        folder.resolve("iterations.csv"),
        """
        solver,iteration,relative_residual,best_relative_residual,support_distance,\
        distinct_supports,entered,largest_missed,mean_missed,smallest_wrong,mean_wrong,threshold
        sea,0,1,1,1,1,0,0,0,0,0,0
        sea,1,0.5,0.5,0.5,2,1,0.5,0.5,2,2,2
        sea,2,0.8,0.5,1,3,2,1,1,2,2,2
        sea,3,0,0,0,4,2,,,,,3
        """);
    Files.writeString(
        folder.resolve("supports.csv"),
        """
        solver,iteration,index
        sea,0,0
        sea,0,1
        sea,1,1
        sea,1,4
        sea,2,2
        sea,2,3
        sea,3,1
        sea,3,3
        """);
    Files.writeString(
        folder.resolve("exploration.csv"),
        "solver,iteration,index,value\nsea,0,1,0\nsea,1,1,-2\nsea,0,4,0\nsea,1,4,3\n");
    Files.writeString(folder.resolve("truth.csv"), "index,x*\n0,0\n1,1.5\n2,0\n3,-1\n4,0\n");
    traces = TraceTables.read(folder);
  }

  @Test
  void curvesOverIterations() {
    for (TraceFigure figure : TraceFigure.values()) {
      XYChart chart = figure.draw(traces);
      assertEquals(Set.of("sea"), names(chart));
      Pixels.assertShows(chart, SolverStyle.of("sea").color());
      assertEquals("SEA", chart.getSeries("sea").getLabel());
    }
    XYSeries best = Figures.bestResidual(traces).getSeries("sea");
    assertEquals(TraceFigure.FLOOR, Arrays.stream(best.getYData()).min().orElseThrow());
    assertArrayEquals(new double[] {1, 0.5, 0.5, 0}, TraceFigure.answers(traces.iterations()));
    assertTrue(Figures.bestResidual(traces).getTitle().contains("n = 5, k = 2"));
  }

  @Test
  void theRasterTellsRightFromWrong() {
    XYChart raster = Figures.raster(traces, "sea");
    assertEquals(Set.of("S*", "in S_t, right", "in S_t, wrong"), names(raster));
    assertEquals(Set.of(1.0, 3.0), heights(raster.getSeries("in S_t, right")));
    assertEquals(Set.of(0.0, 2.0, 4.0), heights(raster.getSeries("in S_t, wrong")));
    assertThrows(IllegalArgumentException.class, () -> Figures.raster(traces, "omp"));
  }

  private static Set<String> names(XYChart chart) {
    return chart.getSeriesCollection().stream().map(XYSeries::getName).collect(Collectors.toSet());
  }

  private static Set<Double> heights(XYSeries series) {
    return Arrays.stream(series.getYData())
        .filter(y -> !Double.isNaN(y))
        .boxed()
        .collect(Collectors.toSet());
  }

  @Test
  void theExplorationVectorIsDrawnByMagnitude() {
    XYChart chart = Figures.exploration(traces, "sea");
    assertEquals(2, chart.getSeries("indices of S*").getYMax());
    Pixels.assertShows(chart, Style.RIGHT, Style.WRONG);
    Color sea = SolverStyle.of("sea").color();
    Pixels.assertShows(Figures.residual(traces, "sea"), sea, Style.MEASUREMENT);
    Pixels.assertShows(Figures.distance(traces, "sea"), sea, Style.MEASUREMENT);
  }

  @Test
  void theSetsArePainted() {
    SetsFigure sets = Figures.sets(traces, "sea", 1);
    assertTrue(sets.getTitle().startsWith("SEA, iteration t = 1"), sets.getTitle());
    Pixels.assertShows(sets, Style.TRUTH, Style.RIGHT, Style.WRONG);
    ChartFile.save(sets, folder.resolve("sets.svg"));
    assertThrows(IllegalArgumentException.class, () -> Figures.sets(traces, "sea", 4));
  }

  @Test
  void noNoiseStandsBeyondTheWeakestNoise() {
    List<ResultRow> rows = new ArrayList<>();
    for (double level : new double[] {Double.POSITIVE_INFINITY, 40, 10}) {
      rows.add(row(5, level));
    }
    XYSeries series = ((XYChart) Figures.noise(ResultTable.of(rows))).getSeries("sea");
    assertArrayEquals(new double[] {10, 40, 50}, series.getXData());
    rows.add(row(6, 10));
    Table mixed = ResultTable.of(rows);
    assertThrows(IllegalArgumentException.class, () -> Figures.noise(mixed));
    Table quiet = ResultTable.of(List.of(row(5, Double.POSITIVE_INFINITY)));
    assertThrows(IllegalArgumentException.class, () -> Figures.noise(quiet));
  }

  private static ResultRow row(int k, double level) {
    return new ResultRow(
        "made up",
        new Cell(50, 100, k, level),
        0,
        "sea",
        "converged",
        0.5,
        false,
        0,
        0,
        0.1,
        0.1,
        1,
        1,
        0.1);
  }
}
