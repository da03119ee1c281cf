package io.github.sea4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders of results that were damaged or edited: gone on with where nothing is lost, or named. */
class OddFoldersTest {

  private static final String RECORD = "provenance.json";

  @TempDir Path parent;
  private Path part = Path.of("");
  private Path whole = Path.of("");

  @BeforeEach
  void places() {
    part = parent.resolve("part");
    whole = parent.resolve("whole");
  }

  private static Outcome noise(Path folder, String... more) {
    List<Object> words = new ArrayList<>(List.of("experiment", "noise", "--set", "size=40"));
    words.addAll(List.of("--set", "sparsities=2,4", "--set", "instances=2"));
    words.addAll(List.of("--set", "solvers=omp, ols", "--output", folder));
    words.addAll(List.of(more));
    return Outcome.of(words.toArray());
  }

  /** Refused where the folder is opened: behind the line that says what is run. */
  private static void assertRefused(Outcome outcome, String... parts) {
    assertEquals(2, outcome.code(), outcome.err());
    String last = outcome.err().lines().reduce("", (before, line) -> line);
    assertFalse(last.contains("Exception"), last);
    for (String part : parts) {
      assertTrue(last.contains(part), "'" + part + "' is not in: " + last);
    }
  }

  private static void edit(Path file, String before, String after) throws IOException {
    String text = Files.readString(file);
    String edited = text.replaceFirst(before, after);
    assertFalse(text.equals(edited), before + " is not in " + text);
    Files.writeString(file, edited);
  }

  /** What a disk leaves behind a journal when the power goes. */
  @Test
  void aJournalThatEndsInBytesThatAreNoTextIsGoneOnWith() throws IOException {
    noise(part, "--shard", "1/2").assertDone();
    Path journal = part.resolve("running.csv");
    byte[] text = Files.readAllBytes(journal);
    byte[] torn = new byte[text.length + 3];
    System.arraycopy(text, 0, torn, 0, text.length);
    torn[text.length] = (byte) 0xC3;
    torn[text.length + 1] = (byte) 0xFF;
    Files.write(journal, torn);
    Path merged = parent.resolve("merged");
    Outcome outcome = Outcome.of("experiment", "merge", part, "--output", merged);
    assertEquals(1, outcome.code(), outcome.err());
    noise(part, "--resume").assertDone();
    noise(merged, "--resume").assertDone();
    noise(whole).assertDone();
    for (Path folder : List.of(part, merged)) {
      assertEquals(
          Files.readString(whole.resolve("results.csv")),
          Files.readString(folder.resolve("results.csv")));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"instances\": \"2\"' | '\"instances\": \"abc\"' | instances is abc there and 2 here",
        "'\"instances\": \"2\"' | '\"instances\": null' | 'instances' cannot be null",
        "'\"sparsities\": \"2,4\"' | '\"sparsities\": \"9:1\"' | sparsities is 9:1 there",
        "'\"trials\": \\d+' | '\"trials\": \"x\"' | 'trials' cannot be \"x\"",
        "'\"trials\": \\d+' | '\"trial\": 1' | it has no 'trials'",
        "'\"commits\": \\[' | '\"commits\": [null,' | 'commits' cannot be",
        "'(?s)^.*$' | '' | it is empty",
        "'(?s)^.*$' | '[1]' | is not a record of an experiment",
      })
  void aRecordThatWasEditedIsRefused(String before, String after, String said) throws IOException {
    noise(part, "--shard", "1/2").assertDone();
    edit(part.resolve(RECORD), before, after);
    assertRefused(noise(part, "--resume"), "--output " + part, said);
  }

  @Test
  void timesThatDoNotFitAreRefused() throws IOException {
    noise(whole).assertDone();
    Path times = whole.resolve("seconds.csv");
    edit(times, "\\n[^\\n]+", "\nsoon");
    assertRefused(noise(whole, "--resume"), times.toString(), "line 2", "soon");
    Files.writeString(times, "seconds\n1\n");
    assertRefused(noise(whole, "--resume"), times.toString(), "has 1");
    Files.delete(times);
    assertRefused(noise(whole, "--resume"), times.toString(), "is missing");
    Files.write(whole.resolve("results.csv"), new byte[] {(byte) 0xFF});
    Files.writeString(times, "seconds\n1\n");
    assertRefused(noise(whole, "--resume"), "results.csv was changed");
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() {
    assumeTrue(Files.isDirectory(Path.of("/proc")));
    assertRefused(noise(Path.of("/proc/sea4j")), "--output /proc/sea4j", "cannot be made there");
  }

  @Test
  void whatSomebodyElseHasWrittenStays() throws IOException {
    Files.createDirectory(part);
    Path times = Files.writeString(part.resolve("seconds.csv"), "mine");
    assertRefused(noise(part, "--resume"), "holds seconds.csv without the record");
    assertEquals("mine", Files.readString(times));
  }

  @Test
  void mergeNamesAFolderThatIsGivenTwiceAndWritesNothingForAnUnknownExperiment()
      throws IOException {
    noise(part, "--shard", "1/2").assertDone();
    Path again = part.resolve("..").resolve("part");
    Outcome.of("experiment", "merge", part, again, "--output", whole)
        .assertRefused(again + " is given twice");
    edit(part.resolve(RECORD), "\"noise\"", "\"noises\"");
    Outcome.of("experiment", "merge", part, "--output", whole)
        .assertRefused("merge: ", "unknown experiment 'noises'");
    assertFalse(Files.exists(whole.resolve("running.csv")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--set", "--seed", "--preset", "--shard", "--threads", "--plot"})
  void mergeAndListTakeNoOptionThatTheyWouldIgnore(String option) {
    for (String name : List.of("merge", "list")) {
      Outcome.of("experiment", name, option, option.equals("--set") ? "size=4" : "1")
          .assertRefused(option + ": " + name + " takes no such option");
    }
    Outcome.of("experiment", "list", "--resume").assertRefused("list takes no");
  }
}
