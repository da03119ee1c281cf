package io.github.sea4j.operator.file;

import static io.github.sea4j.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays that NumPy 2.4.6 has written, and headers that it would not write. */
class NpyHeaderTest {

  private static final double[][] WRITTEN = {{1.5, -2, 3}, {4, 5e-300, -0.0}};

  /** numpy.lib.format.write_array(file, array, version=(3, 0)). */
  private static final String ROWS_FORMAT_3 =
      "k05VTVBZAwB0AAAAeydkZXNjcic6ICc8ZjgnLCAnZm9ydHJhbl9vcmRlcic6IEZhbHNlLCAnc2hhcGUnOiAo"
          + "MiwgMyksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
          + "IAoAAAAAAAD4PwAAAAAAAADAAAAAAAAACEAAAAAAAAAQQC8wt7OnycoBAAAAAAAAAIA=";

  /** numpy.save(file, numpy.asfortranarray(array)). */
  private static final String COLUMNS_FORMAT_1 =
      "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY4JywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAoMiwg"
          + "MyksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
          + "IAoAAAAAAAD4PwAAAAAAABBAAAAAAAAAAMAvMLezp8nKAQAAAAAAAAhAAAAAAAAAAIA=";

  @TempDir Path folder;

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("a.npy"), bytes);
  }

  private Path header(String text) throws IOException {
    return write(NpyBytes.of(1, text, 1, 2, 3, 4, 5, 6));
  }

  @ParameterizedTest
  @ValueSource(strings = {ROWS_FORMAT_3, COLUMNS_FORMAT_1})
  void readsWhatNumpyWrites(String base64) throws IOException {
    MappedOperator operator = MappedOperator.open(write(Base64.getDecoder().decode(base64)));
    assertEquals(2, operator.rows());
    assertEquals(3, operator.columns());
    double[] column = new double[2];
    for (int j = 0; j < 3; j++) {
      operator.column(j, column);
      assertArrayEquals(new double[] {WRITTEN[0][j], WRITTEN[1][j]}, column);
    }
  }

  /** Of the second, eight times the numbers is 32 in 64 bits: as many bytes as there are. */
  @ParameterizedTest
  @ValueSource(strings = {"2000000000, 2000000000", "1824726041, 1263665316"})
  void shapesBeyondAllFilesAreRefused(String shape) throws IOException {
    String text = "{'descr': '<f8', 'fortran_order': False, 'shape': (%s), }".formatted(shape);
    Path file = write(NpyBytes.of(1, text, 1, 2, 3, 4));
    assertRefused(": must have ", () -> MappedOperator.open(file));
    assertRefused(" numbers, but has ", () -> MappedOperator.open(file));
  }

  @Test
  void readsEachFormatAndAnyOrderOfTheKeys() throws IOException {
    for (int version : new int[] {1, 2, 3}) {
      byte[] bytes =
          NpyBytes.of(version, "{'shape':(3,1),'descr':'<f8','fortran_order':False}\n", 1, 2, 3);
      assertEquals(3, MappedOperator.open(write(bytes)).rows());
    }
    byte[] line = NpyBytes.of(1, "{'descr': '<f8', 'fortran_order': True, 'shape': (2,), }", 1, 2);
    NpyHeader header = NpyHeader.read(write(line));
    assertEquals(2, header.rows());
    assertEquals(1, header.columns());
    assertEquals(line.length - 16, header.start());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '"',
      value = {
        "'<f4'  ! False ! (2, 3) ! type (descr) must be '<f8'",
        "'>f8'  ! False ! (2, 3) ! type (descr) must be '<f8'",
        "'|O'   ! False ! (2, 3) ! type (descr) must be '<f8'",
        "[('a', '<f8')] ! False ! (6,) ! type (descr) must be '<f8'",
        "'<f8'  ! 1     ! (2, 3) ! header must have fortran_order",
        "'<f8'  ! False ! ()     ! shape must have one or two sizes",
        "'<f8'  ! False ! (6)    ! shape must have one or two sizes",
        "'<f8'  ! False ! (1, 2, 3) ! shape must have one or two sizes",
        "'<f8'  ! False ! (0, 6) ! shape must have sizes from 1",
        "'<f8'  ! False ! (-2, -3) ! shape must have sizes from 1",
        "'<f8'  ! False ! (99999999999, 1) ! shape must have sizes from 1",
        "'<f8'  ! False ! (2, 4) ! bytes for its 8 numbers",
        "'<f8'  ! False ! (2, 2) ! bytes for its 4 numbers",
        "'<f8'  ! False ! (2, 3), 'shape': (1, 6) ! once each",
        "'<f8'  ! False ! (2, 3), 'more': 1 ! once each",
        "'<f8'  ! __import__('os') ! (2, 3) ! header must have fortran_order"
      })
  void namesWhatIsWrong(String type, String fortran, String shape, String problem)
      throws IOException {
    Path file =
        header("{'descr': %s, 'fortran_order': %s, 'shape': %s, }".formatted(type, fortran, shape));
    assertRefused("a.npy: ", () -> MappedOperator.open(file));
    assertRefused(problem, () -> MappedOperator.open(file));
  }

  @Test
  void namesWhatIsNoArray() throws IOException {
    byte[] good = NpyBytes.of(1, "{'descr': '<f8', 'fortran_order': True, 'shape': (1,), }", 1);
    for (int length : new int[] {7, 9, 30}) {
      Path file = write(Arrays.copyOf(good, length));
      assertRefused("ends within its header", () -> NpyHeader.read(file));
    }
    Path text = write(new byte[] {'1', ',', '2'});
    assertRefused("must begin like an array", () -> NpyHeader.read(text));
    good[6] = 4;
    Path later = write(good);
    assertRefused("format must be 1.0, 2.0 or 3.0, but is 4.0", () -> NpyHeader.read(later));
    Path none = header("descr='<f8'");
    assertRefused("header must be a dictionary, but is", () -> NpyHeader.read(none));
    Path endless = write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0, 0, 0, 0, 127});
    assertRefused("header must have at most", () -> NpyHeader.read(endless));
  }
}
