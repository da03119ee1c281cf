package io.github.sea4j.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.table.Cell;
import io.github.sea4j.table.ResultRow;
import io.github.sea4j.table.ResultTable;
import io.github.sea4j.table.TraceTables;
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
        SEA,0,1,1,1,1,0,0,0,0,0,0
        SEA,1,0.5,0.5,0.5,2,1,0.5,0.5,2,2,2
        SEA,2,0.8,0.5,1,3,2,1,1,2,2,2
        SEA,3,0,0,0,4,2,,,,,3
        """);
    Files.writeString(
        folder.resolve("supports.csv"),
        """
        solver,iteration,index
        SEA,0,0
        SEA,0,1
        SEA,1,1
        SEA,1,4
        SEA,2,2
        SEA,2,3
        SEA,3,1
        SEA,3,3
        """);
    Files.writeString(
        folder.resolve("exploration.csv"),
        "solver,iteration,index,value\nSEA,0,1,0\nSEA,1,1,-2\nSEA,0,4,0\nSEA,1,4,3\n");
    Files.writeString(folder.resolve("truth.csv"), "index,x*\n0,0\n1,1.5\n2,0\n3,-1\n4,0\n");
    traces = TraceTables.read(folder);
  }

  @Test
  void curvesOverIterations() {
    for (TraceFigure figure : TraceFigure.values()) {
      XYChart chart = figure.draw(traces);
      assertEquals(Set.of("SEA"), names(chart));
      assertTrue(ChartFile.png(chart).length > 5_000, figure.name());
    }
    XYSeries best = Figures.bestResidual(traces).getSeries("SEA");
    assertEquals(TraceFigure.FLOOR, Arrays.stream(best.getYData()).min().orElseThrow());
    assertArrayEquals(new double[] {1, 0.5, 0.5, 0}, TraceFigure.answers(traces.iterations()));
    assertTrue(Figures.bestResidual(traces).getTitle().contains("n = 5, k = 2"));
  }

  @Test
  void theRasterTellsRightFromWrong() {
    XYChart raster = Figures.raster(traces, "SEA");
    assertEquals(Set.of("S*", "in S_t, right", "in S_t, wrong"), names(raster));
    assertEquals(Set.of(1.0, 3.0), heights(raster.getSeries("in S_t, right")));
    assertEquals(Set.of(0.0, 2.0, 4.0), heights(raster.getSeries("in S_t, wrong")));
    assertThrows(IllegalArgumentException.class, () -> Figures.raster(traces, "OMP"));
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
    XYChart chart = Figures.exploration(traces, "SEA");
    assertEquals(2, chart.getSeries("indices of S*").getYMax());
    assertTrue(ChartFile.png(chart).length > 5_000);
    assertTrue(ChartFile.png(Figures.residual(traces, "SEA")).length > 5_000);
    assertTrue(ChartFile.png(Figures.distance(traces, "SEA")).length > 5_000);
  }

  @Test
  void theSetsArePainted() {
    SetsFigure sets = Figures.sets(traces, "SEA", 1);
    assertTrue(sets.getTitle().startsWith("SEA, iteration t = 1"), sets.getTitle());
    assertTrue(ChartFile.png(sets).length > 20_000);
    ChartFile.save(sets, folder.resolve("sets.svg"));
    assertThrows(IllegalArgumentException.class, () -> Figures.sets(traces, "SEA", 4));
  }

  @Test
  void noNoiseStandsBeyondTheWeakestNoise() {
    List<ResultRow> rows = new ArrayList<>();
    for (double level : new double[] {Double.POSITIVE_INFINITY, 40, 10}) {
      rows.add(row(5, level));
    }
    XYSeries series = Figures.noise(ResultTable.of(rows)).getSeries("SEA");
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
        "SEA",
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
