package io.github.sea4j.instance;

import static io.github.sea4j.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CorrelatedMatrixTest extends GeneratorContract {

  @Override
  CorrelatedMatrix generator() {
    return CorrelatedMatrix.of(25, 40, 0.95);
  }

  @Test
  void describesItself() {
    assertEquals(
        "correlated matrix 25 x 40, correlation 0.95, k=3, seed 7, noiseless",
        generator().instance(3, 7).description());
  }

  /**
   * Covariances of N = 100,000 rows, seed 1: {@code rho^|i-j|} with standard deviation sqrt((1 +
   * rho^(2 |i-j|)) / N). Ten entries may each miss by 5 of them: false-alarm probability below
   * 6e-6.
   */
  @Test
  void hasTheToeplitzCovariance() {
    double rho = -0.8;
    int rows = 100_000;
    double[] entries = everyColumn(CorrelatedMatrix.of(rows, 4, rho).instance(1, 1));
    for (int i = 0; i < 4; i++) {
      for (int j = i; j < 4; j++) {
        double sum = 0;
        for (int r = 0; r < rows; r++) {
          sum += entries[i * rows + r] * entries[j * rows + r];
        }
        double expected = Math.pow(rho, j - i);
        double deviation = Math.sqrt((1 + expected * expected) / rows);
        assertEquals(expected, sum / rows, 5 * deviation, i + ", " + j);
      }
    }
  }

  @Test
  void refusesACorrelationOfOne() {
    assertRefused("strictly between -1 and 1, but is 1.0", () -> CorrelatedMatrix.of(5, 5, 1));
    assertRefused("is NaN", () -> CorrelatedMatrix.of(5, 5, Double.NaN));
  }
}
