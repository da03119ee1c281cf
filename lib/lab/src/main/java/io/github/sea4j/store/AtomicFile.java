package io.github.sea4j.store;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

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
    syncFolderOf(file);
  }

  /**
   * Has the bytes on the disk before a name leads to them; not a channel, as interrupts close it.
   */
  private static void sync(Path file) throws IOException {
    try (FileOutputStream written = new FileOutputStream(file.toFile(), true)) {
      written.getFD().sync();
    }
  }

  /**
   * Has the names in the folder of a file on the disk, so that they change there in the order in
   * which the program changed them: results must not be named after the journal that they replace
   * has gone. The content of all files is safe without.
   *
   * @return false where the system cannot do that: some open no folders, some synchronise none
   */
  static boolean syncFolderOf(Path file) {
    // A folder has no stream, only a channel, and that an interrupt would close.
    boolean interrupted = Thread.interrupted();
    try (FileChannel folder =
        FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
      folder.force(true);
      return true;
    } catch (IOException impossible) {
      return false;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
