package io.github.sea4j.store;

import io.github.sea4j.check.Reason;
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
  public static List<String> write(
      Path folder, Provenance record, Map<String, String> hashed, Map<String, String> others) {
    try {
      FolderLock lock = FolderLock.take(folder);
      try {
        return writeAll(folder, record, hashed, others);
      } finally {
        lock.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot keep results in " + folder + ": " + Reason.ofWriting(e), e);
    }
  }

  private static List<String> writeAll(
      Path folder, Provenance record, Map<String, String> hashed, Map<String, String> others)
      throws IOException {
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
  }
}
