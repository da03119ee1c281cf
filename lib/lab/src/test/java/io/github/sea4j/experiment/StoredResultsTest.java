package io.github.sea4j.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredResultsTest {

  private final PhaseTransitionExperiment small =
      Experiments.phaseTransition().size(20).zetas(0.5).runs(10).solvers("omp").seed(7);

  @TempDir Path folder;

  @BeforeEach
  void run() {
    small.into(folder).run();
  }

  @Test
  void storedResultsSayWhereTheyComeFrom() {
    ExperimentResults found = StoredResults.in(folder, Experiments.phaseTransition()).orElseThrow();
    assertEquals(
        small.into(folder).run().write().toString("csv"), found.table().write().toString("csv"));
    assertEquals("7", found.parameters().get("seed"));
    assertTrue(found.origin().contains("at most 10 instances a point, seed 7"), found.origin());
    assertTrue(found.origin().contains("commit "), found.origin());
    assertTrue(found.origin().matches(".*, 20\\d\\d-\\d\\d-\\d\\dT.*Z"), found.origin());
  }

  @Test
  void foldersWithoutFinishedResultsAreNoResults() throws Exception {
    assertEquals(
        Optional.empty(), StoredResults.in(folder.resolve("none"), Experiments.phaseTransition()));
    Path record = folder.resolve("provenance.json");
    Files.writeString(
        record, Files.readString(record).replaceAll(",\\s*\"sha256\": \"[^\"]*\"", ""));
    assertEquals(Optional.empty(), StoredResults.in(folder, Experiments.phaseTransition()));
  }

  @Test
  void changedResultsAndThoseOfAnotherExperimentAreRefused() throws Exception {
    assertThrows(
        IllegalStateException.class, () -> StoredResults.in(folder, Experiments.deconvolution()));
    Files.writeString(folder.resolve("results.csv"), "changed");
    assertThrows(
        IllegalStateException.class, () -> StoredResults.in(folder, Experiments.phaseTransition()));
  }
}
