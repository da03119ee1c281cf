package io.github.sea4j.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.operator.SparseOperator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reader takes for which numbers, and what it refuses with which place. */
class DataTest {

  private static final double[][] MATRIX = {{1, -0.5}, {0.25, 3000}};

  @TempDir Path folder;

  private Data read(String text) throws IOException {
    return Data.read(write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("A.csv"), bytes);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static void assertNumbers(double[][] expected, Data data) {
    assertTrue(Arrays.deepEquals(expected, data.matrix()), Arrays.deepToString(data.matrix()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,-0.5\n0.25,3000\n",
        "1,-0.5\r\n0.25,3000",
        "\uFEFF1,-0.5\n0.25,3000\n\n \n",
        " 1 ,\t-.5\n+25E-2,3e+3\n",
        "\"1\", \"-0.5\"\n0.25,3000\n",
        "1;-0.5\n0.25;3000\n",
        "1;-0,5\n0,25;3e3\n",
        "1\t-0.5\n0.25\t3000\n",
        "1\t-0,5\n0,25\t3000\n",
        "# two rows\n1,-0.5\n# between\n0.25,3000\n",
        "%%MatrixMarket matrix array real general\n% c\n2 2\n1\n0.25\n-0.5\n3000\n",
        "%%matrixmarket MATRIX array real general\n\t % c\n2 2\n1\n.25\n-.5\n3E3\n",
        "%%MatrixMarket Matrix Coordinate Real General\n2 2 4\n1 1 1\n2 2 3000\n1 2 -.5\n2 1 .25\n",
      })
  void textsThatMeanTheSameMatrix(String text) throws IOException {
    Data data = read(text);
    assertNumbers(MATRIX, data);
    assertFalse(data.isNamed());
    assertEquals(List.of("0", "1"), data.names());
  }

  @Test
  void encodingsAndPackingAreKnownByTheirContent() throws IOException {
    String text = "größe,b\n1,-0.5\n0.25,3000\n";
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE)) {
      byte[] bytes = text.getBytes(charset);
      for (byte[] each : List.of(bytes, gzip(bytes))) {
        Data data = Data.read(write(each));
        assertNumbers(MATRIX, data);
        assertEquals(List.of("größe", "b"), data.names());
      }
    }
    byte[] marked = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
    assertEquals("größe", Data.read(write(marked)).names().get(0));
  }

  @Test
  void packedFilesMayHaveSeveralMembers() throws IOException {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(gzip("1,-0.5\n".getBytes(StandardCharsets.UTF_8)));
    both.write(gzip("0.25,3000\n".getBytes(StandardCharsets.UTF_8)));
    assertNumbers(MATRIX, Data.read(write(both.toByteArray())));
  }

