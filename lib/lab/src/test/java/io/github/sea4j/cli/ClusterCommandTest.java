package io.github.sea4j.cli;

import static io.github.sea4j.experiment.Says.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.cluster.Cluster;
import io.github.sea4j.cluster.Rehearsal;
import io.github.sea4j.experiment.Experiments;
import io.github.sea4j.greedy.Omp;
import io.github.sea4j.instance.GaussianMatrix;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code experiment ... --on CLUSTER}: the same bytes as on threads, whatever happens there. */
class ClusterCommandTest {

  private static final String NOISE =
      "noise --set size=40 --set sparsities=2,4 --set instances=4 --set solvers=sea,omp";

  @TempDir Path parent;

  private Outcome run(String experiment, String folder, String... more) {
    List<Object> words = new ArrayList<>(List.of("experiment"));
    words.addAll(List.of(experiment.split(" ")));
    words.addAll(List.of("--output", parent.resolve(folder)));
    words.addAll(List.of(more));
    return Outcome.of(words.toArray());
  }

  private String results(String folder) throws IOException {
    return Files.readString(parent.resolve(folder).resolve("results.csv"));
  }

  /** Rows that one trial gives: one a solver; ten a solver; none, but answers of a search. */
  @Tag("slow")
  @ParameterizedTest
  @ValueSource(
      strings = {
        NOISE,
        "calibration --set size=30 --set sparsities=2 --set instances=2 --set snr_db=20"
            + " --set solvers=posterior(sweeps=50)",
        "phase-transition --set size=20 --set zetas=0.5,0.8 --set instances=20"
            + " --set solvers=omp,ols"
      })
  void theBytesAreThoseOfThreads(String experiment) throws IOException {
    run(experiment, "threads").assertDone();
    run(experiment, "cluster", "--on", Rehearsal.GOOD).assertDone();
    assertEquals(results("threads"), results("cluster"));
  }

  @Test
  void whatALostClusterHadFinishedIsGoneOnWith() throws IOException {
    run(NOISE, "threads").assertDone();
    Outcome lost = run(NOISE, "lost", "--on", Rehearsal.LOST);
    assertEquals(2, lost.code(), lost.err());
    assertTrue(lost.err().contains(Rehearsal.LOST + " was lost"), lost.err());
    Outcome rest = run(NOISE, "lost", "--resume", "--on", Rehearsal.GOOD).assertDone();
    assertTrue(rest.err().contains("from an earlier run"), rest.err());
    assertEquals(results("threads"), results("lost"));
  }

  @Test
  void aTrialThatThrowsThereIsNamed() {
    Outcome failed =
        run(
            "calibration --set size=30 --set sparsities=2 --set instances=1 --set solvers=omp",
            "failed",
            "--on",
            Rehearsal.GOOD);
    assertEquals(1, failed.code(), failed.err());
    assertTrue(failed.err().contains("trial 0 of Cell["), failed.err());
    assertTrue(failed.err().contains("'omp'"), failed.err());
  }

  @Test
  void anAddressThatNothingServesIsRefusedBeforeAnythingIsWritten() {
    run(NOISE, "none", "--on", "spark://127.0.0.1:1").assertRefused("--on", "environment/spark");
    assertTrue(Files.notExists(parent.resolve("none")));
    run(NOISE, "none", "--on", Rehearsal.GOOD, "--threads", "2").assertRefused("--threads");
    run("traces", "none", "--on", Rehearsal.GOOD).assertRefused("--on");
  }

  @Test
  void whatOnlyThisProgramHasCannotTravel() {
    Cluster cluster = Cluster.spark(Rehearsal.GOOD);
    Solver own =
        new Solver() {
          @Override
          public String name() {
            return "mine";
          }

          @Override
          public Solution solve(SparseProblem problem, Run run) {
            return new Omp().solve(problem, run);
          }
        };
    assertSays(
        assertThrows(
            IllegalArgumentException.class, () -> Experiments.noise().solvers(own).on(cluster)),
        own.name());
    assertSays(
        assertThrows(
            IllegalArgumentException.class,
            () -> Experiments.compare("own", GaussianMatrix.of(20, 40)).on(cluster)),
        "generator");
  }
}
