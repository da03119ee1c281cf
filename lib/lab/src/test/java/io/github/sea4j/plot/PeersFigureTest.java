package io.github.sea4j.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class PeersFigureTest {

  private static final Table PEERS =
      Table.create(
          StringColumn.create("problem", "gaussian-20-50-4", "gaussian-20-50-4", "toeplitz-9-9-2"),
          StringColumn.create("algorithm", "OMP", "OMP", "OMP"),
          StringColumn.create("program", "sea4j", "scikit-learn", "sea4j"),
          DoubleColumn.create("milliseconds", 1, 3, 2));

  @Test
  void aProblemHasATitleInWords() {
    assertEquals(
        "Gaussian matrix, 200 \u00D7 500, k = 40, noise of 20 dB",
        PeersFigure.inWords("gaussian-200-500-40-20dB"));
    assertEquals(
        "Spike deconvolution, n = 500, k = 10, no noise",
        PeersFigure.inWords("deconvolution-500-10"));
    assertEquals("something else", PeersFigure.inWords("something else"));
  }

  @Test
  void aProgramHasAMarkerForEachAlgorithmOfTheProblem() {
    Map<String, Double> times = new HashMap<>();
    Figures.sideBySide(PEERS, "gaussian-20-50-4")
        .getSeriesCollection()
        .forEach(series -> times.put(series.getName(), series.getYData()[0]));
    assertEquals(1.0, times.get("sea4j"));
    assertEquals(3.0, times.get("scikit-learn"));
  }

  @Test
  void anUnknownProblemIsRefusedWithThoseThereAre() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Figures.sideBySide(PEERS, "gaussian"));
    assertTrue(String.valueOf(refused.getMessage()).contains("gaussian-20-50-4"));
  }
}
