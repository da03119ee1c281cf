package io.github.sea4j.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class ResultTableTest {

  @TempDir Path folder;

  private void write(List<ResultRow> rows) throws Exception {
    Files.writeString(folder.resolve(ResultTable.RESULTS_FILE), ResultRow.SCHEMA.format(rows));
    Files.writeString(folder.resolve(ResultTable.TIMES_FILE), ResultRow.SCHEMA.formatTimes(rows));
  }

  @Test
  void readingGivesBackEveryBit() throws Exception {
    List<ResultRow> rows = Rows.of("SEA(ELS, eta=0.5)", "a \"quoted\" name");
    write(rows);
    assertEquals(
        rows,
        ResultRow.SCHEMA.read(
            folder.resolve(ResultTable.RESULTS_FILE), folder.resolve(ResultTable.TIMES_FILE)));
    Table table = ResultTable.read(folder);
    assertEquals(8, table.rowCount());
    assertEquals("made up", table.name());
    assertTrue(table.doubleColumn(ResultColumns.MEAN_SHIFT).isMissing(0));
    assertEquals(0.1 + 0.2, table.doubleColumn(ResultColumns.RELATIVE_RESIDUAL).get(0));
  }

  @Test
  void timesAreNotInTheHashedText() {
    List<String> fields = ResultRow.SCHEMA.fields(Rows.row("sea", 5, 0, 0.2));
    ResultRow quick = ResultRow.SCHEMA.parse(fields, "0.25");
    ResultRow slow = ResultRow.SCHEMA.parse(fields, "99");
    assertNotEquals(quick, slow);
    assertEquals(ResultRow.SCHEMA.format(List.of(quick)), ResultRow.SCHEMA.format(List.of(slow)));
  }

  @Test
  void aTruthIsTrueOrFalse() {
    List<String> line = new ArrayList<>(ResultRow.SCHEMA.line(Rows.row("sea", 5, 0, 0.2)));
    line.set(ResultColumns.DETERMINED.indexOf(ResultColumns.EXACT_RECOVERY), "True");
    assertThrows(IllegalArgumentException.class, () -> ResultRow.SCHEMA.parse(line));
  }

  @Test
  void whatIsNotAResultIsNamedByFileAndLine() throws Exception {
    write(Rows.of("SEA"));
    Path results = folder.resolve(ResultTable.RESULTS_FILE);
    Files.writeString(results, Files.readString(results).replaceFirst("\\.4,", ".x,"));
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> ResultTable.read(folder));
    String message = String.valueOf(refusal.getMessage());
    assertTrue(message.contains("results.csv, line 4"), message);
    Files.writeString(results, "a,b\n1,2\n");
    assertThrows(IllegalArgumentException.class, () -> ResultTable.read(folder));
  }
}