  @Test
  void aPipeIsReadLikeAFile() throws Exception {
    Path pipe = folder.resolve("pipe");
    Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assertEquals(0, made.waitFor());
    byte[] text = "1,-0.5\n0.25,3000\n".getBytes(StandardCharsets.UTF_8);
    for (byte[] bytes : List.of(text, gzip(text))) {
      Thread writer =
          new Thread(
              () -> {
                try {
                  Files.write(pipe, bytes);
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      writer.start();
      assertNumbers(MATRIX, Data.read(pipe));
      writer.join();
    }
  }

  @Test
  void aFirstRowWithATextHoldsNames() throws IOException {
    Data data = read("age,bmi\n1,-0.5\n0.25,3000\n");
    assertNumbers(MATRIX, data);
    assertEquals(List.of("age", "bmi"), data.names());
    assertTrue(data.notes().get(0).contains("age, bmi"), data.notes().toString());
    assertArrayEquals(new double[] {-0.5, 3000}, data.column("bmi"));
    Data rest = data.without("age");
    assertEquals(List.of("bmi"), rest.names());
    assertArrayEquals(new double[] {-0.5, 3000}, rest.vector());
    assertThrows(IllegalArgumentException.class, () -> data.column("sex"));
    assertThrows(IllegalArgumentException.class, () -> data.without("age", "bmi"));
    assertEquals(List.of("year", "1990"), read("year,1990\n1,2\n").names());
  }

  @Test
  void aFirstRowOfNumbersIsDataUnlessSaidOtherwise() throws IOException {
    Path file = write("0,1,2\n5,6,7.5\n".getBytes(StandardCharsets.UTF_8));
    Data data = Data.read(file);
    assertEquals(2, data.rows());
    assertTrue(data.notes().toString().contains("first row is 0, 1, 2"), data.notes().toString());
    for (Data named :
        List.of(
            Data.read(file, DataFormat.DETECTED.withHeader()),
            data.withFirstRowAsNames("as was asked"))) {
      assertNumbers(new double[][] {{5, 6, 7.5}}, named);
      assertEquals(List.of("0", "1", "2"), named.names());
      assertEquals(1, named.notes().size(), named.notes().toString());
    }
    assertEquals(List.of("1.50", "2"), read("1.50,2\n3,4\n").withFirstRowAsNames("").names());
    assertEquals(List.of(), read("0,1,3\n5,6,7\n").notes());
  }

  @Test
  void anIndexIsNoticed() throws IOException {
    for (String text : List.of(",a,b\n0,1,-0.5\n1,0.25,3000\n", "a,b\nr1,1,-0.5\nr2,0.25,3000\n")) {
      Data data = read(text);
      assertNumbers(MATRIX, data);
      assertEquals(List.of("a", "b"), data.names());
      assertTrue(data.notes().toString().contains("index"), data.notes().toString());
    }
    Path bare = write("0,5\n1,6\n2,7\n".getBytes(StandardCharsets.UTF_8));
    assertEquals(2, Data.read(bare).columns());
    assertTrue(Data.read(bare).notes().toString().contains("first column"));
    Data left = Data.read(bare, DataFormat.DETECTED.withIndex());
    assertArrayEquals(new double[] {5, 6, 7}, left.vector());
    assertEquals(List.of(), left.notes());
  }

  @Test
  void matrixMarketKeepsItsZerosUnwritten() throws IOException {
    Data data = read("%%MatrixMarket matrix coordinate pattern symmetric\n3 3 2\n2 1\n3 3\n");
    assertInstanceOf(SparseOperator.class, data.operator());
    assertNumbers(new double[][] {{0, 1, 0}, {1, 0, 0}, {0, 0, 1}}, data);
    Data skew = read("%%MatrixMarket matrix array real skew-symmetric\n2 2\n5\n");
    assertNumbers(new double[][] {{0, -5}, {5, 0}}, skew);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | is empty",
        "'\\n\\n' | is empty",
        "'# only this\\n' | is empty",
        "'\uFEFF' | is empty",
        "a,b\\n | no row",
        "1,2\\n3\\n | line 2/ 2 fields/ found 1",
        "1\\n3,4\\n | line 2/ 1 fields/ found 2",
        "a,b\\n1,2,3,4\\n | line 2/ 2 fields/ found 4",
        "1,2\\n\\n3,4\\n | line 2/ blank",
        "\\n1,2\\n | line 1/ blank",
        "1,2\\n  \\n3,4\\n | line 2/ blank",
        "1,2\\n3,x\\n | line 2, field 2/ 'x'",
        "# c\\na,b\\n1,2\\n3,x\\n | line 4, field 2 (b)/ 'x'",
        "1,2\\n3,-inf\\n | line 2, field 2/ finite/ '-inf'",
        "Infinity\\n | line 1, field 1/ finite/ 'Infinity'",
        "1e999\\n | line 1, field 1/ 1.8e308/ '1e999'",
        "1\\n0x1p3\\n | line 2, field 1/ '0x1p3'",
        "1\\n1d\\n | line 2, field 1/ '1d'",
        "1\\n1e\\n | line 2, field 1/ '1e'",
        "1\\n--1\\n | line 2, field 1/ '--1'",
        "1 2\\n3 4\\n5 6 | line 2, field 1/ '3 4'",
        "1,2\\n3,4\\r\\n5\\r\\n | line 3/ 2 fields/ found 1",
        "\u22121,2\\n3,4\\n | line 1, field 1/ '\u22121'/ U+2212/ MINUS SIGN",
        "1,2\\n3,4\u00A0000\\n | line 2, field 2/ U+00A0/ NO-BREAK SPACE",
        "1,2\\n3,\u0664\\n | line 2, field 2/ U+0664",
        "1;2,5\\n3.5;4\\n | line 2, field 1/ '3.5'/ mark so far is ','",
        "1;2\\n3;1.234,5\\n | line 2, field 2/ '1.234,5'",
        "1,2\\n3,?\\n?,4\\n | 2 missing/ line 2, field 2/ '?'",
        "a,b\\n1,2\\n3,NaN\\n | 1 missing/ line 3, field 2 (b)/ 'NaN'",
        "1,\\n | 1 missing/ line 1, field 2/ ''",
        "',1\\n' | 1 missing/ line 1, field 1",
        "1,NA\\n2,3\\n | 1 missing/ line 1, field 2/ 'NA'",
        "%%MatrixMarket matrix coordinate complex general\\n1 1 1\\n1 1 1 0 | line 1/ 'complex'",
        "%%MatrixMarket matrix coordinate real general\\n2 2 1\\n3 1 1 | line 3/ from 1 to 2/ '3'",
        "%%MatrixMarket matrix coordinate real general\\n2 2 2\\n1 1 1 | more entries/ ends",
        "%%MatrixMarket matrix coordinate real general\\n2 2 1\\n1 1 1\\n1 2 1 | line 4/ the end",
        "%%MatrixMarket matrix coordinate real general\\n2 2 2\\n1 1 1\\n1 1 2 | (1, 1)/ twice",
        "%%MatrixMarket matrix coordinate real symmetric\\n2 2 2\\n1 2 1\\n2 1 1 | (2, 1)/ triangle",
        "%%MatrixMarket matrix coordinate real general\\n2 2 -1 | line 2/ from 0 to 4/ '-1'",
        "%%MatrixMarket matrix coordinate real general\\n2 2 5\\n1 1 1 | line 2/ from 0 to 4/ '5'",
        "%%MatrixMarket matrix coordinate real skew-symmetric\\n2 2 1\\n2 2 7 | line 3/ diagonal/ 7",
        "%%MatrixMarket matrix array real general\\n2 1\\n1\\nx | line 4/ 'x'",
        "%%MatrixMarket matrix array real symmetric\\n2 1\\n1\\n1 | square/ 2 x 1",
      })
  void whatIsNoMatrixIsRefusedWithItsPlace(String text, String parts) throws IOException {
    String lines = text.replace("\\n", "\n").replace("\\r", "\r");
    DataException refusal = assertThrows(DataException.class, () -> read(lines));
    String message = String.valueOf(refusal.getMessage());
    assertTrue(message.startsWith(folder.resolve("A.csv") + ": "), message);
    for (String part : parts.split("/ ", -1)) {
      assertTrue(message.contains(part), part + " is not in: " + message);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,2\n3,-0.01e-400\n",
        "a,b\n1,2\n3,1E-324\n",
        "1;2,5\n3;0,5e-999\n",
        "%%MatrixMarket matrix array real general\n2 2\n1\n3\n2\n1e-400\n",
      })
  void whatIsTooSmallForADoubleIsReadAsZeroWithANote(String text) throws IOException {
    Data data = read(text);
    assertEquals(0, Math.abs(data.matrix()[1][1]));
    assertEquals(1, small(data.notes()), data.notes().toString());
    assertEquals(0, small(read("1,0e-400\n-0.00,4.9e-324\n").notes()));
    if (!text.startsWith("%")) {
      Path table = Files.writeString(folder.resolve("t.csv"), text);
      assertEquals(1, small(DataTable.read(table).notes()));
    }
  }

  private static long small(List<String> notes) {
    return notes.stream()
        .filter(
            note ->
                note.contains("too small")
                    && note.matches(".* line \\d.*e-\\d+'|.* line \\d.*E-\\d+'"))
        .count();
  }

  /** Also where a table is read whole before its numbers are. */
  @Test
  void anOtherDecimalMarkIsRefusedWithItsLine() throws IOException {
    Path table = Files.writeString(folder.resolve("t.csv"), "a;b\n1,5;w\n3.5;w\n2,1;v\n");
    DataException refusal = assertThrows(DataException.class, () -> DataTable.read(table));
    assertTrue(String.valueOf(refusal.getMessage()).contains("line 3, field 1"));
  }

  @Test
  void aVectorIsOneColumnOrOneRow() throws IOException {
    assertArrayEquals(new double[] {1, 2}, read("1\n2\n").vector());
    assertArrayEquals(new double[] {1, 2}, read("1,2\n").vector());
    Data neither = read("1,2\n3,4\n");
    DataException refusal = assertThrows(DataException.class, neither::vector);
    assertTrue(String.valueOf(refusal.getMessage()).contains("2 rows of 2 columns"));
  }

  private static Path theCase(String name) {
    return Path.of("src/test/resources/cases-from-users").resolve(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"semi.csv", "semidec.csv", "mtx.mtx"})
  void theOtherFormatsOfTheFirstCase(String name) {
    assertNumbers(Data.read(theCase("A.csv")).matrix(), Data.read(theCase(name)));
  }

  @Test
  void theWholeNumbersOfACaseAreNumbers() {
    assertArrayEquals(new double[] {3, 5, 1}, Data.read(theCase("yi.csv")).vector());
  }

  @Test
  void theQuestionMarkOfACaseIsRefused() {
    DataException refusal = assertThrows(DataException.class, () -> Data.read(theCase("qm.csv")));
    String message = String.valueOf(refusal.getMessage());
    assertTrue(message.contains("line 2, field 2: '?'"), message);
  }

  @Test
  void theTablesOfACaseWithAnIndex() {
    double[][] plain = Data.read(theCase("pd/A0.csv")).matrix();
    assertNumbers(plain, Data.read(theCase("pd/Ai.csv")));
    assertNumbers(plain, Data.read(theCase("pd/Aonly.csv"), DataFormat.DETECTED.withIndex()));
    assertNumbers(plain, Data.read(theCase("pd/A.csv"), DataFormat.DETECTED.withHeader()));
    assertTrue(Data.read(theCase("pd/Ai.csv")).notes().toString().contains("index"));
    assertTrue(Data.read(theCase("pd/Aonly.csv")).notes().toString().contains("index"));
    assertTrue(Data.read(theCase("pd/A.csv")).notes().toString().contains("names"));
  }
}
