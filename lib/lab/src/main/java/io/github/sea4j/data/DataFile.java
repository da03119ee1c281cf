package io.github.sea4j.data;

import io.github.sea4j.check.Reason;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A file of numbers as text: plain or gzip, UTF-8 or UTF-16, all told apart by content; a pipe does
 * as well. Or an array that NumPy has saved ({@link NpyFile}).
 *
 * @param path where it is
 */
record DataFile(Path path) {

  /** How much of the start is looked at. */
  private static final int SAMPLE = 1 << 16;

  /** How a .npz begins, and every other zip archive. */
  private static final byte[] ARCHIVE = {'P', 'K', 3, 4};

  /** How the text behind a start is read. */
  private interface Parser<T> {
    T parse(BufferedReader text, String start) throws IOException;
  }

  /** All numbers; words and missing values as the format says. */
  Data read(DataFormat format) {
    if (NpyFile.isAt(path)) {
      requireNumbersAlone(format);
      return NpyFile.read(path);
    }
    return format.text() == DataFormat.Text.REFUSED
            && format.missing() == DataFormat.Missing.REFUSED
        ? read(
            (text, start) ->
                MatrixMarket.isAt(start)
                    ? matrixMarket(text, format)
                    : CsvNumbers.read(this, text, start, format))
        : readTable(format).numbers();
  }

  /** Columns of numbers and of words. */
  DataTable readTable(DataFormat format) {
    if (NpyFile.isAt(path)) {
      requireNumbersAlone(format);
      return DataTable.of(NpyFile.read(path));
    }
    return read(
        (text, start) ->
            MatrixMarket.isAt(start)
                ? DataTable.of(matrixMarket(text, format))
                : CsvColumns.read(this, text, start, format));
  }

  private Data matrixMarket(BufferedReader text, DataFormat format) throws IOException {
    requireNumbersAlone(format);
    return new MatrixMarket(this, text).read();
  }

  /** Arrays and MatrixMarket files have no place for what a table may have beside its numbers. */
  private void requireNumbersAlone(DataFormat format) {
    if (format.header() == DataFormat.Header.NAMES) {
      throw failure("holds numbers alone, no header with names");
    }
    if (format.index() == DataFormat.Index.LEFT_OUT) {
      throw failure("holds numbers alone, no column that is an index; leave it out beforehand");
    }
  }

  private <T> T read(Parser<T> parser) {
    if (Files.isDirectory(path)) {
      throw failure("is a folder, expected a file");
    }
    try (InputStream bytes = buffered(new Patient(Files.newInputStream(path)));
        InputStream plain = buffered(unpacked(bytes));
        BufferedReader text = new BufferedReader(decoded(plain), SAMPLE)) {
      return parser.parse(text, start(text));
    } catch (ZipException | EOFException damaged) {
      throw new DataException(path, "damaged gzip file", damaged);
    } catch (IOException problem) {
      throw new DataException(path, reason(problem), problem);
    } catch (OutOfMemoryError full) {
      throw new DataException(
          path,
          "does not fit into %d MB of memory; give Java more with JAVA_TOOL_OPTIONS=-Xmx8g"
              .formatted(Runtime.getRuntime().maxMemory() >> 20),
          full);
    }
  }

  DataException failure(String problem) {
    return new DataException(path, problem);
  }

  private static InputStream buffered(InputStream bytes) {
    return new BufferedInputStream(bytes, SAMPLE);
  }

  /**
   * Bytes of a file or a pipe. Java asks a pipe how much is there as it would a file, and fails; it
   * asks in order to know whether a packed file goes on, so "something" is a safe answer.
   */
  private static final class Patient extends FilterInputStream {
    Patient(InputStream bytes) {
      super(bytes);
    }

    @Override
    public int available() {
      return 1;
    }
  }

  private static InputStream unpacked(InputStream bytes) throws IOException {
    byte[] start = peek(bytes, 2);
    boolean gzip = start.length == 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
    return gzip ? new GZIPInputStream(bytes, SAMPLE) : bytes;
  }

  /** The text without a byte order mark; characters that are none are an error. */
  private InputStreamReader decoded(InputStream bytes) throws IOException {
    byte[] start = peek(bytes, 1024);
    if (Arrays.mismatch(start, ARCHIVE) == ARCHIVE.length) {
      throw failure("looks binary, an archive of files; save the one array of a .npz as .npy");
    }
    Charset charset = marked(start);
    if (charset != null) {
      bytes.readNBytes(charset.equals(StandardCharsets.UTF_8) ? 3 : 2);
    } else {
      charset = guessed(start);
    }
    return new InputStreamReader(
        bytes,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static @Nullable Charset marked(byte[] start) {
    int first = start.length < 2 ? 0 : (start[0] & 0xFF) << 8 | (start[1] & 0xFF);
    return switch (first) {
      case 0xFEFF -> StandardCharsets.UTF_16BE;
      case 0xFFFE -> StandardCharsets.UTF_16LE;
      case 0xEFBB -> start.length > 2 && start[2] == (byte) 0xBF ? StandardCharsets.UTF_8 : null;
      default -> null;
    };
  }

  /** Digits and separators have a zero byte in UTF-16, and in UTF-8 none. */
  private static Charset guessed(byte[] start) {
    int[] zeros = new int[2];
    for (int i = 0; i < start.length; i++) {
      zeros[i % 2] += start[i] == 0 ? 1 : 0;
    }
    boolean half = zeros[0] + zeros[1] >= start.length / 2 && start.length > 3;
    if (half && zeros[0] == 0) {
      return StandardCharsets.UTF_16LE;
    }
    return half && zeros[1] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
  }

  private static byte[] peek(InputStream stream, int bytes) throws IOException {
    stream.mark(bytes);
    byte[] start = stream.readNBytes(bytes);
    stream.reset();
    return start;
  }

  private String start(BufferedReader text) throws IOException {
    text.mark(SAMPLE);
    char[] start = new char[SAMPLE];
    int length = 0;
    for (int more; length < SAMPLE && (more = text.read(start, length, SAMPLE - length)) > 0; ) {
      length += more;
    }
    text.reset();
    for (int i = 0; i < length; i++) {
      if (start[i] < ' ' && start[i] != '\t' && start[i] != '\n' && start[i] != '\r') {
        throw failure("looks binary, expected numbers as text");
      }
    }
    return new String(start, 0, length);
  }

  private static String reason(IOException failure) {
    if (failure instanceof CharacterCodingException) {
      return "not text in UTF-8 or UTF-16; it looks binary, or must be saved as UTF-8";
    }
    return Reason.of(failure);
  }
}
