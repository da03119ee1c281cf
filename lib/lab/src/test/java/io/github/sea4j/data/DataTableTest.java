package io.github.sea4j.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.data.DataFormat.Missing;
import io.github.sea4j.data.DataFormat.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.Table;

/** Columns of words and missing values: refused with their place, or treated as chosen. */
class DataTableTest {

  private static final String TEXT =
      "size;city;heated;price\n1,5;Rome;yes;3\n2,5;Oslo;no;\n?;Bonn;yes;5\n4,5;Rome;no;6\n";

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("houses.csv"), text);
  }

  @Test
  void wordsAndGapsAreKeptAsTheyAre() throws IOException {
    DataTable table = DataTable.read(file(TEXT));
    assertEquals(List.of("size", "city", "heated", "price"), table.names());
    assertEquals(List.of("Bonn", "Oslo", "Rome"), table.levels("city"));
    assertArrayEquals(new double[] {1.5, 2.5, Double.NaN, 4.5}, table.numbers("size"));
    assertArrayEquals(new String[] {"3", "", "5", "6"}, table.texts("price"));
    assertEquals(1, table.missing("price"));
    assertTrue(table.isText("city") && !table.isText("size"));
  }

  @Test
  void numbersByChoice() throws IOException {
    DataFormat format = DataFormat.DETECTED.with(Text.ONE_HOT).with(Missing.MEANS);
    Data data = Data.read(file(TEXT), format);
    assertEquals(
        List.of("size", "city=Bonn", "city=Oslo", "city=Rome", "heated=yes", "price"),
        data.names());
    assertArrayEquals(new double[] {1.5, 2.5, 8.5 / 3, 4.5}, data.column("size"), 1e-15);
    assertArrayEquals(new double[] {1, 0, 0, 1}, data.column("city=Rome"));
    assertArrayEquals(new double[] {1, 0, 1, 0}, data.column("heated=yes"));
    assertTrue(data.notes().stream().anyMatch(note -> note.contains("'city'")));
    assertTrue(data.notes().stream().anyMatch(note -> note.contains("means")));
  }

  @Test
  void rowsWithGapsLeaveWithANote() throws IOException {
    DataTable table = DataTable.read(file(TEXT)).dropMissing();
    assertEquals(2, table.rows());
    assertArrayEquals(new double[] {3, 6}, table.numbers("price"));
    assertTrue(table.notes().stream().anyMatch(note -> note.contains("2 of 4 rows")));
    Data data =
        Data.read(file("a,b\n1,2\n,3\n4,5\n"), DataFormat.DETECTED.with(Missing.ROWS_DROPPED));
    assertArrayEquals(new double[][] {{1, 2}, {4, 5}}, data.matrix());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,b\\n1,x\\n2,y\\n      | b | line 2 | x",
        "a,b\\n1,2\\n,3\\n?,4\\n | a | line 3 | 2 missing",
      })
  void refusedUnlessChosen(String text, String column, String line, String what)
      throws IOException {
    DataTable table = DataTable.read(file(text.replace("\\n", "\n")));
    String message = String.valueOf(assertThrows(DataException.class, table::numbers).getMessage());
    for (String part : List.of("houses.csv", "'" + column + "'", line, what)) {
      assertTrue(message.contains(part), part + " is not in: " + message);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,b\\n1,2\\n2,x7\\n     | line 3 | x7",
        "a,b\\nx,2\\n7,3\\n      | line 3 | 7",
        "a,a\\n1,2\\n            | two columns | 'a'",
        "a,,c\\n1,2,3\\n         | column 2 | no name",
        "a,b\\n\u22127,2\\n       | line 2 | U+2212",
        "a,b\\n1,2\\n1\\n        | line 3 | 2 fields",
        "a,b\\n1,inf\\n          | line 2 | inf",
      })
  void mixturesAndLookalikesAreRefused(String text, String first, String second)
      throws IOException {
    Path file = file(text.replace("\\n", "\n"));
    String message =
        String.valueOf(assertThrows(DataException.class, () -> DataTable.read(file)).getMessage());
    assertTrue(message.contains(first) && message.contains(second), message);
  }

  @Test
  void anUnknownColumnIsNamedWithThoseThatAreThere() throws IOException {
    DataTable table = DataTable.read(file(TEXT));
    String message =
        String.valueOf(assertThrows(DataException.class, () -> table.numbers("sice")).getMessage());
    assertTrue(message.contains("'sice'") && message.contains("heated"), message);
  }

  @Test
  void aTablesawTableAndBack() throws IOException {
    DataTable table = DataTable.read(file(TEXT));
    Table saw = table.table();
    DataTable again = DataTable.of(saw);
    assertEquals(table.names(), again.names());
    for (String name : table.names()) {
      assertArrayEquals(table.texts(name), again.texts(name), name);
    }
  }
}
