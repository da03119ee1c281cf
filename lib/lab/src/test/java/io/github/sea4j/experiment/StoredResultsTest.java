package io.github.sea4j.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.language.Solvers;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.store.FolderRefusedException;
import io.github.sea4j.store.Parameters;
import io.github.sea4j.store.Provenance;
import io.github.sea4j.summary.CellMeans;
import io.github.sea4j.summary.Effort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

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
        FolderRefusedException.class, () -> StoredResults.in(folder, Experiments.deconvolution()));
    Files.writeString(folder.resolve("results.csv"), "changed");
    assertThrows(
        FolderRefusedException.class,
        () -> StoredResults.in(folder, Experiments.phaseTransition()));
  }

  @Test
  void storedMeansSayWhereTheyComeFrom() throws Exception {
    ComparisonExperiment noise =
        Experiments.noise().size(30).sparsities(2).instances(3).solvers("omp", "sea(iterations=9)");
    assertEquals(Optional.empty(), StoredResults.meansIn(folder, noise));
    Path rows = folder.resolve("noise");
    Table means = CellMeans.of(noise.into(rows).run());
    means.write().csv(rows.resolve(CellMeans.FILE).toFile());
    assertEquals(Optional.empty(), StoredResults.meansIn(rows, noise), "no record yet");
    Provenance.ofFinished(rows).orElseThrow().writeForMeans(rows);
    ExperimentResults found = StoredResults.meansIn(rows, noise).orElseThrow();
    assertEquals(means.write().toString("csv"), found.table().write().toString("csv"));
    assertTrue(found.origin().contains("at most 3 instances a point"), found.origin());
    assertThrows(
        FolderRefusedException.class,
        () -> StoredResults.meansIn(rows, Experiments.deconvolution()));
    assertEquals(
        means.write().toString("csv"), noise.storedMeansOrRun().table().write().toString("csv"));
  }

  @Test
  void onlyTheSizeMayDifferAndOnlyAsAPresetHasIt() {
    ComparisonExperiment quick = Experiments.noise().quick();
    Map<String, String> paper = quick.paper().parameters();
    assertTrue(quick.isAnsweredBy(paper));
    assertTrue(quick.paper().isAnsweredBy(quick.parameters()));
    assertTrue(quick.isAnsweredBy(quick.sparsities(3).instances(2).parameters()));
    assertFalse(quick.sparsities(3).isAnsweredBy(paper), "not a preset's size");
    assertFalse(quick.instances(11).isAnsweredBy(paper), "not a preset's size");
    for (ComparisonExperiment changed :
        List.of(
            quick.size(400),
            quick.kernelWidth(2),
            quick.signalToNoise(20),
            quick.truncated(),
            quick.solvers("sea", "omp"),
            quick.seed(2))) {
      assertFalse(changed.isAnsweredBy(paper), changed.toString());
    }
    assertFalse(Experiments.phaseTransition().size(200).isAnsweredBy(small.parameters()));
  }

  @Tag("slow")
  @Test
  void theNotebooksExperimentsAreAnsweredByWhatComesWithTheProject() {
    List<SweepExperiment<?>> kept =
        Experiments.sweeps().stream().filter(sweep -> sweep.stored().isPresent()).toList();
    assertFalse(kept.isEmpty(), "data/results has nothing");
    for (SweepExperiment<?> sweep : kept) {
      assertTrue(sweep.isAnsweredBy(sweep.stored().orElseThrow().parameters()), sweep.name());
    }
    ComparisonExperiment other =
        Experiments.deconvolution().sparsities(2).size(40).instances(1).solvers("omp");
    String origin = other.storedOrRun().origin();
    assertTrue(origin.startsWith("run now, as the stored ones differ: at most 1 inst"), origin);
    assertTrue(
        Experiments.deconvolution().storedOrRun().origin().startsWith("stored in data/results"));
  }

  /** Keys were migrated from short names to canonical texts; the numbers beside them were not. */
  @Tag("slow")
  @Test
  void everyStoredSolverReadsBackAsItself() {
    int keys = 0;
    for (SweepExperiment<?> sweep : Experiments.sweeps()) {
      Optional<ExperimentResults> stored = sweep.stored();
      if (stored.isEmpty()) {
        continue;
      }
      Set<String> found = stored.get().table().stringColumn("solver").asSet();
      for (String name : found) {
        assertEquals(name, Solvers.parse(name).name(), sweep.name());
      }
      SweepExperiment<?> same = sweep.with(stored.get().parameters());
      Set<String> asked = new HashSet<>();
      for (Solver solver : same.solvers()) {
        List<String> budgets =
            Parameters.split(stored.get().parameters().getOrDefault("budgets", ""));
        for (String budget : budgets) {
          asked.add(
              budget.isEmpty()
                  ? solver.name()
                  : "within(%s, products=%s)".formatted(solver.name(), budget));
        }
      }
      // within(..., products=1000) has its default, which a canonical text leaves out.
      assertEquals(
          asked.stream().map(text -> Solvers.parse(text).name()).collect(Collectors.toSet()),
          found,
          sweep.name());
      keys += found.size();
    }
    assertTrue(keys > 200, "keys: " + keys);
  }

  @Test
  void resultsThatAreGoneAreRefused() throws Exception {
    Files.delete(folder.resolve("results.csv"));
    FolderRefusedException refusal =
        assertThrows(
            FolderRefusedException.class,
            () -> StoredResults.in(folder, Experiments.phaseTransition()));
    assertTrue(String.valueOf(refusal.getMessage()).contains("is missing"), refusal.toString());
  }

  @Test
  void theEffortIsTheTimeOfAllRunsTogether() {
    ExperimentResults found = StoredResults.in(folder, Experiments.phaseTransition()).orElseThrow();
    Effort effort = Effort.of(found.table());
    assertEquals((long) found.table().intColumn("runs").sum(), effort.runs());
    assertTrue(effort.seconds() > 0);
  }
}
