package io.github.sea4j.store;

import io.github.sea4j.table.Schema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** The whole entries of a journal's whole lines, in their order; the map can be added to. */
  Map<K, List<R>> entries(List<List<String>> lines) {
    int fields = schema.determined().size() + 1;
    return grouped(
        lines.stream().filter(line -> line.size() == fields).map(schema::parse).toList());
  }

  /** Reads finished results and their times. */
  Map<K, List<R>> read(Path folder) {
    return grouped(schema.read(folder));
  }

  private Map<K, List<R>> grouped(List<R> rows) {
    Map<K, List<R>> entries = new LinkedHashMap<>();
    for (R row : rows) {
      List<R> entry = entries.computeIfAbsent(key.apply(row), unseen -> new ArrayList<>());
      if (entry.size() == rowsPerEntry) {
        entry.clear();
      }
      entry.add(row);
    }
    entries.values().removeIf(entry -> entry.size() != rowsPerEntry);
    return entries;
  }
}
