package io.github.sea4j.experiment;

import io.github.sea4j.table.ResultTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps entries in a folder: a journal while the study runs; then results, times and the record of
 * where they come from.
 */
final class FolderStore<K, E> implements TrialStore<K, E> {

  static final String PROVENANCE_FILE = "provenance.json";
  private static final String JOURNAL_FILE = "running.csv";
  private static final long BYTES_PER_ROW = 1024;

  private final Path folder;
  private final FolderLock lock;
  private final EntryFormat<K, E> format;
  private Provenance provenance;
  private final Map<K, E> finished;
  private final @Nullable Journal<K, E> journal;

  private FolderStore(
      Path folder,
      FolderLock lock,
      EntryFormat<K, E> format,
      Provenance provenance,
      Map<K, E> finished,
      @Nullable Journal<K, E> journal) {
    this.folder = folder;
    this.lock = lock;
    this.format = format;
    this.provenance = provenance;
    this.finished = finished;
    this.journal = journal;
  }

  /**
   * Opens a folder for a study; makes it where there is none.
   *
   * @param here the record of the study
   * @param mostRows how many rows the results can have
   * @throws IOException if it cannot be written or its disk is almost full
   * @throws FolderRefusedException if another process or study holds it, or if it holds results of
   *     other parameters or results that were changed
   */
  static <K, E> FolderStore<K, E> open(
      Path folder, Provenance here, long mostRows, EntryFormat<K, E> format) throws IOException {
    FolderLock lock = FolderLock.take(folder);
    try {
      return open(folder, here, mostRows, format, lock);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static <K, E> FolderStore<K, E> open(
      Path folder, Provenance now, long mostRows, EntryFormat<K, E> format, FolderLock lock)
      throws IOException {
    Provenance here = now;
    Provenance there = Provenance.read(folder.resolve(PROVENANCE_FILE));
    if (there == null) {
      requireNoResults(folder);
    } else {
      requireSame(folder, here, there);
      here = there.sha256() == null ? here.resuming(there) : there;
    }
    if (here.sha256() != null) {
      requireUnchanged(folder, here);
      return new FolderStore<>(folder, lock, format, here, format.read(folder), null);
    }
    Path file = folder.resolve(JOURNAL_FILE);
    long written = Files.exists(file) ? Files.size(file) : 0;
    requireSpace(folder, mostRows * BYTES_PER_ROW - written);
    here.write(folder.resolve(PROVENANCE_FILE));
    Journal<K, E> journal = Journal.open(file, format);
    return new FolderStore<>(folder, lock, format, here, journal.finished(), journal);
  }

  @Override
  public Map<K, E> finished() {
    return finished;
  }

  @Override
  public void append(K key, E entry) throws IOException {
    if (journal == null) {
      throw new IllegalStateException("the results in " + folder + " are finished");
    }
    journal.append(key, entry);
  }

  @Override
  public void complete(List<E> canonical, long trials) throws IOException {
    if (journal == null) {
      return;
    }
    String results = format.results(canonical);
    AtomicFile.write(folder.resolve(ResultTable.RESULTS_FILE), results);
    AtomicFile.write(folder.resolve(ResultTable.TIMES_FILE), format.times(canonical));
    provenance = provenance.finished(sha256(results), trials);
    provenance.write(folder.resolve(PROVENANCE_FILE));
    journal.close();
    Files.deleteIfExists(folder.resolve(JOURNAL_FILE));
  }

  @Override
  public void close() throws IOException {
    try {
      if (journal != null) {
        journal.close();
      }
    } finally {
      lock.close();
    }
  }

  /** Refuses results that are gone, or whose hash is not the recorded one. */
  static void requireUnchanged(Path folder, Provenance record) throws IOException {
    Path file = folder.resolve(ResultTable.RESULTS_FILE);
    if (!Files.exists(file)) {
      throw new FolderRefusedException(
          file + " is missing, but " + PROVENANCE_FILE + " says that the experiment finished");
    }
    if (!sha256(Files.readString(file)).equals(record.sha256())) {
      throw new FolderRefusedException(
          file + " was changed after the experiment wrote it: its hash is not the recorded one");
    }
  }

  private static void requireSame(Path folder, Provenance here, Provenance there) {
    String difference = here.difference(there);
    if (!difference.isEmpty()) {
      throw new FolderRefusedException(
          "%s holds results of other parameters (%s); give another folder or remove this one"
              .formatted(folder, difference));
    }
  }

  private static void requireNoResults(Path folder) {
    for (String name : List.of(JOURNAL_FILE, ResultTable.RESULTS_FILE)) {
      if (Files.exists(folder.resolve(name))) {
        throw new FolderRefusedException(
            "%s holds %s without the record %s that says what it is; give another folder"
                .formatted(folder, name, PROVENANCE_FILE));
      }
    }
  }

  private static void requireSpace(Path folder, long needed) throws IOException {
    long usable = Files.getFileStore(folder).getUsableSpace();
    if (usable < needed) {
      throw new IOException(
          "the results may need %d MB, but the disk has %d MB left"
              .formatted(needed >> 20, usable >> 20));
    }
  }

  static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
