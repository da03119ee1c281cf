package io.github.sea4j.cli.io;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/**
 * A file being written beside its final place, which takes its place whole or not at all.
 *
 * <p>Opened before the work starts, so that a missing folder or a full disk is known at once.
 * Without {@link #commit} nothing remains of it.
 */
public final class OutputFile implements AutoCloseable {

  private final String argument;
  private final Path target;
  private final Path temporary;
  private final Writer writer;

  private OutputFile(String argument, Path target, Path temporary) throws IOException {
    this.argument = argument;
    this.target = target;
    this.temporary = temporary;
    this.writer =
        temporary.equals(target)
            ? Files.newBufferedWriter(target)
            : Files.newBufferedWriter(
                temporary, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
  }

  /**
   * Opens a file for writing.
   *
   * @param argument the option that named it, for messages
   * @param file where the result shall be
   * @param others files that must not be overwritten
   * @throws BadInput if the folder does not exist or cannot be written to, the file is a folder, or
   *     it is one of the others
   */
  public static OutputFile open(String argument, Path file, List<Path> others) {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file) || folder == null) {
      throw BadInput.file(argument, file, "is a folder, expected a file");
    }
    if (!Files.isDirectory(folder)) {
      throw BadInput.file(argument, file, "folder " + folder + " does not exist");
    }
    try {
      for (Path other : others) {
        if (isSame(file, other)) {
          throw BadInput.file(argument, file, "would overwrite " + other);
        }
      }
      // A link keeps pointing where it did; a device or a pipe is written to as it is.
      Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      boolean replaceable = !Files.exists(target) || Files.isRegularFile(target);
      return new OutputFile(argument, target, replaceable ? beside(target) : target);
    } catch (IOException failure) {
      throw BadInput.file(argument, file, failure);
    }
  }

  private static boolean isSame(Path file, Path other) throws IOException {
    boolean bothExist = Files.exists(file) && Files.exists(other);
    return bothExist
        ? Files.isSameFile(file, other)
        : file.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  private static Path beside(Path target) {
    String name = "." + target.getFileName() + "." + UUID.randomUUID() + ".tmp";
    Path temporary = target.resolveSibling(name);
    temporary.toFile().deleteOnExit(); // Ctrl-C leaves nothing behind
    return temporary;
  }

  /** Where the text goes. */
  public Writer writer() {
    return writer;
  }

  /** The error that this file could not be written. */
  public BadInput failure(IOException failure) {
    return BadInput.file(argument, target, failure);
  }

  /** Writes bytes in place of text and puts the file into its place. */
  public void commit(byte[] content) {
    try {
      writer.close();
      Files.write(temporary, content);
    } catch (IOException failure) {
      throw failure(failure);
    }
    commit();
  }

  /** Puts the finished file into its place. */
  public void commit() {
    try {
      writer.close();
      if (temporary.equals(target)) {
        return;
      }
      try {
        Files.move(
            temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException failure) {
      throw failure(failure);
    }
  }

  /** Removes what was not committed. */
  @Override
  public void close() {
    try {
      writer.close();
      if (!temporary.equals(target)) {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException failure) {
      throw failure(failure);
    }
  }
}
