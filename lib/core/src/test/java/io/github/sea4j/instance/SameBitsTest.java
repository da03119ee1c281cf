package io.github.sea4j.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Golden values, made by this library: results stored under a seed stay reproducible on every
 * platform and JDK, or the release that breaks them has to say so.
 */
class SameBitsTest {

  @Test
  void gaussianMatrix() {
    assertHash(-1500327252, GaussianMatrix.of(30, 50).withSignalToNoise(20).instance(7, 1));
  }

  @Test
  void correlatedMatrix() {
    assertHash(-2111015738, CorrelatedMatrix.of(30, 50, 0.95).withSignalToNoise(20).instance(7, 2));
  }

  @Test
  void circularDeconvolution() {
    assertHash(-352431557, Deconvolution.gaussian(100, 3).withSignalToNoise(20).instance(7, 3));
  }

  @Test
  void truncatedDeconvolution() {
    assertHash(1921413330, Deconvolution.gaussian(100, 3).truncated().instance(7, 4));
  }

  @Test
  void fourierDeconvolution() {
    assertHash(873309226, Deconvolution.gaussian(800, 20).instance(7, 5));
  }

  @Test
  void otherAmplitudes() {
    GaussianMatrix base = GaussianMatrix.of(10, 12);
    assertHash(-661179181, base.withAmplitudes(Amplitudes.gaussian()).instance(4, 6));
    assertHash(757850731, base.withAmplitudes(Amplitudes.signs()).instance(4, 6));
  }

  private static void assertHash(int expected, Instance instance) {
    int matrix = Arrays.hashCode(GeneratorContract.everyColumn(instance));
    int truth = Arrays.hashCode(instance.truth().toDense());
    int measured = Arrays.hashCode(instance.problem().measurements());
    assertEquals(expected, Arrays.hashCode(new int[] {matrix, truth, measured}));
  }
}
