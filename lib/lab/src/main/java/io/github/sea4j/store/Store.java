package io.github.sea4j.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Keeps what a study has finished; used by one thread.
 *
 * @param <K> what tells entries apart
 * @param <R> the kind of row; an entry is a list of them
 */
public interface Store<K, R> extends AutoCloseable {

  /**
   * A store in memory. What a stopped study had finished stays for the session, so that the same
   * study, run again, goes on; a finished one leaves nothing behind.
   *
   * @param identity what tells the study from others; empty for one that is never gone on with
   */
  static <K, R> Store<K, R> inMemory(String identity) {
    return new SessionStore<>(identity);
  }

  /**
   * A store in a folder, which is made if need be.
   *
   * @param record where the results come from
   * @param growth parameters that may be larger than those of the results that are there
   * @param mostRows how many rows the results can have
   * @throws IOException if the folder cannot be written or its disk is almost full
   * @throws FolderRefusedException if another process or study holds the folder, or if it holds
   *     results of other parameters or results that were changed
   */
  static <K, R> Store<K, R> inFolder(
      Path folder, Provenance record, Growth growth, long mostRows, RowFormat<K, R> format)
      throws IOException {
    return FolderStore.open(folder, record, growth, mostRows, format);
  }

  /** What is finished, by earlier runs of the same study too. */
  Map<K, List<R>> finished();

  /** Keeps an entry, in place of an earlier one; a killed process does not lose it from now on. */
  void append(K key, List<R> entry) throws IOException;

  /** All is finished: the rows in canonical order, and how many trials they come from. */
  void complete(List<R> canonical, long trials) throws IOException;

  /** Lets go of what the store holds; an unfinished study can be taken up again. */
  @Override
  void close() throws IOException;
}
