package io.github.sea4j.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class IntervalTest {

  /** Newcombe, Statistics in Medicine 17 (1998), table I, method 3. */
  @Test
  void intervalsOfTheLiterature() {
    assertInterval(0.2553, 0.3662, Interval.ofShare(81, 263));
    assertInterval(0, 0.1611, Interval.ofShare(0, 20));
    assertInterval(0.0061, 0.1718, Interval.ofShare(1, 29));
  }

  private static void assertInterval(double low, double high, Interval found) {
    assertInterval(low, high, found, 5e-5);
  }

  private static void assertInterval(double low, double high, Interval found, double tolerance) {
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
      Interval found = Interval.ofShare(successes, 40);
      for (double p : new double[] {found.low(), found.high()}) {
        double excess = successes / 40.0 - p;
        assertEquals(z * z * p * (1 - p) / 40, excess * excess, 1e-12);
      }
    }
  }

  /** Student (1908), section IX: the data of Cushny and Peebles, mean 1.58, s / sqrt(10) = .389. */
  @Test
  void aMeanHasStudentsInterval() {
    double[] differences = {1.2, 2.4, 1.3, 1.3, 0, 1.0, 1.8, 0.8, 4.6, 1.4};
    Interval found = Interval.ofMean(1.58, 0.3889587, 10);
    assertInterval(0.7001, 2.4599, found);
    List<Integer> each = IntStream.range(0, 10).boxed().toList();
    assertInterval(0.7001, 2.4599, Interval.ofClusters(differences, each));
    assertThrows(IllegalArgumentException.class, () -> Interval.ofMean(1, 0, 1));
  }

  /** Values repeated within their clusters say no more than the clusters' means do. */
  @Test
  void repetitionMakesNothingSurer() {
    double[] means = {0.2, 0.5, 0.1, 0.9};
    List<String> names = List.of("a", "b", "c", "d");
    List<String> thrice = new ArrayList<>();
    double[] repeated = new double[12];
    for (int i = 0; i < 12; i++) {
      thrice.add(names.get(i % 4));
      repeated[i] = means[i % 4];
    }
    Interval once = Interval.ofClusters(means, names);
    assertInterval(once.low(), once.high(), Interval.ofClusters(repeated, thrice), 1e-14);
    assertThrows(
        IllegalArgumentException.class, () -> Interval.clusteredError(means, List.of("a")));
  }

  @Test
  void theBoundOfTheUnseenIsNearlyThreeOverTheRuns() {
    for (int runs : new int[] {1, 20, 1000}) {
      assertEquals(0.05, Math.pow(1 - Interval.boundOfUnseen(runs), runs), 1e-12);
    }
    assertEquals(0.003, Interval.boundOfUnseen(1000), 1e-5);
    assertThrows(IllegalArgumentException.class, () -> Interval.boundOfUnseen(0));
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

  @Test
  void listsOfOtherLengthsAreNamed() {
    double[] two = {1, 2};
    double[] three = {1, 2, 3};
    for (Executable call :
        List.<Executable>of(
            () -> Interval.ofRatio(three, two),
            () -> Interval.ofRatio(two, three),
            () -> LogisticCurve.fit(three, two, two),
            () -> LogisticCurve.fit(two, two, three))) {
      String message =
          String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
      assertTrue(message.contains("length must be the number of"), message);
    }
  }
}
