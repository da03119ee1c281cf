package io.github.sea4j.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.fit.Fitted;
import io.github.sea4j.greedy.Omp;
import io.github.sea4j.oracle.BruteForce;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.solver.Heartbeat;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The bookkeeping of one solve. */
class ProgressTest {

  private record Visited(double value, int... support) implements Fitted {

    @Override
    public double[] coefficients() {
      return new double[support.length];
    }
  }

  private static Progress progress(Run run) {
    return new Progress("solver", 2, run, () -> 0);
  }

  @Test
  void theBestIsTheEarliestOfEqualsAndEachSupportCountsOnce() {
    Progress progress = progress(Run.unlimited());
    assertEquals(0, progress.iterations());
    assertEquals(Double.POSITIVE_INFINITY, progress.bestValue());
    progress.visit(new Visited(3, 1, 2));
    progress.visit(new Visited(2, 4, 7));
    progress.visit(new Visited(2, 5, 6));
    progress.visit(new Visited(2.5, 1, 2));
    assertArrayEquals(new int[] {4, 7}, progress.best());
    assertEquals(2, progress.bestValue());
    assertEquals(4, progress.iterations());
    assertEquals(3, progress.distinctSupports());
    progress.skip(5);
    assertEquals(9, progress.iterations());
    assertEquals(3, progress.distinctSupports());
    assertFalse(progress.mustStop());
    assertFalse(progress.isCutShort());
    assertEquals(Status.CONVERGED, progress.statusOr(Status.CONVERGED));
    progress.stop(Status.STOPPED);
    assertTrue(progress.mustStop());
    assertEquals(Status.STOPPED, progress.statusOr(Status.CONVERGED));
  }

  /** All 386 subsets of up to four of ten columns. */
  @Test
  void differentSupportsHaveDifferentFingerprints() {
    Set<Long> fingerprints = new HashSet<>();
    AtomicLong count = new AtomicLong();
    for (int k = 0; k <= 4; k++) {
      BruteForce.forEachSubset(
          10,
          k,
          subset -> {
            fingerprints.add(Progress.fingerprint(subset));
            count.incrementAndGet();
          });
    }
    assertEquals(count.get(), fingerprints.size());
  }

  @Test
  void theLimitOfProductsIsReachedByCountingAndHurriesNobody() {
    AtomicLong products = new AtomicLong(4);
    Progress progress =
        new Progress("solver", 2, Run.unlimited().withProductLimit(5), products::get);
    assertFalse(progress.mustStop());
    assertEquals(1, progress.remaining().productLimit().orElseThrow());
    products.set(5);
    assertFalse(progress.isCutShort());
    assertTrue(progress.mustStop());
    assertEquals(Status.PRODUCT_LIMIT, progress.statusOr(Status.COMPLETE));
  }

  @Test
  void timeAndInterruptsHurryEverybody() {
    Progress late = progress(Run.unlimited().withTimeLimit(Duration.ofNanos(1)));
    assertTrue(late.isCutShort());
    assertTrue(late.mustStop());
    assertEquals(Status.TIME_LIMIT, late.statusOr(Status.COMPLETE));
    assertTrue(late.elapsedNanos() > 0 && late.elapsedNanos() < 60e9);
    Progress early = progress(Run.unlimited().withTimeLimit(Duration.ofHours(1)));
    assertFalse(early.isCutShort());
    assertFalse(early.mustStop());
    Thread.currentThread().interrupt();
    try {
      assertTrue(early.isCutShort());
      assertTrue(early.mustStop());
      assertEquals(Status.INTERRUPTED, early.statusOr(Status.COMPLETE));
    } finally {
      assertTrue(Thread.interrupted());
    }
  }

  @Test
  void aHeartbeatTellsTheShareThatIsLeft() {
    List<Heartbeat.Beat> beats = new ArrayList<>();
    Progress progress = progress(Run.unlimited().withHeartbeat(Duration.ofNanos(1), beats::add));
    progress.visit(new Visited(0.5, 3));
    assertFalse(progress.mustStop());
    assertEquals(1, beats.size());
    assertEquals("solver", beats.get(0).solver());
    assertEquals(1, beats.get(0).iterations());
    assertEquals(0.25, beats.get(0).relativeResidual());
    Progress seldom = progress(Run.unlimited().withHeartbeat(Duration.ofHours(1), beats::add));
    assertFalse(seldom.mustStop());
    assertEquals(1, beats.size(), "it is not time yet");
  }

  @Test
  void theLineForAPersonCountsInWords() {
    SparseProblem problem =
        SparseProblem.of(new double[][] {{1, 0}, {0, 1}, {0, 0}}, new double[] {2, 1, 1}, 1);
    String one = new Omp().solve(problem).toString();
    assertTrue(one.startsWith("omp: 1 column,") && one.contains("1 iteration "), one);
    String two = new Omp().solve(problem.withSparsity(2)).toString();
    assertTrue(two.startsWith("omp: 2 columns,") && two.contains("2 iterations "), two);
  }
}
