package io.github.sea4j.store;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes a file so that a reader sees the old or the new text, never a part; nor after a power cut.
 */
public final class AtomicFile {

  private AtomicFile() {}

  /** Writes a text as UTF-8, in place of what the file had. */
  public static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes bytes, in place of what the file had. */
  public static void write(Path file, byte[] bytes) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    Files.write(draft, bytes);
    sync(draft);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Has the bytes on the disk before a name leads to them; not a channel, as interrupts close it.
   */
  private static void sync(Path file) throws IOException {
    try (FileOutputStream written = new FileOutputStream(file.toFile(), true)) {
      written.getFD().sync();
    }
  }
}
