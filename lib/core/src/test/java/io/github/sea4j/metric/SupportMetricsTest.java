package io.github.sea4j.metric;

import static io.github.sea4j.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.Support;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SupportMetricsTest {

  private static final Support TRUTH = Support.of(2, 10, 50, 98);

  @Test
  void supportDistanceCountsWhatIsMissed() {
    assertEquals(0, SupportMetrics.supportDistance(TRUTH, TRUTH));
    assertEquals(0.25, SupportMetrics.supportDistance(TRUTH, Support.of(2, 10, 50, 97)));
    assertEquals(1, SupportMetrics.supportDistance(TRUTH, Support.of(3, 11)));
    assertEquals(1, SupportMetrics.supportDistance(TRUTH, Support.empty()));
    assertEquals(0, SupportMetrics.supportDistance(TRUTH, TRUTH.union(Support.of(0, 1))));
  }

  @Test
  void precisionRecallAndTheirMean() {
    Support estimate = Support.of(2, 10, 51);
    assertEquals(2 / 3.0, SupportMetrics.precision(TRUTH, estimate));
    assertEquals(0.5, SupportMetrics.recall(TRUTH, estimate));
    assertEquals(4 / 7.0, SupportMetrics.f1(TRUTH, estimate));
    assertEquals(0, SupportMetrics.precision(TRUTH, Support.empty()));
    assertEquals(0, SupportMetrics.f1(TRUTH, Support.empty()));
    Random random = new Random(1402);
    for (int trial = 0; trial < 100; trial++) {
      Support other = Support.of(random.ints(0, 100).distinct().limit(5).toArray());
      double precision = SupportMetrics.precision(TRUTH, other);
      double recall = SupportMetrics.recall(TRUTH, other);
      double mean = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
      assertEquals(mean, SupportMetrics.f1(TRUTH, other), 1e-15);
      assertEquals(1 - SupportMetrics.supportDistance(TRUTH, other), recall, 1e-15);
    }
  }

  @Test
  void theErrorOfCoefficientsIsRelative() {
    SparseVector truth = SparseVector.of(5, Support.of(1, 3), 3, -4);
    assertEquals(0, SupportMetrics.coefficientError(truth, truth));
    assertEquals(1, SupportMetrics.coefficientError(truth, SparseVector.zero(5)));
    SparseVector other = SparseVector.of(5, Support.of(0, 3), 4, -4);
    assertEquals(1, SupportMetrics.coefficientError(truth, other), 1e-15);
    Recovery recovery = Recovery.of(truth, other);
    assertEquals(new Recovery(0.5, 0.5, 0.5, 0.5, recovery.coefficientError()), recovery);
    assertRefused("5", () -> SupportMetrics.coefficientError(truth, SparseVector.zero(4)));
    assertRefused("truth", () -> Recovery.of(SparseVector.zero(5), truth));
  }

  @Test
  void exactRecoveryIsEquality() {
    assertTrue(SupportMetrics.exactRecovery(TRUTH, Support.of(98, 50, 10, 2)));
    assertFalse(SupportMetrics.exactRecovery(TRUTH, Support.of(2, 10, 50)));
    assertFalse(SupportMetrics.exactRecovery(TRUTH, TRUTH.union(Support.of(0))));
  }

  @Test
  void meanShiftOnALineAndOnACircle() {
    Support estimate = Support.of(0, 12, 50);
    assertEquals((2 + 2 + 0) / 3.0, SupportMetrics.meanShift(TRUTH, estimate, 0));
    assertEquals((2 + 2 + 0) / 3.0, SupportMetrics.meanShift(TRUTH, estimate, 100));
    assertEquals(3, SupportMetrics.meanShift(Support.of(98), Support.of(1), 100));
    assertEquals(97, SupportMetrics.meanShift(Support.of(98), Support.of(1), 0));
    assertEquals(0, SupportMetrics.meanShift(TRUTH, Support.empty(), 0));
  }

  /** For equal sizes the optimal transport on a line pairs the sorted indices. */
  @Test
  void wassersteinPairsSortedIndices() {
    Random random = new Random(1401);
    for (int trial = 0; trial < 200; trial++) {
      int size = 1 + random.nextInt(8);
      int[] a = random.ints(0, 100).distinct().limit(size).sorted().toArray();
      int[] b = random.ints(0, 100).distinct().limit(size).sorted().toArray();
      double sum = 0;
      for (int i = 0; i < size; i++) {
        sum += Math.abs(a[i] - b[i]);
      }
      double distance = SupportMetrics.wasserstein(Support.of(a), Support.of(b));
      assertEquals(sum / size, distance, 1e-12, () -> Arrays.toString(a) + Arrays.toString(b));
    }
  }

  @Test
  void wassersteinOfUnequalSizes() {
    assertEquals(5, SupportMetrics.wasserstein(Support.of(0, 10), Support.of(5)), 1e-12);
    assertEquals(5, SupportMetrics.wasserstein(Support.of(0), Support.of(0, 10)), 1e-12);
  }

  @Test
  void anEmptyTruthIsRefused() {
    Support none = Support.empty();
    assertThrows(IllegalArgumentException.class, () -> SupportMetrics.supportDistance(none, TRUTH));
    assertThrows(IllegalArgumentException.class, () -> SupportMetrics.meanShift(none, TRUTH, 0));
    assertThrows(IllegalArgumentException.class, () -> SupportMetrics.wasserstein(none, TRUTH));
    assertThrows(IllegalArgumentException.class, () -> SupportMetrics.wasserstein(TRUTH, none));
  }
}
