package io.github.sea4j.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.plot.style.SolverStyle;
import io.github.sea4j.plot.style.Style;
import io.github.sea4j.summary.CrowdedWindow;
import io.github.sea4j.table.Cell;
import io.github.sea4j.table.InstanceTables;
import io.github.sea4j.table.ResultRow;
import io.github.sea4j.table.ResultTable;
import io.github.sea4j.table.Rows;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class FiguresTest {

  @TempDir Path folder;

  private final Table results = ResultTable.of(Rows.of("sea", "omp"));

  @Test
  void supportDistanceHasACurveWithBarsForEachSolver() {
    XYChart chart = (XYChart) Figures.supportDistance(results);
    assertEquals(
        List.of("sea", "omp"),
        chart.getSeriesCollection().stream()
            .filter(XYSeries::isShowInLegend)
            .map(XYSeries::getName)
            .toList());
    XYSeries sea = chart.getSeries("sea");
    assertArrayEquals(new double[] {5, 10}, sea.getXData());
    assertArrayEquals(new double[] {0.1, 0.6}, sea.getYData(), 1e-15);
    // Two instances, with a standard error of 0.1 and 0.2; Student's t with 1 degree is 12.7062.
    double[] ends = chart.getSeries("sea interval").getYData();
    assertArrayEquals(
        new double[] {0.1 - 1.27062, 0.1 + 1.27062, Double.NaN}, Arrays.copyOf(ends, 3), 1e-5);
    assertArrayEquals(
        new double[] {0.6 - 2.54124, 0.6 + 2.54124}, Arrays.copyOfRange(ends, 3, 5), 1e-5);
    assertEquals(SolverStyle.of("sea").color(), sea.getLineColor());
    assertEquals(SolverStyle.of("sea").marker(), sea.getMarker());
    assertEquals("SEA", sea.getLabel());
    assertTrue(chart.getTitle().contains("2 instances"), chart.getTitle());
    assertEquals("sparsity k", chart.getXAxisTitle(), "spikes are for deconvolution, m = n");
    assertTrue(chart.getYAxisTitle().contains("support distance"), chart.getYAxisTitle());
  }

  @Test
  void everyCurveFigureDrawsFromATable() {
    for (SparsityFigure figure : SparsityFigure.values()) {
      if (figure != SparsityFigure.MEAN_SHIFT) {
        Pixels.assertShows(
            figure.draw(results), SolverStyle.of("sea").color(), SolverStyle.of("omp").color());
      }
    }
  }

  @Test
  void runTimesAreMediansBetweenTheirQuartiles() {
    XYChart chart = (XYChart) Figures.runTime(results);
    assertArrayEquals(new double[] {0.101, 0.601}, chart.getSeries("sea").getYData(), 1e-12);
    double[] ends = chart.getSeries("sea interval").getYData();
    assertEquals(6, ends.length);
    assertTrue(ends[0] <= 0.101 && 0.101 <= ends[1] && Double.isNaN(ends[2]));
    assertTrue(chart.getTitle().endsWith("bars quartiles"), chart.getTitle());
  }

  @Test
  void severalNoiseLevelsAreRefused() {
    List<ResultRow> rows = new ArrayList<>(Rows.of("sea"));
    ResultRow first = rows.get(0);
    rows.add(
        new ResultRow(
            first.experiment(),
            new Cell(50, 100, 5, 20),
            0,
            "sea",
            "converged",
            0,
            true,
            0,
            0,
            0,
            0,
            1,
            1,
            0));
    Table mixed = ResultTable.of(rows);
    assertThrows(IllegalArgumentException.class, () -> Figures.supportDistance(mixed));
    assertThrows(
        IllegalArgumentException.class, () -> Figures.supportDistance(results.emptyCopy()));
  }

  private static InstanceTables instance() {
    double[] truth = new double[40];
    truth[5] = 1;
    truth[20] = -1.5;
    truth[23] = 2;
    double[] estimate = truth.clone();
    estimate[23] = 0;
    estimate[24] = 90;
    Table signals =
        Table.create("made up")
            .addColumns(
                IntColumn.create("position", IntStream.range(0, 40).toArray()),
                DoubleColumn.create("y", truth),
                DoubleColumn.create("x*", truth),
                DoubleColumn.create("sea", estimate));
    return new InstanceTables(signals, ResultTable.of(List.of(Rows.row("sea", 3, 0, 1.0 / 3))));
  }

  @Test
  void theInstanceFigureHasAPanelForTheDataAndOneForEachSolver() {
    Panels panels = Figures.instance(instance(), 10);
    assertEquals(2, panels.charts().size());
    XYChart sea = (XYChart) panels.charts().get(1);
    assertEquals("SEA: support distance 0.33 (1 larger, at the edge)", sea.getTitle());
    assertArrayEquals(new double[] {20, 24}, sea.getSeries("sea").getXData());
    assertArrayEquals(new double[] {20, 23}, sea.getSeries("truth x*").getXData());
    assertTrue(panels.title().contains("with 2 of them"), panels.title());
    Pixels.assertShows(Figures.signal(instance()), Style.TRUTH, Style.MEASUREMENT);
    Pixels.assertShows(panels, Style.TRUTH, SolverStyle.of("sea").color());
  }

  @Test
  void theCrowdedWindowHoldsTheMostSpikesInItsMiddle() {
    Table signals = instance().signals();
    assertEquals(new CrowdedWindow(17, 26), CrowdedWindow.of(signals, 10));
    assertEquals(new CrowdedWindow(0, 39), CrowdedWindow.of(signals, 40));
    assertThrows(IllegalArgumentException.class, () -> CrowdedWindow.of(signals, 41));
    assertThrows(IllegalArgumentException.class, () -> CrowdedWindow.of(signals, 1));
  }

  @Test
  void filesAreOfTheirKindAndImagesAreDense() throws Exception {
    XYChart chart = (XYChart) Figures.supportDistance(results);
    Path png = ChartFile.save(chart, folder.resolve("a.png"));
    assertEquals(2 * chart.getWidth(), ImageIO.read(png.toFile()).getWidth());
    Panels panels = Figures.instance(instance(), 10);
    Path svg = ChartFile.save(panels, folder.resolve("a.svg"));
    assertTrue(Files.readString(svg).contains("<svg"));
    byte[] pdf = Files.readAllBytes(ChartFile.save(panels, folder.resolve("a.pdf")));
    assertEquals("%PDF", new String(pdf, 0, 4, StandardCharsets.US_ASCII));
    assertThrows(
        IllegalArgumentException.class, () -> ChartFile.save(chart, folder.resolve("a.gif")));
  }
}
