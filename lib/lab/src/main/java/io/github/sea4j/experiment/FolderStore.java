package io.github.sea4j.experiment;

import io.github.sea4j.table.ResultCsv;
import io.github.sea4j.table.ResultRow;
import io.github.sea4j.table.ResultTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps trials in a folder: a journal while the sweep runs; then results, times and the record of
 * where they come from.
 */
final class FolderStore implements TrialStore {

  private static final String JOURNAL_FILE = "running.csv";
  static final String PROVENANCE_FILE = "provenance.json";
  private static final long BYTES_PER_ROW = 1024;

  private final Path folder;
  private final FolderLock lock;
  private Provenance provenance;
  private final Map<Trial.Key, List<ResultRow>> finished;
  private final @Nullable Journal journal;

  private FolderStore(
      Path folder,
      FolderLock lock,
      Provenance provenance,
      Map<Trial.Key, List<ResultRow>> finished,
      @Nullable Journal journal) {
    this.folder = folder;
    this.lock = lock;
    this.provenance = provenance;
    this.finished = finished;
    this.journal = journal;
  }

  /**
   * Opens a folder for a sweep; makes it where there is none.
   *
   * @throws IOException if it cannot be written or its disk is almost full
   * @throws IllegalStateException if another process or sweep holds it, or if it holds results of
   *     other parameters or results that were changed
   */
  static FolderStore open(Path folder, Sweep sweep) throws IOException {
    FolderLock lock = FolderLock.take(folder);
    try {
      return open(folder, sweep, lock);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static FolderStore open(Path folder, Sweep sweep, FolderLock lock) throws IOException {
    Provenance here = Provenance.of(sweep);
    Provenance there = Provenance.read(folder.resolve(PROVENANCE_FILE));
    if (there == null) {
      requireNoResults(folder);
      requireSpace(folder, sweep.total() * sweep.protocol().rowsPerTrial());
      here.write(folder.resolve(PROVENANCE_FILE));
    } else {
      requireSame(folder, here, there);
      here = there.sha256() == null ? here.resuming(there) : there;
    }
    if (here.sha256() != null) {
      return new FolderStore(folder, lock, here, readResults(folder, here), null);
    }
    Journal journal = Journal.open(folder.resolve(JOURNAL_FILE), sweep.protocol().rowsPerTrial());
    here.write(folder.resolve(PROVENANCE_FILE));
    return new FolderStore(folder, lock, here, journal.finished(), journal);
  }

  @Override
  public Map<Trial.Key, List<ResultRow>> finished() {
    return finished;
  }

  @Override
  public void append(Trial.Key trial, List<ResultRow> rows) throws IOException {
    if (journal == null) {
      throw new IllegalStateException("the results in " + folder + " are finished");
    }
    journal.append(trial, rows);
  }

  @Override
  public void complete(List<ResultRow> canonicalRows) throws IOException {
    if (journal == null) {
      return;
    }
    String results = ResultCsv.format(canonicalRows);
    AtomicFile.write(folder.resolve(ResultTable.RESULTS_FILE), results);
    AtomicFile.write(folder.resolve(ResultTable.TIMES_FILE), ResultCsv.formatTimes(canonicalRows));
    provenance = provenance.finished(sha256(results));
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

  private static Map<Trial.Key, List<ResultRow>> readResults(Path folder, Provenance record)
      throws IOException {
    Path file = folder.resolve(ResultTable.RESULTS_FILE);
    if (!sha256(Files.readString(file)).equals(record.sha256())) {
      throw new IllegalStateException(
          file + " was changed after the experiment wrote it: its hash is not the recorded one");
    }
    Map<Trial.Key, List<ResultRow>> trials = new LinkedHashMap<>();
    for (ResultRow row : ResultCsv.read(file, folder.resolve(ResultTable.TIMES_FILE))) {
      trials
          .computeIfAbsent(new Trial.Key(row.cell(), row.trial()), key -> new ArrayList<>())
          .add(row);
    }
    return trials;
  }

  private static void requireSame(Path folder, Provenance here, Provenance there) {
    String difference = here.difference(there);
    if (!difference.isEmpty()) {
      throw new IllegalStateException(
          "%s holds results of other parameters (%s); give another folder or remove this one"
              .formatted(folder, difference));
    }
  }

  private static void requireNoResults(Path folder) {
    for (String name : List.of(JOURNAL_FILE, ResultTable.RESULTS_FILE)) {
      if (Files.exists(folder.resolve(name))) {
        throw new IllegalStateException(
            "%s holds %s without the record %s that says what it is; give another folder"
                .formatted(folder, name, PROVENANCE_FILE));
      }
    }
  }

  private static void requireSpace(Path folder, long rows) throws IOException {
    long needed = rows * BYTES_PER_ROW;
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
