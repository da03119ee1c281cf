package io.github.sea4j.store;

import io.github.sea4j.check.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The right of one process, and of one sweep in it, to write to a folder; a kill releases it. */
public final class FolderLock implements AutoCloseable {

  private static final String LOCK_FILE = ".lock";

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Makes the folder if need be and takes the lock.
   *
   * @throws IOException if the folder cannot be made or written
   * @throws FolderRefusedException if another has the lock
   */
  public static FolderLock take(Path folder) throws IOException {
    FileChannel channel = open(folder);
    if (tryLock(channel) == null) {
      channel.close();
      throw new FolderRefusedException(
          folder + " is in use by another run; wait for it or give another folder");
    }
    return new FolderLock(channel);
  }

  private static FileChannel open(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
      return FileChannel.open(
          folder.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw new IOException(folder + " is a file, not a folder", e);
    } catch (IOException e) {
      throw new IOException("the folder cannot be written: " + Reason.ofWriting(e), e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
