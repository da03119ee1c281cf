package io.github.sea4j.instance;

import static io.github.sea4j.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GaussianMatrixTest extends GeneratorContract {

  @Override
  GaussianMatrix generator() {
    return GaussianMatrix.of(25, 40);
  }

  @Test
  void describesItself() {
    assertEquals(
        "Gaussian matrix 25 x 40, k=3, seed 7, noiseless",
        generator().instance(3, 7).description());
    assertEquals(
        "Gaussian matrix 25 x 40, k=3, seed 7, 12.5 dB",
        generator().withSignalToNoise(12.5).instance(3, 7).description());
  }

  /**
   * Mean, variance and fourth moment of N = 10^6 entries, seed 1. Their standard deviations are
   * 1/sqrt(N), sqrt(2/N) and sqrt(96/N); each may miss by 5 of them, so a right generator with
   * another seed fails with probability below 2e-6.
   */
  @Test
  void hasGaussianEntries() {
    double[] entries = everyColumn(GaussianMatrix.of(1000, 1000).instance(1, 1));
    double n = entries.length;
    assertEquals(0, Arrays.stream(entries).sum() / n, 5 / Math.sqrt(n));
    assertEquals(1, Arrays.stream(entries).map(a -> a * a).sum() / n, 5 * Math.sqrt(2 / n));
    assertEquals(
        3, Arrays.stream(entries).map(a -> a * a * a * a).sum() / n, 5 * Math.sqrt(96 / n));
  }

  @Test
  void refusesAnEmptyMatrix() {
    assertRefused("m must be at least 1, but is 0", () -> GaussianMatrix.of(0, 5));
    assertRefused("n must be at least 1, but is -2", () -> GaussianMatrix.of(5, -2));
  }
}
