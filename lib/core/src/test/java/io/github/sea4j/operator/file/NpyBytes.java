package io.github.sea4j.operator.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Files as NumPy writes them, and such as it does not. */
final class NpyBytes {

  private NpyBytes() {}

  /** A header of this text, without padding, and the numbers behind it. */
  static byte[] of(int version, String header, double... numbers) {
    byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
    int fields = version == 1 ? 2 : 4;
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + fields + text.length + 8 * numbers.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
    if (version == 1) {
      bytes.putShort((short) text.length);
    } else {
      bytes.putInt(text.length);
    }
    bytes.put(text);
    for (double number : numbers) {
      bytes.putDouble(number);
    }
    return bytes.array();
  }

  /** Bare numbers in an order. */
  static byte[] numbers(double[][] matrix, EntryOrder order) {
    int m = matrix.length;
    int n = matrix[0].length;
    ByteBuffer bytes = ByteBuffer.allocate(8 * m * n).order(ByteOrder.LITTLE_ENDIAN);
    for (int e = 0; e < m * n; e++) {
      bytes.putDouble(order == EntryOrder.ROWS ? matrix[e / n][e % n] : matrix[e % m][e / m]);
    }
    return bytes.array();
  }
}
