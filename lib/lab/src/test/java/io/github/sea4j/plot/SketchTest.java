package io.github.sea4j.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.plot.style.SolverStyle;
import io.github.sea4j.plot.style.Style;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYSeries;

class SketchTest {

  private static final double[] X = {1, 2, 4};
  private static final double[] Y = {3, 5, 9};

  @Test
  void solversKeepTheirLookAndOthersDiffer() {
    Sketch sketch = Sketch.of("t", "x", "y").curve("a", X, Y).curve("omp", X, Y).curve("b", X, Y);
    assertEquals(SolverStyle.of("omp").color(), series(sketch, "omp").getLineColor());
    assertNotEquals(series(sketch, "a").getLineColor(), series(sketch, "b").getLineColor());
    assertArrayEquals(Y, series(sketch, "a").getYData());
  }

  @Test
  void stemsStandAtTheNonZeros() {
    Sketch sketch = Sketch.of("t", "x", "y").truth(new double[] {0, 2, 0, -1});
    assertArrayEquals(new double[] {1, 3}, series(sketch, "truth x*").getXData());
    assertArrayEquals(new double[] {2, -1}, series(sketch, "truth x*").getYData());
  }

  @Test
  void everyKindOfSeriesIsDrawn() {
    Sketch sketch =
        Sketch.of("t", "x", "y")
            .measurements(Y)
            .truth(Y)
            .stems("s", X)
            .line("l", Y)
            .points("p", X, Y)
            .curve("c", X, Y, new double[] {0.1, 0.2, 0.3})
            .level("v", 4, 1, 4)
            .logarithmic()
            .xRange(0, 5)
            .yRange(1, 10);
    Pixels.assertShows(sketch, Style.TRUTH, Style.MEASUREMENT);
    List<String> names = List.of("s", "l", "p", "c");
    for (int place = 0; place < names.size(); place++) {
      Pixels.assertShows(sketch, SolverStyle.of(names.get(place), place).color());
    }
    assertEquals("t", sketch.getTitle());
  }

  @Test
  void theArraysAreTheSketchsOwn() {
    double[] y = Y.clone();
    Sketch sketch = Sketch.of("t", "x", "y").curve("a", X, y);
    y[0] = 7;
    assertArrayEquals(Y, series(sketch, "a").getYData());
  }

  @Test
  void unequalLengthsAreRefused() {
    Sketch sketch = Sketch.of("t", "x", "y");
    Exception refusal =
        assertThrows(IllegalArgumentException.class, () -> sketch.line("a", X, new double[2]));
    assertTrue(refusal.toString().contains("3 and 2"), refusal.toString());
  }

  private static XYSeries series(Sketch sketch, String name) {
    return sketch.chart().getSeries(name);
  }
}
