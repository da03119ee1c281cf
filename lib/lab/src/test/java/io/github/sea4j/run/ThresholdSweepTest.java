package io.github.sea4j.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.experiment.Experiments;
import io.github.sea4j.experiment.PhaseTransitionExperiment;
import io.github.sea4j.store.Provenance;
import io.github.sea4j.summary.Thresholds;
import io.github.sea4j.table.PhaseColumns;
import io.github.sea4j.table.PhaseTable;
import io.github.sea4j.table.ResultColumns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

class ThresholdSweepTest {

  private static final SearchRule RULE = new SearchRule(200, 20);

  @TempDir Path temporary;

  private String results(String folder) throws Exception {
    return Files.readString(temporary.resolve(folder).resolve("results.csv"));
  }

  private void run(String folder, int threads) {
    FakeSearch.of(RULE, FakeSearch::draw)
        .run(Execution.standard().withThreads(threads).withFolder(temporary.resolve(folder)));
  }

  private String grown(String folder, double[] zetas, String... solvers) throws Exception {
    Experiments.phaseTransition()
        .with("size", "20")
        .instances(20)
        .zetas(zetas)
        .solvers(solvers)
        .onProgress(progress -> {})
        .into(temporary.resolve(folder))
        .run();
    return results(folder);
  }

  @Test
  void finishedSearchesGrowByZetasAndSolversToTheSameBytes() throws Exception {
    double[] both = {0.5, 0.8};
    String whole = grown("whole", both, "omp", "ols");
    grown("grown", new double[] {0.8}, "ols");
    assertEquals(whole, grown("grown", both, "omp", "ols"));
  }

  @Test
  void plantedThresholdsAreFound() {
    Table table = FakeSearch.of(new SearchRule(1000, 20), FakeSearch::draw).run(silent());
    Table thresholds = Thresholds.of(table);
    int[] planted = {30, 12};
    for (int row = 0; row < 2; row++) {
      int found = thresholds.intColumn(PhaseColumns.SPARSITY_95).get(row);
      // Next to the threshold the rate falls by 0.025 a step, 3.6 standard errors of 1000 runs.
      assertTrue(Math.abs(found - planted[row]) <= 1, "found " + found);
      double rho = planted[row] / 100.0;
      assertTrue(thresholds.doubleColumn(PhaseColumns.RHO_LOW).get(row) <= rho);
      assertTrue(thresholds.doubleColumn(PhaseColumns.RHO_HIGH).get(row) > rho);
      assertEquals(
          rho, thresholds.doubleColumn(PhaseColumns.RHO_LOGISTIC).get(row), 0.01, "logistic");
    }
  }

