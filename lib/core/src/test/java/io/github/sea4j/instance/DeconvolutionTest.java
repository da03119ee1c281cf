package io.github.sea4j.instance;

import static io.github.sea4j.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.greedy.Omp;
import io.github.sea4j.operator.ConvolutionOperator;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.Solution;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DeconvolutionTest extends GeneratorContract {

  @Override
  Deconvolution generator() {
    return Deconvolution.gaussian(60, 3);
  }

  @Nested
  class OwnKernel extends GeneratorContract {

    @Override
    Deconvolution generator() {
      return Deconvolution.of(60, new double[] {0.1, 0.7, 1, 0.4, 0.2, 0.05});
    }
  }

  /** A spike looks like the kernel, its largest entry at the spike. */
  @Test
  void theCentreOfAnOwnKernelIsItsPeak() {
    double[] kernel = {0.5, -2, 1, 0.25};
    double[] y = new double[12];
    System.arraycopy(kernel, 0, y, 4, 4);
    for (Deconvolution own :
        List.of(Deconvolution.of(12, kernel), Deconvolution.of(12, kernel).truncated())) {
      Solution found = new Omp().solve(own.problem(y, 1));
      assertEquals(SparseVector.of(12, Support.of(5), 1), rounded(found.x()));
      Solution twice = new Omp().solve(own.problem(Arrays.stream(y).map(v -> 2 * v).toArray(), 1));
      assertEquals(2, twice.coefficients()[0], 1e-14);
    }
    Solution begun = new Omp().solve(Deconvolution.of(12, kernel, 0).problem(y, 1));
    assertEquals(Support.of(4), begun.support());
    double[] flat = {1, 2, 2, 2, 2, 1};
    assertEquals(Deconvolution.of(12, flat, 2).toString(), Deconvolution.of(12, flat).toString());
  }

  private static SparseVector rounded(SparseVector x) {
    return SparseVector.ofNonZeros(
        Arrays.stream(x.toDense()).map(v -> Math.rint(v * 1e12) / 1e12).toArray());
  }

  /** The Gaussian as a kernel of one's own gives the same instances. */
  @Test
  void anOwnGaussianIsTheGaussian() {
    Instance gaussian = Deconvolution.gaussian(60, 2).instance(4, 3);
    Instance own = Deconvolution.of(60, GaussianKernel.of(2)).instance(4, 3);
    assertArrayEquals(gaussian.problem().measurements(), own.problem().measurements());
    assertEquals(gaussian.truth(), own.truth());
    assertNotEquals(
        Deconvolution.of(60, new double[] {1, 2}).toString(),
        Deconvolution.of(60, new double[] {1, 3}).toString());
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
    assertRefused("column 0 is zero", () -> Deconvolution.of(5, new double[3]));
    assertRefused("number of entries", () -> Deconvolution.of(5, new double[0]));
    assertRefused("entry 1 must be finite", () -> Deconvolution.of(5, new double[] {1, 0.0 / 0}));
    assertRefused("centre must be between 0 and 1", () -> Deconvolution.of(5, new double[2], 2));
  }
}
