package io.github.sea4j.exact.tree;

import static io.github.sea4j.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.concurrent.Workers;
import io.github.sea4j.oracle.BruteForce;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against all subsets. Failure budget 0 everywhere; seeds at each test. */
class BranchAndBoundTest {

  private static final BranchAndBound SEARCH = new BranchAndBound();

  private static void check(SubsetOracle sample, int k, BestSubset answer, String name) {
    double best = sample.best(k);
    double tolerance = 2 * BranchAndBound.TOLERANCE * sample.half();
    assertEquals(best, answer.upper(), tolerance, name);
    assertEquals(sample.objective(answer.support()), answer.upper(), 1e-13 * sample.half(), name);
    assertTrue(answer.support().length <= k, name);
    assertEquals(0, answer.gap(), name);
    assertEquals(answer.upper(), answer.lower(), name);
  }

  /** Seed 3601: 800 problems with fewer columns than rows, k from 1 to 6: rigorous, no ridge. */
  @Test
  void fewColumns() {
    Random random = new Random(3601);
    for (int trial = 0; trial < 800; trial++) {
      int n = 5 + random.nextInt(6);
      int k = 1 + random.nextInt(Math.min(6, n));
      double noise = List.of(0.05, 0.3, 3.0).get(trial % 3);
      SubsetOracle sample = SubsetOracle.gaussian(n + random.nextInt(10), n, k, noise, 0, random);
      BestSubset answer = sample.solve(SEARCH, k);
      check(sample, k, answer, "trial " + trial);
      assertEquals(Proof.RIGOROUS, answer.proof());
      assertTrue(answer.isRigorous());
    }
  }

  /** Seed 3602: 800 problems of any shape with a ridge from 1e-4 to 1: rigorous. */
  @Test
  void ridge() {
    Random random = new Random(3602);
    for (int trial = 0; trial < 800; trial++) {
      int n = 5 + random.nextInt(6);
      int k = 3 + random.nextInt(3);
      double ridge = Math.pow(10, -4 * random.nextDouble());
      SubsetOracle sample = SubsetOracle.gaussian(3 + random.nextInt(12), n, k, 0.3, ridge, random);
      BestSubset answer = sample.solve(SEARCH, k);
      check(sample, k, answer, "trial " + trial);
      assertEquals(Proof.RIGOROUS, answer.proof());
    }
  }

  /**
   * Seed 3603: 500 problems with more columns than rows. The proof holds among coefficients below
   * its bound; where the best support of all keeps below it, it must have been found.
   */
  @Test
  void manyColumns() {
    Random random = new Random(3603);
    int met = 0;
    for (int trial = 0; trial < 500; trial++) {
      int n = 8 + random.nextInt(4);
      int k = 3 + random.nextInt(2);
      SubsetOracle sample = SubsetOracle.gaussian(5 + random.nextInt(n - 5), n, k, 0.3, 0, random);
      BestSubset answer = sample.solve(SEARCH, k);
      assertTrue(answer.proof() != Proof.NO);
      assertEquals(answer.proof() == Proof.RIGOROUS, answer.isRigorous());
      double largest = sample.problem(k).fit(answer.support()).largest();
      if (answer.proof() == Proof.CONDITIONAL) {
        assertTrue(answer.magnitude() >= 1.5 * largest * (1 - 1e-9));
      }
      double best = sample.best(k);
      double tolerance = 2 * BranchAndBound.TOLERANCE * sample.half();
      assertTrue(answer.upper() >= best - tolerance);
      if (answer.upper() > best + tolerance) {
        // Some support is better, by a coefficient above the bound.
        assertTrue(largestOfBest(sample, k) > answer.magnitude());
      } else {
        met++;
      }
    }
    assertTrue(met > 430, "the best of all was found in " + met);
  }

  private static double largestOfBest(SubsetOracle sample, int k) {
    SubsetProblem problem = sample.problem(k);
    int[] all = IntStream.range(0, sample.columns()).toArray();
    double[] least = {Double.POSITIVE_INFINITY};
    double best = sample.best(k);
    BruteForce.forEachSubset(
        all.length,
        k,
        support -> {
          SubsetProblem.Fit fit = problem.fit(support.clone());
          if (fit.objective() <= best + BranchAndBound.TOLERANCE * sample.half()) {
            least[0] = Math.min(least[0], fit.largest());
          }
        });
    return least[0];
  }