  @Test
  void onlyCellsNearTheCrossingAreGivenManyRuns() {
    Table table = FakeSearch.of(new SearchRule(1000, 20), FakeSearch::draw).run(silent());
    for (Row row : table) {
      double rate = FakeSearch.rate(row.getString("solver"), row.getInt("k"));
      boolean far = rate < 0.5;
      assertTrue(!far || row.getInt("runs") <= 60, "rate " + rate + " in " + row);
    }
    double all = table.intColumn(PhaseColumns.RUNS).sum();
    assertTrue(all < 12_000, "full runs everywhere are 200000, but were " + all);
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBytes() throws Exception {
    run("one", 1);
    for (int threads : new int[] {2, 5}) {
      run("many" + threads, threads);
      assertEquals(results("one"), results("many" + threads));
    }
  }

  @Tag("slow")
  @Test
  void killedAtRandomMomentsAndResumedGivesTheSameBytes() throws Exception {
    run("undisturbed", 2);
    Path folder = temporary.resolve("killed");
    Random random = new Random();
    int kills = 0;
    for (int i = 0; i < 5; i++) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  FakeSearch.class.getName(),
                  folder.toString())
              .redirectErrorStream(true)
              .redirectOutput(temporary.resolve("child.txt").toFile())
              .start();
      long before = journalSize(folder);
      while (process.isAlive() && journalSize(folder) <= before) {
        Thread.sleep(1);
      }
      Thread.sleep(random.nextInt(60));
      kills += process.isAlive() ? 1 : 0;
      process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    }
    assertTrue(kills >= 2, "only " + kills + " kills in the middle");
    run("killed", 2);
    assertEquals(results("undisturbed"), results("killed"));
  }

  private static long journalSize(Path folder) throws Exception {
    Path journal = folder.resolve("running.csv");
    return Files.exists(journal) ? Files.size(journal) : 0;
  }

  @Test
  void aJournalTornAtAnyByteIsRedone() throws Exception {
    run("undisturbed", 2);
    Thread runner = Thread.currentThread();
    int[] trials = {0};
    ProgressListener stopLater =
        progress -> {
          if (++trials[0] == 700) {
            runner.interrupt();
          }
        };
    Path stopped = temporary.resolve("stopped");
    assertThrows(
        SweepStoppedException.class,
        () ->
            FakeSearch.of(RULE, FakeSearch::draw)
                .run(Execution.standard().withFolder(stopped).withProgress(stopLater)));
    assertTrue(Thread.interrupted(), "the flag must be set");
    byte[] journal = Files.readAllBytes(stopped.resolve("running.csv"));
    Random random = new Random(3);
    for (int i = 0; i < 10; i++) {
      Path copy = Files.createDirectories(temporary.resolve("torn" + i));
      Files.copy(stopped.resolve("provenance.json"), copy.resolve("provenance.json"));
      Files.write(
          copy.resolve("running.csv"), Arrays.copyOf(journal, random.nextInt(journal.length + 1)));
      run("torn" + i, 2);
      assertEquals(results("undisturbed"), results("torn" + i));
    }
  }

  @Test
  void finishedResultsAreReadNotRunAgain() throws Exception {
    run("done", 2);
    Table again =
        FakeSearch.of(
                RULE,
                (trial, solver) -> {
                  throw new AssertionError("run again: " + trial);
                })
            .run(Execution.standard().withFolder(temporary.resolve("done")));
    Table read = PhaseTable.read(temporary.resolve("done"));
    assertEquals(read.write().toString("csv"), again.write().toString("csv"));
    Provenance record = Objects.requireNonNull(Provenance.in(temporary.resolve("done")));
    assertEquals((long) read.intColumn(PhaseColumns.RUNS).sum(), record.trials());
  }

  @Test
  void progressCountsSearches() {
    List<SweepProgress> seen = new ArrayList<>();
    FakeSearch.of(RULE, FakeSearch::draw).run(Execution.standard().withProgress(seen::add));
    SweepProgress last = seen.get(seen.size() - 1);
    assertEquals(SweepProgress.State.FINISHED, last.state());
    assertEquals(2, last.done());
    assertTrue(last.toString().contains("2 of 2 searches"), last.toString());
  }

  @Test
  void solversSeeTheSameInstances() {
    List<String> seen = Collections.synchronizedList(new ArrayList<>());
    Experiments.phaseTransition().size(40).zetas(0.5).runs(20).solvers("omp", "ompr").run();
    FakeSearch.of(
            RULE,
            (trial, solver) -> {
              seen.add(trial.cell().sparsity() + " " + trial.number() + " " + trial.seed());
              return FakeSearch.draw(trial, solver);
            })
        .run(silent());
    long trials =
        seen.stream().map(text -> text.substring(0, text.lastIndexOf(' '))).distinct().count();
    assertEquals(trials, seen.stream().distinct().count(), "one seed for each cell and number");
    assertTrue(seen.size() > trials, "both solvers were tested somewhere");
  }

  @Test
  void theRealExperimentIsTheSameOnAnyNumberOfThreads() {
    PhaseTransitionExperiment small =
        Experiments.phaseTransition()
            .size(40)
            .zetas(0.3, 0.6)
            .runs(20)
            .solvers("omp", "htp(step=1.8/L)", "sea(omp, iterations=50)");
    Table one = small.threads(1).run();
    Table three = small.threads(3).run();
    String times = PhaseColumns.SECONDS_PER_RUN;
    assertEquals(
        one.rejectColumns(times).write().toString("csv"),
        three.rejectColumns(times).write().toString("csv"));
    assertEquals(6, Thresholds.of(one).rowCount());
    assertEquals(3, one.stringColumn(ResultColumns.SOLVER).unique().size());
  }

  @Test
  void badParametersAreRefusedAtOnce() {
    PhaseTransitionExperiment base = Experiments.phaseTransition();
    assertThrows(IllegalArgumentException.class, () -> base.zetas(0));
    assertThrows(IllegalArgumentException.class, () -> base.zetas(1.2));
    assertThrows(IllegalArgumentException.class, () -> base.zetas(0.5, 0.501));
    assertThrows(IllegalArgumentException.class, () -> base.runs(0));
    assertThrows(IllegalArgumentException.class, () -> base.with("block", "0"));
    assertThrows(IllegalArgumentException.class, () -> base.with("rho_step", "0"));
    assertThrows(IllegalArgumentException.class, () -> base.solvers("nope"));
    assertEquals("500", base.paper().parameters().get("size"));
    assertEquals("1000", base.paper().parameters().get("instances"));
    String zetas = String.valueOf(base.paper().parameters().get("zetas"));
    assertTrue(zetas.startsWith("0.05,0.1,0.15,0.2,0.25,"), zetas);
  }

  private static Execution silent() {
    return Execution.standard().withProgress(ProgressListener.SILENT);
  }
}
