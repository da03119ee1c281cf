package io.github.sea4j.store;

import io.github.sea4j.table.Schema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a store keeps: rows of one kind, in entries that are kept whole or not at all.
 *
 * @param <K> what tells entries apart
 * @param <R> the kind of row
 * @param schema columns of the rows
 * @param key entry that a row belongs to
 * @param rowsPerEntry how many rows make an entry whole; rows behind them begin it anew, and take
 *     the place of the earlier ones
 */
public record RowFormat<K, R>(Schema<R> schema, Function<R, K> key, int rowsPerEntry) {

  /** The lines of an entry in the journal, each as fields. */
  List<List<String>> lines(List<R> entry) {
    if (entry.size() != rowsPerEntry) {
      throw new IllegalArgumentException(
          "rows of an entry must be %d, but are %d".formatted(rowsPerEntry, entry.size()));
    }
    return entry.stream().map(schema::line).toList();
  }

  /**
   * The whole entries of a journal's lines, in their order; the map can be added to. The rows of an
   * entry stand one behind the other. A line that is empty or of another width breaks an entry.
   *
   * @throws IllegalArgumentException if a line is not such a row
   */
  Map<K, List<R>> entries(List<List<String>> lines) {
    int fields = schema.determined().size() + 1;
    return grouped(
        lines.stream()
            .map(line -> Optional.of(line).filter(l -> l.size() == fields).map(schema::parse))
            .toList());
  }

  /** Where there is no row an entry breaks. */
  private Map<K, List<R>> grouped(List<Optional<R>> rows) {
    Map<K, List<R>> entries = new LinkedHashMap<>();
    List<R> entry = new ArrayList<>();
    for (Optional<R> row : rows) {
      if (!entry.isEmpty() && !Optional.of(entry.get(0)).map(key).equals(row.map(key))) {
        entry = new ArrayList<>();
      }
      row.ifPresent(entry::add);
      if (entry.size() == rowsPerEntry) {
        entries.put(key.apply(entry.get(0)), entry);
        entry = new ArrayList<>();
      }
    }
    return entries;
  }

  /**
   * Reads finished results and their times.
   *
   * @throws FolderRefusedException naming the file that does not hold them
   */
  Map<K, List<R>> read(Path folder) {
    try {
      return grouped(schema.read(folder).stream().map(Optional::of).toList());
    } catch (IllegalArgumentException changed) {
      throw new FolderRefusedException(String.valueOf(changed.getMessage()), changed);
    }
  }
}
