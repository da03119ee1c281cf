package io.github.sea4j.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the files of one run and the record of where they come from. */
public final class SingleRunFolder {

  private SingleRunFolder() {}

  /**
   * Writes all files; the record last, so that a folder with a record is whole.
   *
   * @param record of the run
   * @param hashed texts that the parameters decide, by file name; the record has their hash
   * @param others texts that differ from run to run, by file name
   * @return the names of the files
   * @throws FolderRefusedException if another run holds the folder
   * @throws UncheckedIOException if the folder cannot be written
   */
  @SuppressWarnings("try") // The lock is held, not used.
  public static List<String> write(
      Path folder, Provenance record, Map<String, String> hashed, Map<String, String> others) {
    try (FolderLock lock = FolderLock.take(folder)) {
      List<String> names = new ArrayList<>();
      for (Map<String, String> files : List.of(hashed, others)) {
        for (Map.Entry<String, String> file : files.entrySet()) {
          AtomicFile.write(folder.resolve(file.getKey()), file.getValue());
          names.add(file.getKey());
        }
      }
      String hash = FolderStore.sha256(String.join("", hashed.values()));
      record.finished(hash, 1).write(folder);
      names.add(Provenance.FILE);
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep results in " + folder + ": " + e, e);
    }
  }
}
