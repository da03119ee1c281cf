package io.github.sea4j.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProportionTest {

  /** Newcombe, Statistics in Medicine 17 (1998), table I, method 3. */
  @Test
  void intervalsOfTheLiterature() {
    assertInterval(0.2553, 0.3662, Proportion.of(81, 263));
    assertInterval(0, 0.1611, Proportion.of(0, 20));
    assertInterval(0.0061, 0.1718, Proportion.of(1, 29));
  }

  private static void assertInterval(double low, double high, Proportion found) {
    assertInterval(low, high, found, 5e-5);
  }

  private static void assertInterval(double low, double high, Proportion found, double tolerance) {
    assertEquals(low, found.low(), tolerance);
    assertEquals(high, found.high(), tolerance);
  }

  /**
   * The ends are the p with (phat - p)² = z² p (1 - p) / n: the definition of the score interval.
   */
  @Test
  void endsSolveTheScoreEquation() {
    double z = 1.959963984540054;
    for (int successes = 0; successes <= 40; successes++) {
      Proportion found = Proportion.of(successes, 40);
      for (double p : new double[] {found.low(), found.high()}) {
        double excess = successes / 40.0 - p;
        assertEquals(z * z * p * (1 - p) / 40, excess * excess, 1e-12);
      }
    }
  }

  @Test
  void theTargetIsExact() {
    assertTrue(Proportion.reachesTarget(19, 20));
    assertTrue(Proportion.reachesTarget(950, 1000));
    assertFalse(Proportion.reachesTarget(949, 1000));
    assertFalse(Proportion.reachesTarget(37, 39));
  }

  @Test
  void exactCountsOfALogisticCurveGiveItBack() {
    LogisticCurve planted = new LogisticCurve(12, -40);
    double[] rho = {0.05, 0.2, 0.25, 0.3, 0.35, 0.5};
    double[] runs = {20, 1000, 1000, 1000, 1000, 20};
    double[] successes = new double[rho.length];
    for (int i = 0; i < rho.length; i++) {
      successes[i] = runs[i] * planted.rate(rho[i]);
    }
    LogisticCurve found = LogisticCurve.fit(rho, runs, successes).orElseThrow();
    assertEquals(12, found.intercept(), 1e-6);
    assertEquals(-40, found.slope(), 1e-6);
    assertEquals((Math.log(19) - 12) / -40, found.rhoAt(0.95), 1e-9);
  }

  /** At the greatest likelihood both score equations hold; also for counts far from any curve. */
  @Test
  void theScoreIsZero() {
    double[] rho = {0.02, 0.04, 0.08, 0.16, 0.17, 0.18, 0.32};
    double[] runs = {20, 20, 20, 300, 1000, 200, 20};
    double[] successes = {20, 19, 20, 297, 950, 100, 0};
    LogisticCurve found = LogisticCurve.fit(rho, runs, successes).orElseThrow();
    double score = 0;
    double scoreRho = 0;
    for (int i = 0; i < rho.length; i++) {
      double excess = successes[i] - runs[i] * found.rate(rho[i]);
      score += excess;
      scoreRho += excess * rho[i];
    }
    assertEquals(0, score, 1e-6);
    assertEquals(0, scoreRho, 1e-6);
  }

  @Test
  void separatedCountsHaveNoCurve() {
    double[] rho = {0.1, 0.2, 0.3};
    double[] runs = {20, 20, 20};
    assertEquals(Optional.empty(), LogisticCurve.fit(rho, runs, new double[] {20, 20, 0}));
    assertEquals(Optional.empty(), LogisticCurve.fit(rho, runs, new double[] {20, 10, 0}));
    assertTrue(LogisticCurve.fit(rho, runs, new double[] {20, 10, 1}).isPresent());
  }
}
