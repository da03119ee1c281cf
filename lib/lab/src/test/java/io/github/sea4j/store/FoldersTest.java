package io.github.sea4j.store;

import static io.github.sea4j.experiment.Says.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldersTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{}",
        "[]",
        "{'parameters': {'seed': null}}",
        "{'parameters': {'seed': []}}",
        "{'parameters': {}, 'experiment': {}}",
        "{'parameters': {}, 'experiment': 'noise', 'version': '1', 'commits': [], 'jdks': [],"
            + " 'trials': 'many'}"
      })
  void whatIsNoRecordIsRefused(String text) throws Exception {
    Files.writeString(folder.resolve(Provenance.FILE), text.replace('\'', '"'));
    FolderRefusedException refusal =
        assertThrows(FolderRefusedException.class, () -> Provenance.in(folder));
    assertSays(refusal, Provenance.FILE);
  }

  @Test
  void shardsAreNotMergedOverAnotherExperiment() throws Exception {
    Path shard = Files.createDirectory(folder.resolve("shard"));
    Path taken = Files.createDirectory(folder.resolve("taken"));
    Provenance.of("noise", Parameters.of("seed", "1"), 3).write(shard);
    Provenance.of("other", Parameters.of("seed", "2"), 3).finished("hash", 3).write(taken);
    String before = Files.readString(taken.resolve(Provenance.FILE));
    assertThrows(FolderRefusedException.class, () -> MergedFolder.write(List.of(shard), taken));
    assertEquals(before, Files.readString(taken.resolve(Provenance.FILE)));
    MergedFolder.write(List.of(shard), folder.resolve("empty"));
    assertEquals(Provenance.in(shard), Provenance.in(folder.resolve("empty")));
  }
}
