package io.github.sea4j.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.table.CalibrationRow;
import io.github.sea4j.table.Cell;
import io.github.sea4j.table.ResultColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

class CalibrationTest {

  private static final Cell CELL = new Cell(50, 100, 5, 20);

  @Test
  void sharesAreOfAllColumnsOfABin() {
    Table bins = Calibration.of(table(row(0, 3, 300, 105, 90), row(1, 3, 100, 35, 50)));
    Row bin = bins.row(0);
    assertEquals(400, bin.getInt(CalibrationRow.COUNT));
    assertEquals(.35, bin.getDouble(Calibration.SAID), 1e-12);
    assertEquals(.35, bin.getDouble(Calibration.OBSERVED), 1e-12);
    assertEquals(0, Calibration.meanError(bins), 1e-12);
  }

  @Test
  void fewColumnsDoNotCount() {
    Table bins = Calibration.of(table(row(0, 3, 300, 90, 105), row(1, 9, 100, 95, 0)));
    assertEquals(.05, Calibration.meanError(bins), 1e-12);
  }

  /** One share for all columns, drawn for each instance around .5: columns are not independent. */
  @Test
  void intervalsCoverWhatTheySay() {
    Random random = new Random(7);
    int covered = 0;
    int trials = 300;
    for (int trial = 0; trial < trials; trial++) {
      List<CalibrationRow> rows = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        int columns = 5 + random.nextInt(20);
        double share = random.nextDouble();
        int present = 0;
        for (int j = 0; j < columns; j++) {
          present += random.nextDouble() < share ? 1 : 0;
        }
        rows.add(row(i, 5, columns, columns / 2.0, present));
      }
      Row bin = Calibration.of(table(rows.toArray(CalibrationRow[]::new))).row(0);
      covered += bin.getDouble(Summaries.LOW) <= .5 && .5 <= bin.getDouble(Summaries.HIGH) ? 1 : 0;
    }
    // 95 % of 300, give or take 5 standard deviations: fails by chance less than once in 1e6 runs.
    assertEquals(.95 * trials, covered, 5 * Math.sqrt(trials * .95 * .05));
  }

  @Test
  void whereAllArePresentTheBoundIsThatOfAnEventNotSeen() {
    Row bin = Calibration.of(table(row(0, 9, 100, 95, 100), row(1, 9, 100, 95, 100))).row(0);
    assertEquals(1, bin.getDouble(Summaries.HIGH));
    assertTrue(bin.getDouble(Summaries.LOW) < .5, bin::toString);
  }

  private static Table table(CalibrationRow... rows) {
    Table table = CalibrationRow.SCHEMA.table("calibration", List.of(rows));
    assertTrue(table.containsColumn(ResultColumns.SOLVER));
    return table;
  }

  private static CalibrationRow row(int trial, int bin, int columns, double said, int present) {
    return new CalibrationRow("c", CELL, trial, "posterior", bin, columns, said, present, 1);
  }
}
