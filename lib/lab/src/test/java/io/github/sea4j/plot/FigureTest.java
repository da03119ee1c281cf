package io.github.sea4j.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.table.ResultTable;
import io.github.sea4j.table.Rows;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import tech.tablesaw.api.Table;

/** What a figure puts in order before it is drawn, and what a user can draw and keep. */
class FigureTest {

  private static final double[] X = {1, 2, 3, 4};

  @TempDir Path folder;

  private static List<String> legend(XYChart chart) {
    return chart.getSeriesCollection().stream()
        .filter(XYSeries::isShowInLegend)
        .map(XYSeries::getName)
        .toList();
  }

  @Test
  void aLogarithmLeavesOutZerosAndSaysSo() {
    Sketch sketch =
        Sketch.of("t", "x", "y")
            .curve("a", X, new double[] {1, 0, 1e-5, -2}, new double[] {2, 1, 1, 1})
            .line("none", X, new double[4])
            .logarithmic();
    ChartFile.png(sketch);
    ChartFile.png(sketch);
    double[] y = sketch.chart().getSeries("a").getYData();
    assertArrayEquals(new double[] {1, Double.NaN, 1e-5, Double.NaN}, y);
    assertFalse(legend(sketch.chart()).contains("none"));
    assertEquals("y (values \u2264 0 left out: 6)", sketch.chart().getYAxisTitle());
    Sketch zero = Sketch.of("t", "x", "y").line("z", X, new double[4]).logarithmic();
    assertTrue(ChartFile.png(zero).length > 0, "an axis of zeros alone is linear");
    Sketch across = Sketch.of("t", "x", "y").points("p", new double[] {0, 1, 10}, new double[3]);
    ChartFile.png(across.logarithmicX());
    assertArrayEquals(new double[] {1, 10}, across.chart().getSeries("p").getXData());
  }

  /** It is centred above the plot, and a legend beside the plot leaves it less room at the left. */
  @ParameterizedTest
  @ValueSource(ints = {5, 10, 12, 16})
  void noTitleIsCutAtAnEdge(int words) throws IOException {
    Sketch sketch =
        Sketch.of("word ".repeat(words).strip(), "x", "y")
            .line("a legend of some width, which moves the plot to the left", X, X);
    BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(ChartFile.png(sketch)));
    int paper = drawn.getRGB(0, 0);
    for (int x = 0; x < 8; x++) {
      for (int y = 0; y < 40; y++) {
        assertEquals(paper, drawn.getRGB(x, y), "ink at " + x + ", " + y);
        assertEquals(paper, drawn.getRGB(drawn.getWidth() - 1 - x, y), "ink at the right");
      }
    }
  }

  @Test
  void theLegendFollowsTheEndsOfTheCurves() {
    Sketch sketch =
        Sketch.of("t", "x", "y")
            .line("low", X, new double[] {9, 9, 9, 1})
            .line("high", X, new double[] {0, 0, 0, 5})
            .curve("twin", X, new double[] {3, 2, 1, 1.01}, new double[4])
            .byEnds();
    ChartFile.png(sketch);
    assertEquals(List.of("high", "low", "twin"), legend(sketch.chart()));
  }

  @Test
  void numbersAtAxesAreSetAsInPrint() {
    Figure linear = Figure.of(300, 200, "t", "x", "y");
    linear.addSeries("a", X, new double[] {-1, 0, 0.5, 2});
    ChartFile.png(linear);
    var label = linear.getStyler().getYAxisTickLabelsFormattingFunction();
    assertNotNull(label);
    assertEquals("\u22120.5", label.apply(-0.5));
    assertEquals("0.3", label.apply(0.1 + 0.2));
    Figure logarithmic = Figure.of(300, 200, "t", "x", "y");
    logarithmic.addSeries("a", X, new double[] {1e-6, 1e-3, 1, 1});
    logarithmic.getStyler().setYAxisLogarithmic(true);
    ChartFile.png(logarithmic);
    var power = logarithmic.getStyler().getYAxisTickLabelsFormattingFunction();
    assertNotNull(power);
    assertEquals("10\u207B\u2074", power.apply(1e-4));
    assertEquals("2\u00B710\u207B\u2074", power.apply(2e-4));
    assertEquals("1", power.apply(1.0));
  }

  @Test
  void manySolversStandInSeveralPanelsWithTheFirstInEach() {
    String[] few = {"sea", "omp", "els", "htp", "iht", "lasso", "ompr"};
    assertTrue(Figures.supportDistance(ResultTable.of(Rows.of(few))) instanceof Figure);
    String[] many = Arrays.copyOf(few, 9);
    many[7] = "sea(omp)";
    many[8] = "niht";
    Table results = ResultTable.of(Rows.of(many));
    Panels panels = (Panels) Figures.supportDistance(results);
    assertEquals(2, panels.charts().size());
    List<String> shown =
        panels.charts().stream().flatMap(chart -> legend((Figure) chart).stream()).toList();
    assertEquals(10, shown.size());
    assertEquals(9, shown.stream().distinct().count());
    Figure first = (Figure) panels.charts().get(0);
    Figure second = (Figure) panels.charts().get(1);
    assertEquals(first.getStyler().getYAxisMax(), second.getStyler().getYAxisMax());
    assertEquals(first.getStyler().getXAxisMin(), second.getStyler().getXAxisMin());
  }

  @Tag("slow")
  @Test
  void everyDrawingCanBeKept() throws IOException {
    Sketch bars = Sketch.of("t", "x", "y").histogram("h", new double[] {0, 0.1, 0.9, 1, 1}, 4);
    assertArrayEquals(
        new double[] {0, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 3, 0},
        bars.chart().getSeries("h").getYData());
    Sketch path =
        Sketch.of("t", "x", "y").path(List.of("p", "q"), X, new double[][] {X, {4, 3, 2, 1}});
    Drawing heat = Sketch.heatMap("t", "x", "y", new double[][] {{1, 2}, {3, 4}});
    for (Drawing drawing : List.of(bars, path, heat, Panels.of(2, bars, path))) {
      for (String ending : List.of("png", "svg", "pdf")) {
        Path file = drawing.save(folder.resolve("f." + ending).toString());
        assertTrue(Files.size(file) > 500, file.toString());
      }
    }
    assertThrows(IllegalArgumentException.class, () -> bars.save("f.gif"));
    assertThrows(
        IllegalArgumentException.class,
        () -> Sketch.heatMap("t", "x", "y", new double[][] {{1}, {1, 2}}));
    assertEquals(
        "values: entry (1, 0) must be finite, but is NaN",
        assertThrows(
                IllegalArgumentException.class,
                () -> Sketch.heatMap("t", "x", "y", new double[][] {{1}, {Double.NaN}}))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> bars.histogram("e", new double[0], 3));
  }
}
