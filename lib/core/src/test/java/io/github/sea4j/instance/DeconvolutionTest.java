package io.github.sea4j.instance;

import static io.github.sea4j.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.operator.ConvolutionOperator;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DeconvolutionTest extends GeneratorContract {

  @Override
  Deconvolution generator() {
    return Deconvolution.gaussian(60, 3);
  }

  @Nested
  class Truncated extends GeneratorContract {

    @Override
    Deconvolution generator() {
      return Deconvolution.gaussian(60, 3).truncated();
    }
  }

  @Test
  void describesItself() {
    assertEquals(
        "deconvolution n=500, std 3, circular, k=20, seed 1, noiseless",
        Deconvolution.gaussian(500, 3).instance(20, 1).description());
    assertEquals(
        "deconvolution n=50, std 2.5, truncated, k=2, seed -1, 30 dB",
        Deconvolution.gaussian(50, 2.5)
            .withSignalToNoise(30)
            .truncated()
            .instance(2, -1)
            .description());
  }

  @Test
  void neverFormsItsMatrix() {
    Instance instance = Deconvolution.gaussian(500, 3).instance(20, 1);
    assertInstanceOf(ConvolutionOperator.class, instance.problem().operator());
    String inside = instance.problem().unitNorm().operator().toString();
    assertTrue(inside.startsWith("ConvolutionOperator"), inside);
    Instance large = Deconvolution.gaussian(1_000_000, 3).instance(50, 1);
    assertEquals(0, large.problem().residualNorm(large.truth()));
  }

  /** Entries from the formula, with distances counted around the circle. */
  @Test
  void hasUnitColumnsOfAGaussian() {
    double[] all = everyColumn(Deconvolution.gaussian(120, 3).instance(1, 1));
    double norm = 0;
    for (int d = -60; d < 60; d++) {
      norm += Math.exp(-d * d / 9.0);
    }
    for (int j = 0; j < 120; j++) {
      for (int i = 0; i < 120; i++) {
        int distance = Math.min(Math.floorMod(i - j, 120), Math.floorMod(j - i, 120));
        double expected = Math.exp(-distance * distance / 18.0) / Math.sqrt(norm);
        assertEquals(expected, all[120 * j + i], 1e-15);
      }
    }
  }

  @Test
  void normalisesTruncatedColumns() {
    Instance instance = Deconvolution.gaussian(60, 3).truncated().instance(1, 1);
    double[] norms = instance.problem().operator().columnNorms();
    Arrays.stream(norms).forEach(norm -> assertEquals(1, norm, 1e-14));
  }

  @Test
  void refusesABadKernel() {
    assertRefused("standardDeviation must be above 0", () -> Deconvolution.gaussian(50, -1));
    assertRefused("n must be between 1 and", () -> Deconvolution.gaussian(0, 3));
  }
}
