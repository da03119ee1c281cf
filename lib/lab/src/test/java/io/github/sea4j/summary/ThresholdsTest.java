package io.github.sea4j.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.table.Cell;
import io.github.sea4j.table.PhaseColumns;
import io.github.sea4j.table.PhaseTable;
import io.github.sea4j.table.Tally;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class ThresholdsTest {

  private static Tally tally(int k, int runs, int successes) {
    return new Tally(
        new Cell(100, 200, k, Double.POSITIVE_INFINITY), "A", runs, List.of(successes), 1);
  }

  @Test
  void theFirstFailureEndsTheThreshold() {
    Table results =
        PhaseTable.of(
            List.of(
                tally(4, 20, 20),
                tally(20, 300, 300),
                tally(21, 1000, 960),
                tally(22, 1000, 949),
                tally(23, 1000, 955),
                tally(24, 500, 400),
                tally(40, 20, 0)));
    Table found = Thresholds.of(results);
    assertEquals(1, found.rowCount());
    assertEquals(21, found.intColumn(PhaseColumns.SPARSITY_95).get(0));
    assertEquals(0.21, found.doubleColumn(PhaseColumns.RHO_95).get(0), 1e-15);
    // On the line from .96 at .21 to .949 at .22.
    double crossing = 0.21 + 0.01 * (0.96 - 0.95) / (0.96 - 0.949);
    assertEquals(crossing, found.doubleColumn(PhaseColumns.RHO_CROSSING).get(0), 1e-15);
    assertEquals(0.20, found.doubleColumn(PhaseColumns.RHO_LOW).get(0), 1e-15);
    assertEquals(0.24, found.doubleColumn(PhaseColumns.RHO_HIGH).get(0), 1e-15);
    double logistic = found.doubleColumn(PhaseColumns.RHO_LOGISTIC).get(0);
    assertTrue(logistic > 0.20 && logistic < 0.24, "logistic " + logistic);
  }

  @Test
  void aSolverThatAlwaysFailsHasThresholdZeroAndNoLogisticOne() {
    Table found = Thresholds.of(PhaseTable.of(List.of(tally(1, 20, 0), tally(4, 20, 0))));
    assertEquals(0, found.intColumn(PhaseColumns.SPARSITY_95).get(0));
    assertEquals(0, found.doubleColumn(PhaseColumns.RHO_LOW).get(0));
    assertEquals(0.0005, found.doubleColumn(PhaseColumns.RHO_CROSSING).get(0), 1e-15);
    assertEquals(0.01, found.doubleColumn(PhaseColumns.RHO_HIGH).get(0), 1e-15);
    assertTrue(found.doubleColumn(PhaseColumns.RHO_LOGISTIC).isMissing(0));
  }

  @Test
  void whatNeverFailsCrossesAtTheLastCell() {
    Table found = Thresholds.of(PhaseTable.of(List.of(tally(10, 20, 20), tally(20, 20, 20))));
    assertEquals(0.2, found.doubleColumn(PhaseColumns.RHO_CROSSING).get(0), 1e-15);
  }

  @Test
  void theTargetIsExact() {
    assertTrue(Tally.reachesTarget(19, 20));
    assertTrue(Tally.reachesTarget(950, 1000));
    assertFalse(Tally.reachesTarget(949, 1000));
    assertFalse(Tally.reachesTarget(37, 39));
  }

  @Test
  void csvGivesTheSameTallies() {
    Tally tally = tally(3, 40, 20).plus(20, 19, 0.25);
    assertEquals(tally, Tally.SCHEMA.parse(Tally.SCHEMA.fields(tally), Tally.SCHEMA.time(tally)));
    assertTrue(Tally.SCHEMA.format(List.of(tally)).endsWith("\n100,200,3,A,60,39,20 19\n"));
    assertThrows(IllegalArgumentException.class, () -> tally(3, 20, 21));
    assertThrows(IllegalArgumentException.class, () -> Thresholds.of(PhaseTable.of(List.of())));
  }
}
