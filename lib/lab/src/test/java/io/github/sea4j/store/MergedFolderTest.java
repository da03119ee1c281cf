package io.github.sea4j.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sea4j.table.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedFolderTest {

  private record Part(String name, int number, double seconds) {}

  private static final RowFormat<String, Part> PAIRS =
      new RowFormat<>(
          Schema.of(
              List.of(Schema.text("name", Part::name), Schema.integer("number", Part::number)),
              Schema.decimal("seconds", Part::seconds),
              values ->
                  new Part(
                      values.text("name"), values.integer("number"), values.decimal("seconds"))),
          Part::name,
          2);

  @TempDir Path parent;

  private static Store<String, Part> open(Path folder) throws IOException {
    Provenance record = Provenance.of("pairs", Parameters.of("seed", "1"), 2);
    return Store.inFolder(folder, record, Growth.NONE, 4, PAIRS);
  }

  private static List<Part> pair(String name) {
    return List.of(new Part(name, 1, 0.5), new Part(name, 2, 0.25));
  }

  private Path shard(String folder, String... names) throws IOException {
    Path shard = parent.resolve(folder);
    try (Store<String, Part> store = open(shard)) {
      for (String name : names) {
        store.append(name, pair(name));
      }
    }
    return shard;
  }

  /** Killed between the rows of an entry that the next folder has whole: neither lost nor mixed. */
  @Test
  void theFirstRowOfATornEntryDoesNotRunIntoTheNextShard() throws IOException {
    Path first = shard("first", "a", "b");
    Path second = shard("second", "b");
    Path journal = first.resolve(FolderStore.JOURNAL_FILE);
    String text = Files.readString(journal);
    Files.writeString(journal, text.substring(0, text.length() - 5));
    Path merged = parent.resolve("merged");
    MergedFolder.write(List.of(first, second), merged);
    try (Store<String, Part> store = open(merged)) {
      assertEquals(Map.of("a", pair("a"), "b", pair("b")), store.finished());
    }
  }
}
