package io.github.sea4j.experiment;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Keeps what a study has finished; used by one thread.
 *
 * @param <K> what tells entries apart
 * @param <E> an entry
 */
interface TrialStore<K, E> extends AutoCloseable {

  /**
   * Opens the store that an execution asks for.
   *
   * @param record where the results come from
   * @param mostRows how many rows the results can have
   */
  static <K, E> TrialStore<K, E> open(
      Execution execution, Provenance record, long mostRows, EntryFormat<K, E> format)
      throws IOException {
    return execution.folder().isEmpty()
        ? new SessionStore<>(record.experiment() + " " + record.parameters())
        : FolderStore.open(execution.folder().get(), record, mostRows, format);
  }

  /** What is finished, by earlier runs of the same study too. */
  Map<K, E> finished();

  /** Keeps an entry, in place of an earlier one; a killed process does not lose it from now on. */
  void append(K key, E entry) throws IOException;

  /** All is finished. */
  void complete(List<E> canonical, long trials) throws IOException;

  /** Lets go of what the store holds; an unfinished study can be taken up again. */
  @Override
  void close() throws IOException;
}
