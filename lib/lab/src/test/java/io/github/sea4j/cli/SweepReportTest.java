package io.github.sea4j.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.table.ResultColumns;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class SweepReportTest {

  /** Student's intervals would be [-0.330, 0.530] and [0.470, 1.330]. */
  @Test
  void intervalsOfSharesStayBetweenZeroAndOne() {
    Table results =
        Table.create(
            StringColumn.create(ResultColumns.SOLVER, "low", "low", "low", "top", "top", "top"),
            DoubleColumn.create(ResultColumns.SUPPORT_DISTANCE, 0, 0, .3, 1, 1, .7));
    String report = SweepReport.text(results);
    assertTrue(report.contains("0.1 [0.000, 0.530]"), report);
    assertTrue(report.contains("0.9 [0.470, 1.000]"), report);
  }
}
