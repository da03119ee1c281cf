package io.github.sea4j.summary;

import static io.github.sea4j.experiment.Says.assertSays;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.table.PhaseColumns;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MessagePassingLimitTest {

  /** Computed once by another program, in Python, from the same law, to about 0.003. */
  @Test
  void theCurveIsThatOfAnotherProgram() {
    double[] rho = MessagePassingLimit.curve().doubleColumn(PhaseColumns.RHO).asDoubleArray();
    double[] expected = {.239, .299, .351, .406, .469, .555, .711};
    assertArrayEquals(expected, Arrays.copyOf(rho, 7), 0.003);
    assertEquals(rho[3], MessagePassingLimit.rho(0.4));
  }

  /** Through little noise all but it is known, a little better at the edges of the law. */
  @Test
  void extremesOfTheNoise() {
    double zeta = 0.4;
    double rho = 0.3;
    double little = MessagePassingLimit.next(zeta, rho, 1e-3) / (rho * 1e-3);
    assertTrue(little > 0.9 && little < 1, () -> "" + little);
    double square = rho * 7 / 3;
    assertEquals(square, MessagePassingLimit.next(zeta, rho, 1e5), 1e-4 * square);
  }

  /** The error by a sum over amplitudes and observations, the posterior mean by Bayes' rule. */
  @Test
  void theErrorIsThatOfThePosteriorMean() {
    double share = 0.12;
    double variance = 0.3;
    double step = 0.01;
    double sum = 0;
    for (double r = -7; r <= 7; r += step) {
      double evidence = (1 - share) * normal(r, variance);
      double first = 0;
      double second = 0;
      for (double x = 1 + step / 2; x < 2; x += step) {
        double plus = share * step / 2 * normal(r - x, variance);
        double minus = share * step / 2 * normal(r + x, variance);
        evidence += plus + minus;
        first += x * (plus - minus);
        second += x * x * (plus + minus);
      }
      sum += step * (second - first * first / evidence);
    }
    assertEquals(sum / 0.4, MessagePassingLimit.next(0.4, 0.3, variance), 1e-4);
  }

  @Test
  void refusesWhatIsNoPointOfTheDiagram() {
    assertRefused("zeta must be", () -> MessagePassingLimit.rho(1));
    assertRefused("rho must be", () -> MessagePassingLimit.next(0.4, 0, 1));
    assertRefused("variance must be", () -> MessagePassingLimit.next(0.4, 0.3, 1e-9));
  }

  private static void assertRefused(String start, Runnable call) {
    assertSays(assertThrows(IllegalArgumentException.class, call::run), start);
  }

  private static double normal(double x, double variance) {
    return Math.exp(-x * x / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
  }
}
