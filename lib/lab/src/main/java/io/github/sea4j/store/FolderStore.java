package io.github.sea4j.store;

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
final class FolderStore<K, R> implements Store<K, R> {

  static final String JOURNAL_FILE = "running.csv";
  private static final long BYTES_PER_ROW = 1024;

  private final Path folder;
  private final FolderLock lock;
  private final RowFormat<K, R> format;
  private Provenance provenance;
  private final Map<K, List<R>> finished;
  private final @Nullable Journal<K, R> journal;

  private FolderStore(
      Path folder,
      FolderLock lock,
      RowFormat<K, R> format,
      Provenance provenance,
      Map<K, List<R>> finished,
      @Nullable Journal<K, R> journal) {
    this.folder = folder;
    this.lock = lock;
    this.format = format;
    this.provenance = provenance;
    this.finished = finished;
    this.journal = journal;
  }

  /** Opens a folder for a study, see {@link Store#inFolder}. */
  static <K, R> FolderStore<K, R> open(
      Path folder, Provenance here, Growth growth, long mostRows, RowFormat<K, R> format)
      throws IOException {
    FolderLock lock = FolderLock.take(folder);
    try {
      return open(folder, record(folder, here, growth, format), mostRows, format, lock);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static <K, R> FolderStore<K, R> open(
      Path folder, Provenance here, long mostRows, RowFormat<K, R> format, FolderLock lock)
      throws IOException {
    if (here.sha256() != null) {
      requireUnchanged(folder, here);
      return new FolderStore<>(folder, lock, format, here, format.read(folder), null);
    }
    Path file = folder.resolve(JOURNAL_FILE);
    long written = Files.exists(file) ? Files.size(file) : 0;
    requireSpace(folder, mostRows * BYTES_PER_ROW - written);
    here.write(folder);
    Journal<K, R> journal = Journal.open(file, format);
    return new FolderStore<>(folder, lock, format, here, journal.finished(), journal);
  }

  /** The record to go on with: that of the finished results, or that of the run that begins. */
  private static <K, R> Provenance record(
      Path folder, Provenance here, Growth growth, RowFormat<K, R> format) throws IOException {
    Provenance there = Provenance.in(folder);
    if (there == null) {
      requireNoResults(folder);
      return here;
    }
    requireSame(folder, here, there, growth);
    if (there.sha256() == null) {
      return here.resuming(there);
    }
    if (here.parameters().equals(there.parameters())) {
      return there;
    }
    requireUnchanged(folder, there);
    // First the journal: whoever is killed before the record is written finds finished results.
    Journal.write(folder.resolve(JOURNAL_FILE), format, format.read(folder).values());
    return here.extending(there);
  }

  @Override
  public Map<K, List<R>> finished() {
    return finished;
  }

  @Override
  public void append(K key, List<R> entry) throws IOException {
    if (journal == null) {
      throw new IllegalStateException("the results in " + folder + " are finished");
    }
    journal.append(key, entry);
  }

  @Override
  public void complete(List<R> canonical, long trials) throws IOException {
    if (journal == null) {
      return;
    }
    String results = format.schema().format(canonical);
    AtomicFile.write(folder.resolve(ResultTable.RESULTS_FILE), results);
    AtomicFile.write(
        folder.resolve(ResultTable.TIMES_FILE), format.schema().formatTimes(canonical));
    provenance = provenance.finished(sha256(results), trials);
    provenance.write(folder);
    journal.close();
    // Goes last: what takes its place is on the disk under its name by now.
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
    for (String name : List.of(ResultTable.RESULTS_FILE, ResultTable.TIMES_FILE)) {
      if (!Files.exists(folder.resolve(name))) {
        throw new FolderRefusedException(
            "%s is missing, but %s says that the experiment finished"
                .formatted(folder.resolve(name), Provenance.FILE));
      }
    }
    Path file = folder.resolve(ResultTable.RESULTS_FILE);
    if (!sha256(Files.readAllBytes(file)).equals(record.sha256())) {
      throw new FolderRefusedException(
          file + " was changed after the experiment wrote it: its hash is not the recorded one");
    }
  }

  private static void requireSame(Path folder, Provenance here, Provenance there, Growth growth) {
    String difference = here.difference(there, growth);
    if (!difference.isEmpty()) {
      throw new FolderRefusedException(
          "%s holds results of other parameters (%s); give another folder or remove this one"
              .formatted(folder, difference));
    }
  }

  static void requireNoResults(Path folder) {
    for (String name : List.of(JOURNAL_FILE, ResultTable.RESULTS_FILE, ResultTable.TIMES_FILE)) {
      if (Files.exists(folder.resolve(name))) {
        throw new FolderRefusedException(
            "%s holds %s without the record %s that says what it is; give another folder"
                .formatted(folder, name, Provenance.FILE));
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

  /** The hash of a text as UTF-8, in hexadecimal digits. */
  static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
