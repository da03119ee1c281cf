package io.github.sea4j.operator.file;

import io.github.sea4j.check.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a file, little-endian doubles, mapped into memory: the operating system brings the
 * pages that are read, and drops them when it needs the room. The file is opened for reading only,
 * and closed again once it is mapped.
 *
 * <p>Immutable as long as nobody writes to the file; that is looked at before and after each use
 * ({@link #reading}). Safe for use by several threads.
 */
final class MappedNumbers {

  /** Numbers of a part: 1 GB, as no buffer of Java is longer than 2 GB. */
  static final int USUAL_SHIFT = 27;

  /** What is remembered of a file in order to see that it is still the same. */
  private record State(long size, FileTime modified) {}

  private final Path file;
  private final State state;
  private final int shift;
  private final DoubleBuffer[] parts;

  private MappedNumbers(Path file, State state, int shift, DoubleBuffer[] parts) {
    this.file = file;
    this.state = state;
    this.shift = shift;
    this.parts = parts;
  }

  /**
   * Maps a file.
   *
   * @param start bytes before the first number
   * @param count how many numbers there must be, to the end of the file
   * @param shift a part has two to the power of it numbers; another value is for tests
   * @throws IllegalArgumentException if the file is no file, or not as long as that
   * @throws UncheckedIOException if it cannot be read
   */
  static MappedNumbers of(Path file, long start, long count, int shift) {
    if (!Files.isRegularFile(file) && Files.exists(file)) {
      throw new IllegalArgumentException(
          file + ": must be a file, as only files can be mapped, but is a folder, pipe or device");
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      State state = stateOf(file);
      // A count that a header claims may be beyond what eight times it can say.
      BigInteger bytes = BigInteger.valueOf(count).shiftLeft(3).add(BigInteger.valueOf(start));
      if (!bytes.equals(BigInteger.valueOf(state.size))) {
        throw new IllegalArgumentException(
            "%s: must have %d bytes for its %d numbers, but has %d"
                .formatted(file, bytes, count, state.size));
      }
      long length = 1L << shift;
      DoubleBuffer[] parts = new DoubleBuffer[Math.toIntExact((count + length - 1) >>> shift)];
      for (int p = 0; p < parts.length; p++) {
        long first = p * length;
        parts[p] =
            channel
                .map(MapMode.READ_ONLY, start + 8 * first, 8 * Math.min(length, count - first))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer();
      }
      return new MappedNumbers(file, state, shift, parts);
    } catch (IOException failure) {
      throw failure(file, failure);
    }
  }

  private static State stateOf(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return new State(attributes.size(), attributes.lastModifiedTime());
  }

  /** One line that begins with the file. */
  static UncheckedIOException failure(Path file, IOException cause) {
    return new UncheckedIOException(file + ": " + Reason.of(cause), cause);
  }

  Path file() {
    return file;
  }

  /**
   * Does some work with the numbers, on this thread and others.
   *
   * @throws UncheckedIOException if the file was removed, cut or written to since it was opened
   */
  void reading(Runnable work) {
    checkUnchanged(null);
    try {
      work.run();
      checkUnchanged(null);
    } catch (InternalError fault) {
      // What the virtual machine makes of a page that is no longer there, not always at once.
      checkUnchanged(fault);
      throw fault;
    }
  }

  private void checkUnchanged(@Nullable InternalError fault) {
    try {
      if (!stateOf(file).equals(state)) {
        throw new IOException("has been written to or cut since it was opened", fault);
      }
    } catch (NoSuchFileException gone) {
      throw failure(file, new IOException("has been removed since it was opened", gone));
    } catch (IOException changed) {
      throw failure(file, changed);
    }
  }

  /** The number at an index. */
  double get(long index) {
    return parts[(int) (index >>> shift)].get((int) (index & ((1L << shift) - 1)));
  }

  /**
   * Copies the numbers from index {@code first} on into {@code out[from]} to {@code out[to - 1]}.
   */
  void read(long first, double[] out, int from, int to) {
    long index = first;
    int at = from;
    while (at < to) {
      int place = (int) (index & ((1L << shift) - 1));
      int here = (int) Math.min(to - at, (1L << shift) - place);
      parts[(int) (index >>> shift)].get(place, out, at, here);
      at += here;
      index += here;
    }
  }
}
