package io.github.sea4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An experiment in parts, and the parts put together: the bytes of one run. */
class ShardsTest {

  private static final List<String> GRID =
      List.of(
          "noise",
          "--set",
          "size=40",
          "--set",
          "sparsities=2,4",
          "--set",
          "instances=4",
          "--set",
          "solvers=sea(iterations=20), omp");

  private static final List<String> SEARCH =
      List.of(
          "phase-transition",
          "--set",
          "size=20",
          "--set",
          "zetas=0.5,0.8",
          "--set",
          "instances=20",
          "--set",
          "solvers=omp, ols");

  @TempDir Path parent;
  private Path merged;

  @BeforeEach
  void places() {
    merged = parent.resolve("merged");
  }

  private static Outcome run(List<String> experiment, Path folder, String... more) {
    List<Object> words = new ArrayList<>(List.of("experiment"));
    words.addAll(experiment);
    words.addAll(List.of("--output", folder));
    words.addAll(List.of(more));
    return Outcome.of(words.toArray());
  }

  private Path shard(List<String> experiment, int index, int count) {
    Path folder = parent.resolve("part-" + index);
    Outcome outcome = run(experiment, folder, "--shard", index + "/" + count).assertDone();
    assertTrue(outcome.out().contains("part %d/%d is in ".formatted(index, count)), outcome.out());
    return folder;
  }

  private Outcome merge(Path... folders) {
    List<Object> words = new ArrayList<>(List.of("experiment", "merge"));
    words.addAll(List.of(folders));
    words.addAll(List.of("--output", merged));
    return Outcome.of(words.toArray());
  }

  private String whole(List<String> experiment) throws IOException {
    Path folder = parent.resolve("whole");
    run(experiment, folder).assertDone();
    return results(folder);
  }

  private static String results(Path folder) throws IOException {
    return Files.readString(folder.resolve("results.csv"));
  }

  @Test
  void mergedCellsAreTheBytesOfOneRun() throws IOException {
    Path[] parts =
        IntStream.of(3, 1, 2).mapToObj(index -> shard(GRID, index, 3)).toArray(Path[]::new);
    merge(parts).assertDone();
    assertEquals(whole(GRID), results(merged));
    assertTrue(Files.readString(merged.resolve("provenance.json")).contains("sha256"));
  }

  @Test
  void mergedSearchesAreTheBytesOfOneRun() throws IOException {
    merge(shard(SEARCH, 1, 2), shard(SEARCH, 2, 2)).assertDone();
    assertEquals(whole(SEARCH), results(merged));
  }

  @Test
  void whatIsMissingIsToldAndCanBeRunThere() throws IOException {
    Outcome outcome = merge(shard(GRID, 1, 3), shard(GRID, 3, 3));
    assertEquals(1, outcome.code());
    assertTrue(outcome.err().contains(" of 40 trials"), outcome.err());
    run(GRID, merged, "--resume").assertDone();
    assertEquals(whole(GRID), results(merged));
  }

  /** A shard killed in the middle of a line: the torn line must not swallow the next shard's. */
  @Test
  void aTornShardGoesOnByItself() throws IOException {
    Path first = shard(GRID, 1, 2);
    Path second = shard(GRID, 2, 2);
    Path journal = first.resolve("running.csv");
    String text = Files.readString(journal);
    Files.writeString(journal, text.substring(0, text.length() - 20));
    assertEquals(1, merge(first, second).code());
    run(GRID, first, "--shard", "1/2", "--resume").assertDone();
    merged = parent.resolve("again");
    merge(second, first).assertDone();
    assertEquals(whole(GRID), results(merged));
  }

  @Test
  void foldersThatDoNotBelongTogetherAreRefused() {
    Path first = shard(GRID, 1, 2);
    Path other = parent.resolve("other");
    run(GRID, other, "--shard", "2/2", "--seed", "7").assertDone();
    merge(first, other).assertRefused("seed");
    Path finished = parent.resolve("finished");
    run(GRID, finished).assertDone();
    merge(first, finished).assertRefused("finished");
    merge(first, parent.resolve("nowhere")).assertRefused("nowhere");
    merge().assertRefused("merge");
    Outcome.of("experiment", "merge", first).assertRefused("--output");
    merged = finished;
    merge(first).assertRefused("not empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/3", "4/3", "1/0", "1", "a/b", "-1/3", "1/3/5", ""})
  void aShardThatIsNoneIsNamed(String text) {
    run(GRID, parent.resolve("none"), "--shard", text).assertRefused("shard", text);
    assertTrue(Files.notExists(parent.resolve("none")));
  }

  @Test
  void foldersAndShardsBelongToSweeps() {
    Outcome.of("experiment", "noise", "folder").assertRefused("merge");
    Outcome.of("experiment", "traces", "--shard", "1/2", "--output", merged)
        .assertRefused("--shard");
  }
}
