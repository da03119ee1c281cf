package io.github.sea4j.run;

import static io.github.sea4j.experiment.Says.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.store.Growth;
import io.github.sea4j.store.Parameters;
import io.github.sea4j.table.Cell;
import io.github.sea4j.table.ResultColumns;
import io.github.sea4j.table.ResultRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class SweepTest {

  @TempDir Path folder;

  @Test
  void anyNumberOfThreadsGivesTheSameBytes() throws Exception {
    for (int threads : new int[] {1, 2, 4}) {
      Path here = folder.resolve("t" + threads);
      FakeSweep.of(FakeSweep.protocol())
          .run(Execution.standard().withThreads(threads).withFolder(here));
      assertEquals(
          Files.readString(folder.resolve("t1").resolve("results.csv")),
          Files.readString(here.resolve("results.csv")),
          threads + " threads");
    }
  }

  @Test
  void rowsAreInCanonicalOrder() {
    Table table = FakeSweep.of(FakeSweep.protocol()).run(Execution.standard().withThreads(3));
    assertEquals(3 * FakeSweep.TRIALS * 2, table.rowCount());
    List<String> order = new ArrayList<>();
    for (int row = 0; row < table.rowCount(); row++) {
      order.add(
          table.intColumn(ResultColumns.SPARSITY).get(row)
              + " "
              + table.intColumn(ResultColumns.TRIAL).get(row)
              + " "
              + table.stringColumn(ResultColumns.SOLVER).get(row));
    }
    assertEquals(List.of("3 0 A(x, y=1)", "3 0 B", "3 1 A(x, y=1)"), order.subList(0, 3));
    assertEquals("7 5 B", order.get(order.size() - 1));
  }

  @Test
  void seedsDependOnTheTrialButNotOnNoiseOrOtherCells() {
    Cell quiet = new Cell(10, 20, 3, Double.POSITIVE_INFINITY);
    Cell noisy = new Cell(10, 20, 3, 20);
    assertEquals(Trial.of(1, quiet, 4).seed(), Trial.of(1, noisy, 4).seed());
    assertNotEquals(Trial.of(1, quiet, 4).seed(), Trial.of(1, quiet, 5).seed());
    assertNotEquals(Trial.of(1, quiet, 4).seed(), Trial.of(2, quiet, 4).seed());
    assertNotEquals(
        Trial.of(1, quiet, 4).seed(),
        Trial.of(1, new Cell(10, 20, 4, Double.POSITIVE_INFINITY), 4).seed());
  }

  @Test
  void progressBeginsCountsAndEndsOnce() {
    List<SweepProgress> seen = new ArrayList<>();
    FakeSweep.of(FakeSweep.protocol())
        .run(Execution.standard().withThreads(2).withProgress(seen::add));
    int total = 3 * FakeSweep.TRIALS;
    assertEquals(total + 2, seen.size());
    assertEquals(0, seen.get(0).done());
    assertEquals(total, seen.get(total).done());
    assertEquals(SweepProgress.State.FINISHED, seen.get(total + 1).state());
    assertTrue(seen.get(total + 1).rate() > 0);
    assertEquals(1, seen.stream().filter(p -> p.state() != SweepProgress.State.RUNNING).count());
  }

  @Test
  void aFailingTrialIsNamedAndTheOthersAreKept() {
    TrialFailedException failure =
        assertThrows(
            TrialFailedException.class,
            () ->
                FakeSweep.of(FakeSweep.failing(4))
                    .run(Execution.standard().withThreads(2).withFolder(folder)));
    assertSays(failure, "trial 4 of");
    assertSays(failure, "broken on purpose");
    List<SweepProgress> seen = new ArrayList<>();
    FakeSweep.of(FakeSweep.protocol())
        .run(Execution.standard().withFolder(folder).withProgress(seen::add));
    assertTrue(seen.get(0).resumed() > 0, "nothing was kept");
  }

  @Test
  void anInterruptStopsTheSweepAndTheSameSweepGoesOn() {
    Sweep<ResultRow> sweep = FakeSweep.of("77", FakeSweep.protocol());
    Thread runner = Thread.currentThread();
    ProgressListener stopAtFive =
        progress -> {
          if (progress.done() == 5 && progress.state() == SweepProgress.State.RUNNING) {
            runner.interrupt();
          }
        };
    SweepStoppedException stop =
        assertThrows(
            SweepStoppedException.class,
            () -> sweep.run(Execution.standard().withThreads(2).withProgress(stopAtFive)));
    assertTrue(Thread.interrupted(), "the flag must be set");
    assertSays(stop, "run the same again");
    List<SweepProgress> seen = new ArrayList<>();
    Table resumed = sweep.run(Execution.standard().withProgress(seen::add));
    assertTrue(seen.get(0).resumed() >= 5, "resumed " + seen.get(0).resumed());
    Table whole = sweep.run(Execution.standard());
    assertEquals(withoutTimes(whole), withoutTimes(resumed));
  }

  @Test
  void badGridsAreRefused() {
    Parameters none = Parameters.of();
    Cell cell = new Cell(2, 2, 1, 10);
    Protocol<ResultRow> protocol = FakeSweep.protocol();
    assertThrows(
        IllegalArgumentException.class,
        () -> new Sweep<>("x", none, List.of(), 1, 1, protocol, Growth.NONE));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Sweep<>("x", none, List.of(cell, cell), 1, 1, protocol, Growth.NONE));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Sweep<>("x", none, List.of(cell), 0, 1, protocol, Growth.NONE));
  }

  private static String withoutTimes(Table table) {
    return table.rejectColumns(ResultColumns.SECONDS).write().toString("csv");
  }
}
