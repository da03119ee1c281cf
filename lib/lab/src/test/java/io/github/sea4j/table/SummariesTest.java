package io.github.sea4j.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        List.of("solver", "k", "mean", "standard_error", "instances"), summary.columnNames());
    assertEquals(4, summary.rowCount());
    assertEquals(0.1, summary.doubleColumn("mean").get(0), TOLERANCE);
    // Two values 0 and 0.2: s = 0.2 / sqrt(2), s / sqrt(2) = 0.1.
    assertEquals(0.1, summary.doubleColumn("standard_error").get(0), TOLERANCE);
    assertEquals(0.6, summary.doubleColumn("mean").get(1), TOLERANCE);
    assertEquals(0.2, summary.doubleColumn("standard_error").get(1), TOLERANCE);
    assertEquals(2, summary.intColumn("instances").get(3));
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
  void aSingleInstanceHasNoStandardError() {
    Table one = ResultTable.of(List.of(Rows.row("SEA", 5, 0, 0.4)));
    assertEquals(
        0,
        Summaries.bySparsity(one, ResultColumns.SUPPORT_DISTANCE)
            .doubleColumn("standard_error")
            .get(0));
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
