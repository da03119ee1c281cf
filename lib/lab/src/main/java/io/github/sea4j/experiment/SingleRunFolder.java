package io.github.sea4j.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the files of one run and the record of where they come from. */
final class SingleRunFolder {

  private SingleRunFolder() {}

  /**
   * Writes all files; the record last, so that a folder with a record is whole.
   *
   * @param hashed texts that the parameters decide, by file name; the record has their hash
   * @param others texts that differ from run to run, by file name
   * @return the names of the files
   */
  static List<String> write(
      Path folder,
      SingleExperiment experiment,
      Map<String, String> hashed,
      Map<String, String> others) {
    requireNotStopped(experiment);
    try {
      FolderLock lock = FolderLock.take(folder);
      try {
        return writeAll(folder, experiment, hashed, others);
      } finally {
        lock.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep results in " + folder + ": " + e, e);
    }
  }

  private static List<String> writeAll(
      Path folder,
      SingleExperiment experiment,
      Map<String, String> hashed,
      Map<String, String> others)
      throws IOException {
    List<String> names = new ArrayList<>();
    for (Map<String, String> files : List.of(hashed, others)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        AtomicFile.write(folder.resolve(file.getKey()), file.getValue());
        names.add(file.getKey());
      }
    }
    String hash = FolderStore.sha256(String.join("", hashed.values()));
    Provenance.of(experiment.name(), Parameters.of(experiment.parameters()), 1)
        .finished(hash, 1)
        .write(folder.resolve(FolderStore.PROVENANCE_FILE));
    names.add(FolderStore.PROVENANCE_FILE);
    return names;
  }

  /** Solvers that were cut short answer with less than they would. */
  private static void requireNotStopped(SingleExperiment experiment) {
    if (Thread.currentThread().isInterrupted()) {
      throw new SweepStoppedException(
          experiment.name() + ": stopped; of a single run nothing is kept",
          new InterruptedException());
    }
  }
}
