package io.github.sea4j.cli;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A text file that the user named: plain or gzip, told apart by content, in UTF-8 with or without a
 * byte order mark.
 *
 * @param argument the option that named it, for messages
 * @param path where it is
 */
record InputFile(String argument, Path path) {

  /** How much of the start is looked at; a text has no control characters there. */
  private static final int SAMPLE = 4096;

  private static final int BUFFER = 1 << 16;

  /** What is done with the text of a file. */
  @FunctionalInterface
  interface Use<T> {
    T of(Reader text) throws IOException;
  }

  /**
   * Opens the file, hands over its text, and closes it.
   *
   * @throws BadInput if it is missing, a folder, unreadable, binary or a damaged gzip file
   */
  <T> T read(Use<T> use) {
    if (Files.isDirectory(path)) {
      throw failure("is a folder, expected a file");
    }
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        InputStream text = new BufferedInputStream(unpacked(bytes), BUFFER)) {
      skipByteOrderMark(text);
      checkText(text);
      return use.of(
          new InputStreamReader(
              text,
              StandardCharsets.UTF_8
                  .newDecoder()
                  .onMalformedInput(CodingErrorAction.REPORT)
                  .onUnmappableCharacter(CodingErrorAction.REPORT)));
    } catch (ZipException | EOFException damaged) {
      throw BadInput.file(argument, path, "damaged gzip file", damaged);
    } catch (IOException failure) {
      throw BadInput.file(argument, path, failure);
    }
  }

  /** The error that names this file. */
  BadInput failure(String problem) {
    return BadInput.file(argument, path, problem);
  }

  private static InputStream unpacked(InputStream bytes) throws IOException {
    byte[] start = peek(bytes, 2);
    boolean gzip = start.length == 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
    return gzip ? new GZIPInputStream(bytes, BUFFER) : bytes;
  }

  private static void skipByteOrderMark(InputStream text) throws IOException {
    byte[] start = peek(text, 3);
    if (start.length == 3
        && start[0] == (byte) 0xef
        && start[1] == (byte) 0xbb
        && start[2] == (byte) 0xbf) {
      text.skipNBytes(3);
    }
  }

  private void checkText(InputStream text) throws IOException {
    byte[] sample = peek(text, SAMPLE);
    if (sample.length == 0) {
      throw failure("is empty");
    }
    for (byte b : sample) {
      if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r') {
        throw failure("looks binary, expected numbers as text separated by commas");
      }
    }
  }

  private static byte[] peek(InputStream stream, int bytes) throws IOException {
    stream.mark(bytes);
    byte[] start = stream.readNBytes(bytes);
    stream.reset();
    return start;
  }
}
