package io.github.sea4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.store.Provenance;
import io.github.sea4j.summary.CellMeans;
import io.github.sea4j.summary.Readings;
import io.github.sea4j.table.ResultTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code experiment means}: what is kept of a run whose rows are too many. */
class CondensedFolderTest {

  @TempDir Path parent;
  private Path rows;
  private Path small;

  @BeforeEach
  void run() {
    rows = parent.resolve("rows");
    small = parent.resolve("small");
    Outcome.of(
            "experiment",
            "noise",
            "--set",
            "size=40",
            "--set",
            "sparsities=3",
            "--set",
            "instances=3",
            "--set",
            "solvers=sea(iterations=20), omp",
            "--output",
            rows)
        .assertDone();
  }

  private Outcome means(Object... words) {
    Object[] all = new Object[words.length + 2];
    all[0] = "experiment";
    all[1] = "means";
    System.arraycopy(words, 0, all, 2, words.length);
    return Outcome.of(all);
  }

  @Test
  void aFileIsNoFolderForMeans() throws IOException {
    Files.writeString(small, "mine");
    means(rows, "--output", small).assertRefused("--output " + small, "is a file");
    assertEquals("mine", Files.readString(small));
  }

  @Test
  void meansStandBesideTheRecordOfTheRun() throws IOException {
    Outcome outcome = means(rows, "--output", small).assertDone();
    assertTrue(outcome.out().startsWith("means are in "), outcome.out());
    assertEquals(
        Readings.means(ResultTable.read(rows), "support_distance", "snr_db", 10, 40).print(),
        Readings.means(
                CellMeans.read(small.resolve(CellMeans.FILE)), "support_distance", "snr_db", 10, 40)
            .print());
    assertEquals(Provenance.ofFinished(rows), Provenance.ofMeans(small));
  }

  @Test
  void meansAreNotWrittenOverAndTheRestOfTheFolderStays() throws IOException {
    means(rows, "--output", rows).assertDone();
    String before = Files.readString(rows.resolve(CellMeans.FILE));
    means(rows, "--output", rows).assertRefused(CellMeans.FILE, "is there already");
    assertEquals(before, Files.readString(rows.resolve(CellMeans.FILE)));
    assertTrue(Provenance.ofFinished(rows).isPresent());
  }

  @Test
  void whatHasNoMeansIsRefused() {
    means("--output", small).assertRefused("one folder of results, but 0 are given");
    means(rows, rows, "--output", small).assertRefused("but 2 are given");
    means(rows).assertRefused("--output");
    means(parent, "--output", small).assertRefused("has no finished results");
    means(rows, "--output", small, "--resume").assertRefused("--resume");
    means(rows, "--output", small, "--seed", 2).assertRefused("--seed: means takes no such");
    Path search = parent.resolve("search");
    Outcome.of(
            "experiment",
            "phase-transition",
            "--set",
            "size=20",
            "--set",
            "zetas=0.5",
            "--set",
            "runs=10",
            "--set",
            "solvers=omp",
            "--output",
            search)
        .code();
    means(search, "--output", small).assertRefused("means: ");
    assertTrue(Files.notExists(small), "a refusal leaves nothing behind");
  }
}
