package io.github.sea4j.operator.file;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the numbers of an array that NumPy has saved (NumPy Enhancement Proposal 1, "A
 * Simple File Format for NumPy Arrays"): eight bytes with the format's version, the length of what
 * follows, and a literal of Python with type, order and shape. It is matched, never run.
 *
 * @param start bytes before the first number
 * @param rows of the matrix; an array of one dimension has one column
 * @param columns of the matrix
 * @param order of the numbers
 */
public record NpyHeader(long start, int rows, int columns, EntryOrder order) {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /** Longer ones are no headers of numbers; NumPy itself refuses beyond 10,000 characters. */
  private static final int LONGEST = 1 << 16;

  private static final Pattern DICTIONARY = Pattern.compile("\\s*\\{(.*)\\}\\s*", Pattern.DOTALL);
  private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*('[^']*'|\\[.*\\])");
  private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^()]*)\\)");

  /** Whether a file begins as arrays of NumPy do. */
  public static boolean isAt(byte[] start) {
    return start.length >= MAGIC.length && Arrays.equals(Arrays.copyOf(start, MAGIC.length), MAGIC);
  }

  /**
   * Reads the start of a file.
   *
   * @throws IllegalArgumentException if it is not an array of numbers of type {@code <f8}, naming
   *     the file and what was found
   * @throws UncheckedIOException if it cannot be read
   */
  public static NpyHeader read(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw refusal(file, "must be a file, but is a folder, pipe or device");
    }
    try (DataInputStream bytes = new DataInputStream(Files.newInputStream(file))) {
      if (!isAt(bytes.readNBytes(MAGIC.length))) {
        throw refusal(file, "must begin like an array that numpy.save has written, but does not");
      }
      int version = bytes.readUnsignedByte();
      int minor = bytes.readUnsignedByte();
      if (version < 1 || version > 3 || minor != 0) {
        throw refusal(
            file, "format must be 1.0, 2.0 or 3.0, but is %d.%d".formatted(version, minor));
      }
      int fields = version == 1 ? 2 : 4;
      long length = 0;
      for (int b = 0; b < fields; b++) {
        length |= (long) bytes.readUnsignedByte() << (8 * b);
      }
      if (length > LONGEST) {
        throw refusal(
            file, "header must have at most %d bytes, but has %d".formatted(LONGEST, length));
      }
      byte[] text = new byte[(int) length];
      bytes.readFully(text);
      Charset charset = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
      return parse(file, MAGIC.length + 2L + fields + length, new String(text, charset));
    } catch (EOFException end) {
      throw new IllegalArgumentException(file + ": ends within its header", end);
    } catch (IOException failure) {
      throw MappedNumbers.failure(file, failure);
    }
  }

  private static NpyHeader parse(Path file, long start, String header) {
    Matcher dictionary = DICTIONARY.matcher(header);
    if (!dictionary.matches()) {
      throw refusal(file, "header must be a dictionary, but is '%s'".formatted(quote(header)));
    }
    String rest = dictionary.group(1);
    String type = value(file, "descr", TYPE, header);
    String fortran = value(file, "fortran_order", FORTRAN, header);
    String shape = value(file, "shape", SHAPE, header);
    for (Pattern each : new Pattern[] {TYPE, FORTRAN, SHAPE}) {
      rest = each.matcher(rest).replaceFirst("");
    }
    if (!rest.matches("[\\s,]*")) {
      throw refusal(
          file,
          "header must have descr, fortran_order and shape once each, but has '%s'"
              .formatted(quote(header)));
    }
    if (!type.equals("'<f8'")) {
      throw refusal(
          file,
          "type (descr) must be '<f8', little-endian doubles, but is %s; save a.astype('<f8')"
              .formatted(quote(type)));
    }
    int[] size = shape(file, shape);
    EntryOrder order = fortran.equals("True") ? EntryOrder.COLUMNS : EntryOrder.ROWS;
    return new NpyHeader(start, size[0], size[1], order);
  }

  private static String value(Path file, String key, Pattern pattern, String header) {
    Matcher found = pattern.matcher(header);
    if (!found.find()) {
      throw refusal(file, "header must have %s, but is '%s'".formatted(key, quote(header)));
    }
    return found.group(1);
  }

  private static int[] shape(Path file, String text) {
    String[] sizes = text.strip().split("\\s*,\\s*", -1);
    // Python writes one dimension as (5,).
    int count =
        sizes.length > 1 && sizes[sizes.length - 1].isEmpty() ? sizes.length - 1 : sizes.length;
    boolean isTuple = sizes.length > 1 || sizes[0].isEmpty();
    if (count > 2 || !isTuple || sizes[0].isEmpty()) {
      throw refusal(file, "shape must have one or two sizes, but is (%s)".formatted(quote(text)));
    }
    int[] shape = {1, 1};
    for (int d = 0; d < count; d++) {
      if (!sizes[d].matches("[0-9]{1,10}")
          || Long.parseLong(sizes[d]) < 1
          || Long.parseLong(sizes[d]) > Integer.MAX_VALUE - 8) {
        throw refusal(
            file,
            "shape must have sizes from 1 to %d, but is (%s)"
                .formatted(Integer.MAX_VALUE - 8, quote(text)));
      }
      shape[d] = Integer.parseInt(sizes[d]);
    }
    return shape;
  }

  private static String quote(String text) {
    String line = text.strip().replaceAll("\\p{Cntrl}", "?");
    return line.length() > 120 ? line.substring(0, 120) + "..." : line;
  }

  private static IllegalArgumentException refusal(Path file, String problem) {
    return new IllegalArgumentException(file + ": " + problem);
  }
}
