package io.github.sea4j.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Puts what the shards of a sweep have finished into one folder, to be gone on with there. */
public final class MergedFolder {

  private MergedFolder() {}

  /**
   * Writes a folder that holds all that is finished in these; they stay as they are.
   *
   * @param shards folders of one experiment with one set of parameters, none of them in use
   * @param merged empty or not there
   * @throws FolderRefusedException naming the folder that has no record, is finished already, is in
   *     use, is given twice, or is of another experiment; or the merged one, if it is not empty
   */
  public static void write(List<Path> shards, Path merged) throws IOException {
    List<FolderLock> locks = new ArrayList<>();
    try {
      StringBuilder journal = new StringBuilder();
      Provenance record = null;
      for (int i = 0; i < shards.size(); i++) {
        Path shard = shards.get(i);
        Provenance there = unfinished(shard);
        requireOnce(shard, shards.subList(0, i));
        locks.add(FolderLock.take(shard));
        record = record == null ? there : together(shard, record, there);
        journal.append(wholeLines(shard.resolve(FolderStore.JOURNAL_FILE)));
      }
      locks.add(FolderLock.take(merged));
      if (Provenance.in(merged) != null) {
        throw new FolderRefusedException(
            merged + " holds an experiment already; give another folder");
      }
      FolderStore.requireNoResults(merged);
      AtomicFile.write(merged.resolve(FolderStore.JOURNAL_FILE), journal.toString());
      if (record != null) {
        record.write(merged);
      }
    } finally {
      for (FolderLock lock : locks) {
        lock.close();
      }
    }
  }

  private static Provenance unfinished(Path shard) throws IOException {
    Provenance there = Provenance.in(shard);
    if (there == null) {
      throw new FolderRefusedException(shard + " has no record of an experiment");
    }
    if (there.sha256() != null) {
      throw new FolderRefusedException(
          shard + " is finished: it holds the whole experiment, not a shard of it");
    }
    return there;
  }

  private static void requireOnce(Path shard, List<Path> others) throws IOException {
    for (Path other : others) {
      if (Files.isSameFile(shard, other)) {
        throw new FolderRefusedException(shard + " is given twice");
      }
    }
  }

  private static Provenance together(Path shard, Provenance record, Provenance there) {
    String difference = there.difference(record, Growth.NONE);
    if (!difference.isEmpty()) {
      throw new FolderRefusedException(
          "%s holds results of other parameters (%s)".formatted(shard, difference));
    }
    return there.resuming(record);
  }

  /**
   * A torn line at the end, of a shard that was killed, must not run into the next shard's, nor the
   * first rows of an entry: the blank line behind them breaks it.
   */
  private static String wholeLines(Path journal) throws IOException {
    String text = Journal.read(journal);
    return text.substring(0, text.lastIndexOf('\n') + 1) + "\n";
  }
}
