package io.github.sea4j.summary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.sea4j.table.ResultColumns;
import io.github.sea4j.table.ResultTable;
import io.github.sea4j.table.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ReadingsTest {

  private final Table results = ResultTable.of(Rows.of("Z", "A"));

  @Test
  void aPlaceIsAColumnAndASolverARow() {
    Table means = Readings.means(results, ResultColumns.SUPPORT_DISTANCE, "k", 5, 10);
    assertEquals(List.of("solver", "k = 5", "k = 10"), means.columnNames());
    assertEquals(List.of("Z", "A"), means.stringColumn("solver").asList());
    // Two values 0 and 0.2: standard error 0.1; 0.4 and 0.8: 0.2; t = 12.706.
    assertEquals("0.100 ± 1.271", means.getString(0, "k = 5"));
    assertEquals("0.600 ± 2.541", means.getString(1, "k = 10"));
  }

  @Test
  void placesThatAreNotThereAreReplacedByTheNearest() {
    Table means = Readings.means(results, ResultColumns.SUPPORT_DISTANCE, "k", 1, 6, 50);
    assertEquals(List.of("solver", "k = 5", "k = 10"), means.columnNames());
    IntColumn k = results.intColumn("k");
    assertArrayEquals(new int[] {5, 10}, Readings.nearest(k, 50, 1));
    DoubleColumn noise = DoubleColumn.create("snr_db", 10, 20, Double.POSITIVE_INFINITY);
    assertArrayEquals(
        new double[] {20, Double.POSITIVE_INFINITY},
        Readings.nearest(noise, Double.POSITIVE_INFINITY, 19));
    assertThrows(
        IllegalArgumentException.class, () -> Readings.nearest(DoubleColumn.create("snr_db"), 3));
  }

  @Test
  void noiseLevelsAreNamed() {
    assertEquals("40 dB", Readings.noiseLevel(40));
    assertEquals("2.5 dB", Readings.noiseLevel(2.5));
    assertEquals("no noise", Readings.noiseLevel(Double.POSITIVE_INFINITY));
    Table means =
        Readings.means(results, ResultColumns.SUPPORT_DISTANCE, "snr_db", Double.POSITIVE_INFINITY);
    assertEquals(List.of("solver", "no noise"), means.columnNames());
    assertEquals("mean support distance", means.name());
  }

  @Test
  void neighboursAreJoinedToRanges() {
    assertEquals("2 to 4, 9, 11 to 12", Readings.ranges(2, 3, 4, 9, 11, 12));
    assertEquals("-1 to 0", Readings.ranges(-1, 0));
    assertEquals("5", Readings.ranges(5));
    assertEquals("none", Readings.ranges());
  }

  /**
   * Wilson's interval of 1 of 2, whose ends are (2 + 1.96² ± 1.96 sqrt(2 + 1.96²)) / 2 / (2 +
   * 1.96²).
   */
  @Test
  void aShareHasTheIntervalOfAShare() {
    Table shares = Readings.means(results, ResultColumns.EXACT_RECOVERY, "k", 5, 10);
    assertEquals("0.50 [0.09, 0.91]", shares.getString(0, "k = 5"));
    assertEquals("0.00 [0.00, 0.66]", shares.getString(0, "k = 10"));
  }

  @Test
  void aSingleInstanceHasNoInterval() {
    Table one = ResultTable.of(List.of(Rows.row("SEA", 5, 0, 0.4)));
    Table means = Readings.means(one, ResultColumns.SUPPORT_DISTANCE, "k", 5);
    assertEquals("0.400", means.getString(0, "k = 5"));
  }

  @Test
  void thresholdsStandWithTheirIntervals() {
    Table thresholds =
        Table.create(
            StringColumn.create("solver", List.of("SEA", "SEA", "OMP")),
            DoubleColumn.create("zeta", 0.2, 0.4, 0.4),
            DoubleColumn.create("rho95", 0.1, 0.24, 0.2),
            DoubleColumn.create("rho_low", 0.09, 0.23, 0.2),
            DoubleColumn.create("rho_high", 0.11, 0.25, 0.21));
    Table readings = Readings.thresholds(thresholds, 0.2, 0.4);
    assertEquals("0.240 [0.230, 0.250]", readings.getString(0, "zeta = 0.4"));
    assertEquals("", readings.getString(1, "zeta = 0.2"));
  }
}
