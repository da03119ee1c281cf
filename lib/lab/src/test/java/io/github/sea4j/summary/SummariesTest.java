package io.github.sea4j.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.table.Cell;
import io.github.sea4j.table.ResultColumns;
import io.github.sea4j.table.ResultRow;
import io.github.sea4j.table.ResultTable;
import io.github.sea4j.table.Rows;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class SummariesTest {

  private static final double TOLERANCE = 1e-15;

  private final Table results = ResultTable.of(Rows.of("Z", "A"));

  @Test
  void meanStandardErrorAndCountByHand() {
    Table summary = Summaries.bySparsity(results, ResultColumns.SUPPORT_DISTANCE);
    assertEquals(
        List.of("solver", "k", "mean", "standard_error", "low", "high", "instances"),
        summary.columnNames());
    assertEquals(4, summary.rowCount());
    assertEquals(0.1, summary.doubleColumn("mean").get(0), TOLERANCE);
    // Two values 0 and 0.2: s = 0.2 / sqrt(2), s / sqrt(2) = 0.1.
    assertEquals(0.1, summary.doubleColumn("standard_error").get(0), TOLERANCE);
    assertEquals(0.6, summary.doubleColumn("mean").get(1), TOLERANCE);
    assertEquals(0.2, summary.doubleColumn("standard_error").get(1), TOLERANCE);
    assertEquals(2, summary.intColumn("instances").get(3));
    // Student's t with one degree of freedom is tan(0.475 pi) = 12.7062.
    assertEquals(0.1 - 1.27062, summary.doubleColumn("low").get(0), 1e-5);
    assertEquals(0.6 + 2.54124, summary.doubleColumn("high").get(1), 1e-5);
  }

  @Test
  void solversStandInTheOrderOfTheResults() {
    Table summary = Summaries.bySparsity(results, ResultColumns.SUPPORT_DISTANCE);
    assertEquals(List.of("Z", "Z", "A", "A"), summary.stringColumn("solver").asList());
    assertEquals(List.of(5, 10, 5, 10), summary.intColumn("k").asList());
  }

  @Test
  void trueCountsOneAndMissingValuesDoNotCount() {
    Table exact = Summaries.bySparsity(results, ResultColumns.EXACT_RECOVERY);
    assertEquals(0.5, exact.doubleColumn("mean").get(0), TOLERANCE);
    Table shift = Summaries.bySparsity(results, ResultColumns.MEAN_SHIFT);
    assertEquals(0, shift.intColumn("instances").get(0));
  }

  @Test
  void aSingleInstanceHasNoStandardErrorAndNoInterval() {
    Table one = ResultTable.of(List.of(Rows.row("sea", 5, 0, 0.4)));
    Table found = Summaries.bySparsity(one, ResultColumns.SUPPORT_DISTANCE);
    assertEquals(0, found.doubleColumn("standard_error").get(0));
    assertTrue(found.doubleColumn("low").isMissing(0));
  }

  /** 2 noise levels give each instance 2 values: sure as 2 instances are, not as 4. */
  @Test
  void valuesOfOneInstanceAreACluster() {
    List<ResultRow> rows = new ArrayList<>();
    for (double noise : new double[] {10, 20}) {
      for (ResultRow row : Rows.of("A").subList(0, 2)) {
        Cell cell = new Cell(50, 100, 5, noise);
        double distance = row.supportDistance();
        rows.add(
            new ResultRow(
                row.experiment(),
                cell,
                row.trial(),
                "A",
                "",
                distance,
                false,
                0,
                0,
                0,
                0,
                1,
                1,
                0));
      }
    }
    Table both = Summaries.by(ResultTable.of(rows), ResultColumns.SUPPORT_DISTANCE, "solver", "k");
    assertEquals(0.1, both.doubleColumn("standard_error").get(0), TOLERANCE);
    assertEquals(0.1 - 1.27062, both.doubleColumn("low").get(0), 1e-5);
    assertEquals(4, both.intColumn("instances").get(0));
  }

  /** (1 - p)^40 = 0.05 at p = 0.0722. */
  @Test
  void neverMissedIsNotNeverMissing() {
    List<ResultRow> rows = new ArrayList<>();
    for (int trial = 0; trial < 40; trial++) {
      rows.add(Rows.row("A", 5, trial, 0));
    }
    Table found = Summaries.bySparsity(ResultTable.of(rows), ResultColumns.SUPPORT_DISTANCE);
    assertEquals(0, found.doubleColumn("low").get(0));
    assertEquals(0.0722, found.doubleColumn("high").get(0), 5e-5);
  }

  @Test
  void oneBusyMomentMovesNoQuartile() {
    List<ResultRow> rows = new ArrayList<>();
    double[] seconds = {0.4, 0.1, 0.3, 0.2, 100};
    for (int i = 0; i < seconds.length; i++) {
      rows.add(Rows.row("SEA", 5, i, seconds[i] - 1e-3));
    }
    Table found = Summaries.quartiles(ResultTable.of(rows), ResultColumns.SECONDS, "solver", "k");
    assertEquals(
        List.of("solver", "k", "median", "lower_quartile", "upper_quartile", "instances"),
        found.columnNames());
    assertEquals(0.3, found.doubleColumn("median").get(0), TOLERANCE);
    assertTrue(found.doubleColumn("lower_quartile").get(0) >= 0.1);
    assertTrue(found.doubleColumn("lower_quartile").get(0) <= 0.2);
    assertTrue(found.doubleColumn("upper_quartile").get(0) >= 0.4);
    assertEquals(5, found.intColumn("instances").get(0));
  }

  @Test
  void textsAndEmptyTablesAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> Summaries.bySparsity(results, ResultColumns.STATUS));
    assertThrows(
        IllegalArgumentException.class,
        () -> Summaries.bySparsity(results.emptyCopy(), ResultColumns.SUPPORT_DISTANCE));
  }
}
