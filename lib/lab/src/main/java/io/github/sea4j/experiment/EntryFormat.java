package io.github.sea4j.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a store writes and reads what it keeps.
 *
 * @param <K> what tells entries apart
 * @param <E> an entry: the unit that is kept whole or not at all
 */
interface EntryFormat<K, E> {

  /** The lines of an entry in the journal, each as fields. */
  List<List<String>> lines(E entry);

  /** The whole entries of a journal's whole lines, in their order; the map can be added to. */
  Map<K, E> entries(List<List<String>> lines);

  /** The text of the results file, without times. */
  String results(List<E> entries);

  /** The text of the file of times. */
  String times(List<E> entries);

  /** Reads both files from a folder. */
  Map<K, E> read(Path folder);
}