  /** Seed 3604: 200 problems whose columns repeat, oppose or span one another. */
  @Test
  void dependentColumns() {
    Random random = new Random(3604);
    for (int trial = 0; trial < 200; trial++) {
      int n = 8 + random.nextInt(3);
      int m = 12;
      double[][] columns = new double[n][m];
      for (int j = 0; j < n; j++) {
        int copied = random.nextInt(n);
        for (int i = 0; i < m; i++) {
          columns[j][i] =
              j > 3 && copied < j && trial % 2 == 0
                  ? -columns[copied][i]
                  : j > 3 ? columns[copied % 3][i] + columns[3][i] : random.nextGaussian();
        }
      }
      double[][] rows = new double[m][n];
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < n; j++) {
          rows[i][j] = columns[j][i];
        }
      }
      double ridge = trial % 3 == 0 ? 0.01 : 0;
      SubsetOracle sample = SubsetOracle.measured(Dense.unitColumns(rows), 3, 0.2, ridge, random);
      int k = 3 + trial % 2;
      BestSubset answer = sample.solve(SEARCH, k);
      check(sample, k, answer, "trial " + trial);
    }
  }

  /** Seeds 3605 to 3654: blurred spikes, condition numbers up to some 1e7 and above. */
  @Test
  void coherentColumns() {
    for (int trial = 0; trial < 50; trial++) {
      double width = 0.5 + trial % 5 * 0.3;
      Random random = new Random(3605 + trial);
      SubsetOracle sample =
          SubsetOracle.measured(
              TestProblem.convolutionMatrix(12, width), 4, 0.05, trial % 2 * 1e-3, random);
      BestSubset answer = sample.solve(SEARCH, 4);
      check(sample, 4, answer, "trial " + trial);
    }
  }

  @Test
  void degenerateProblems() {
    double[][] identity = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
    SubsetOracle zero = new SubsetOracle(identity, new double[4], 0);
    assertEquals(0, zero.solve(SEARCH, 3).upper());
    assertEquals(Proof.RIGOROUS, zero.solve(SEARCH, 3).proof());
    SubsetOracle ties = new SubsetOracle(identity, new double[] {.5, .5, .5, -.5}, 0);
    assertEquals(.125, ties.solve(SEARCH, 3).upper(), 1e-15);
    assertEquals(Proof.RIGOROUS, ties.solve(SEARCH, 3).proof());
    SubsetOracle exact = new SubsetOracle(identity, new double[] {.5, 0, .5, 0}, 0);
    assertArrayEquals(new int[] {0, 2}, exact.solve(SEARCH, 3).support());
    assertEquals(Proof.RIGOROUS, exact.solve(SEARCH, 4).proof());
    assertEquals(0, exact.solve(SEARCH, 4).upper(), 1e-30);
    double[][] flat = {{1, 1, 1, 1, 1}, {0, 0, 0, 0, 0}};
    SubsetOracle orthogonal = new SubsetOracle(flat, new double[] {0, .7}, 0);
    BestSubset answer = orthogonal.solve(SEARCH, 3);
    assertEquals(.245, answer.upper(), 1e-15);
    assertTrue(answer.proof() != Proof.NO);
  }

  /** Seed 3660: 20 problems; one, two and three threads see the same nodes. */
  @Test
  void everyNumberOfThreadsGivesTheSameAnswer() {
    int before = Workers.count();
    Random random = new Random(3660);
    long nodes = 0;
    try {
      for (int trial = 0; trial < 20; trial++) {
        SubsetOracle sample =
            SubsetOracle.gaussian(20 + trial % 2 * 20, 24, 6, 0.3, trial % 3 * 0.01, random);
        BestSubset one = Workers.alone(() -> sample.solve(SEARCH, 6));
        nodes += one.nodes();
        for (int threads = 2; threads <= 3; threads++) {
          Workers.setCount(threads);
          BestSubset other = sample.solve(SEARCH, 6);
          assertArrayEquals(one.support(), other.support());
          assertEquals(one.upper(), other.upper());
          assertEquals(one.proof(), other.proof());
          assertEquals(one.nodes(), other.nodes());
        }
      }
    } finally {
      Workers.setCount(before);
    }
    assertTrue(nodes > 20 * 20, "too easy: " + nodes);
  }

  /** Seed 3661: 60 problems, stopped after 0, 1, 2, .. questions: the bounds hold all the same. */
  @Test
  void stoppedEarlyTheBoundsHold() {
    Random random = new Random(3661);
    int unproved = 0;
    for (int trial = 0; trial < 60; trial++) {
      SubsetOracle sample = SubsetOracle.gaussian(14, 12, 5, 0.8, 0, random);
      double best = sample.best(5);
      int most = trial * 3;
      AtomicInteger asked = new AtomicInteger();
      BestSubset answer =
          SEARCH.solve(
              sample.operator(),
              sample.y(),
              5,
              new int[0],
              () -> asked.incrementAndGet() > most,
              now -> {});
      double tolerance = 2 * BranchAndBound.TOLERANCE * sample.half();
      assertTrue(answer.upper() >= best - tolerance);
      assertTrue(answer.lower() <= best + tolerance);
      assertEquals(sample.objective(answer.support()), answer.upper(), 1e-13);
      if (answer.proof() == Proof.NO) {
        unproved++;
        assertTrue(answer.gap() > 0);
      } else {
        assertEquals(best, answer.upper(), tolerance);
      }
    }
    assertTrue(unproved >= 5, "stopped early: " + unproved);
  }

  /** Seed 3662: the bounds that a listener sees enclose the optimum and close monotonically. */
  @Test
  void progressClosesOnTheOptimum() {
    Random random = new Random(3662);
    int calls = 0;
    for (int trial = 0; trial < 20; trial++) {
      SubsetOracle sample = SubsetOracle.gaussian(16, 14, 5, 1, 0, random);
      double best = sample.best(5);
      double tolerance = 2 * BranchAndBound.TOLERANCE * sample.half();
      double[] last = {Double.POSITIVE_INFINITY, 0};
      int[] count = {0};
      SEARCH.solve(
          sample.operator(),
          sample.y(),
          5,
          new int[0],
          () -> false,
          now -> {
            count[0]++;
            assertTrue(now.upper() <= last[0] && now.lower() >= last[1]);
            assertTrue(now.lower() <= best + tolerance && now.upper() >= best - tolerance);
            assertEquals(sample.objective(now.support()), now.upper(), 1e-13);
            last[0] = now.upper();
            last[1] = now.lower();
          });
      assertEquals(last[0], last[1]);
      calls += count[0];
    }
    assertTrue(calls > 60, "calls: " + calls);
  }

  /** Seed 3663: a gap of 20 % is enough for an answer within 20 %. */
  @Test
  void endsAtTheGap() {
    Random random = new Random(3663);
    int open = 0;
    for (int trial = 0; trial < 10; trial++) {
      SubsetOracle sample = SubsetOracle.gaussian(34, 30, 6, 0.6, 0, random);
      BestSubset proved = sample.solve(SEARCH, 6);
      BestSubset near = sample.solve(SEARCH.withGap(0.2), 6);
      assertTrue(near.gap() <= 0.2);
      assertTrue(near.nodes() <= proved.nodes());
      assertTrue(near.lower() <= proved.upper() * (1 + 1e-9));
      open += near.proof() == Proof.NO ? 1 : 0;
    }
    assertTrue(open >= 3, "ended at the gap: " + open);
  }

  /** Seed 3664: the start does not change what is proved, and is never made worse. */
  @Test
  void anyStartWillDo() {
    Random random = new Random(3664);
    for (int trial = 0; trial < 50; trial++) {
      SubsetOracle sample = SubsetOracle.gaussian(20, 16, 5, 0.5, 0.01, random);
      int[] start = random.ints(0, 16).distinct().limit(trial % 6).sorted().toArray();
      BestSubset answer = sample.solve(SEARCH, 5, start);
      assertEquals(sample.solve(SEARCH, 5).upper(), answer.upper(), 1e-10);
      BestSubset one = sample.solve(SEARCH.withNodes(1).withGap(1), 5, start);
      assertTrue(one.upper() <= sample.objective(start) + 1e-13);
      assertFalse(one.nodes() > 1);
    }
  }

  /** Seed 3665: where both are possible, a conditional proof agrees and is called conditional. */
  @Test
  void conditionalWhereAskedFor() {
    Random random = new Random(3665);
    for (int trial = 0; trial < 100; trial++) {
      SubsetOracle sample = SubsetOracle.gaussian(24, 12, 4, 0.3, 0, random);
      BestSubset answer = sample.solve(SEARCH.conditional(), 4);
      assertEquals(Proof.CONDITIONAL, answer.proof());
      assertEquals(sample.best(4), answer.upper(), 2e-10 * sample.half());
      BestSubset tight = sample.solve(SEARCH.conditional().withFactor(1), 4);
      assertTrue(tight.magnitude() < answer.magnitude());
    }
  }

  @Test
  void refusals() {
    assertRefused("ridge", () -> SEARCH.withRidge(-1));
    assertRefused("ridge", () -> SEARCH.withRidge(Double.NaN));
    assertRefused("gap", () -> SEARCH.withGap(1.5));
    assertRefused("factor", () -> SEARCH.withFactor(0.5));
    assertRefused("nodes", () -> SEARCH.withNodes(0));
    double[][] wide = new double[1][4097];
    Arrays.fill(wide[0], 1);
    SubsetOracle sample = new SubsetOracle(wide, new double[] {1}, 0);
    assertRefused("at most 4096 columns, but there are 4097", () -> sample.solve(SEARCH, 3));
  }
}
