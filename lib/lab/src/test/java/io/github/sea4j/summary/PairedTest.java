package io.github.sea4j.summary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.sea4j.table.ResultColumns;
import io.github.sea4j.table.ResultTable;
import io.github.sea4j.table.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class PairedTest {

  private final Table results =
      ResultTable.of(
          List.of(
              Rows.row("SEA", 5, 0, 0.5),
              Rows.row("OMP", 5, 0, 0.75),
              Rows.row("OMP", 5, 1, 0.25),
              Rows.row("SEA", 5, 1, 0.5)));

  @Test
  void differencesAreTakenInstanceByInstance() {
    Table paired = Paired.against(results, ResultColumns.SUPPORT_DISTANCE, "SEA");
    assertEquals(List.of("OMP", "OMP"), paired.stringColumn("solver").asList());
    double[] differences = paired.doubleColumn(Paired.DIFFERENCE).asDoubleArray();
    assertArrayEquals(new double[] {0.25, -0.25}, differences);
    Table means = Readings.means(paired, Paired.DIFFERENCE, "k", 5);
    assertEquals("0.000 ± 3.177", means.getString(0, "k = 5"));
    assertEquals(4, results.rowCount());
  }

  @Test
  void anInstanceWithoutTheReferenceIsNamed() {
    Table torn = results.dropRows(3);
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () -> Paired.against(torn, ResultColumns.SUPPORT_DISTANCE, "SEA"));
    assertEquals(
        "results must have a row of SEA for each instance,"
            + " but have none for [made up, 50, 100, 5, Infinity, 1]",
        error.getMessage());
  }
}
