package io.github.sea4j.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.operator.file.MappedOperator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arrays of NumPy where text is expected: {@code Data.read} and {@code DataTable.read}. */
class NpyFileTest {

  @TempDir Path folder;

  private Path write(String type, int rows, int columns, double... first) throws IOException {
    String text =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%d, %d), }"
            .formatted(type, rows, columns);
    ByteBuffer bytes =
        ByteBuffer.allocate(10 + text.length() + 8 * rows * columns)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
            .putShort((short) text.length())
            .put(text.getBytes(StandardCharsets.ISO_8859_1));
    for (double number : first) {
      bytes.putDouble(number);
    }
    return Files.write(folder.resolve("a.npy"), bytes.array());
  }

  @Test
  void smallArraysAreRead() throws IOException {
    Path file = write("<f8", 2, 3, 1, 2, 3, 4, 5, 6);
    Data data = Data.read(file);
    Files.delete(file);
    assertTrue(data.operator() instanceof DenseOperator);
    assertArrayEquals(new double[][] {{1, 2, 3}, {4, 5, 6}}, data.matrix());
    assertEquals(0, data.notes().size());
  }

  @Test
  void theyAreTablesToo() throws IOException {
    DataTable table = DataTable.read(write("<f8", 2, 2, 1, 2, 3, 4));
    assertArrayEquals(new double[] {2, 4}, table.numbers().column("1"));
  }

  @Test
  void largeArraysStayInTheirFile() throws IOException {
    int rows = (int) (NpyFile.LARGEST_READ / 1024) + 1;
    Data data = Data.read(write("<f8", rows, 1024, 7));
    assertTrue(data.operator() instanceof MappedOperator);
    assertEquals(1, data.notes().size());
    assertEquals(7, data.column(0)[0]);
  }

  @Test
  void refusalsBeginWithTheFileOnce() throws IOException {
    assertRefused(write("<f4", 1, 2, 1, 2), "type (descr) must be '<f8'");
    assertRefused(write("<f8", 1, 2, 1, Double.NaN), "entry (0, 1) must be finite");
    Path cut = write("<f8", 1, 2, 1, 2);
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 70));
    assertRefused(cut, "bytes for its 2 numbers");
  }

  /** As numpy.savez writes it: bytes that are no text behind the head of a zip archive. */
  @Test
  void anArchiveOfArraysIsNamed() throws IOException {
    Path archive = write("<f8", 1, 2, 1, 2).resolveSibling("a.npz");
    byte[] bytes = new byte[400];
    Arrays.fill(bytes, (byte) 0x93);
    System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, bytes, 0, 4);
    Files.write(archive, bytes);
    assertRefused(archive, "save the one array of a .npz as .npy");
  }

  private static void assertRefused(Path file, String problem) {
    String message = assertThrows(DataException.class, () -> Data.read(file)).getMessage();
    assertTrue(message != null && message.startsWith(file + ": "), message);
    assertTrue(message != null && message.contains(problem), message);
    assertTrue(
        message != null && message.indexOf("a.npy") == message.lastIndexOf("a.npy"), message);
  }
}
