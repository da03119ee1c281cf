package io.github.sea4j.operator;

import static io.github.sea4j.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.instance.GaussianKernel;
import io.github.sea4j.linalg.Vectors;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConvolutionOperatorTest extends LinearOperatorContract {

  /** n, kernel length, centre: kernels longer than the signal, on both sides of the FFT's bound. */
  private static final int[][] SHAPES = {
    {1, 1, 0},
    {1, 3, 2},
    {7, 1, 0},
    {7, 2, 1},
    {8, 5, 0},
    {8, 5, 4},
    {9, 9, 3},
    {10, 19, 9},
    {10, 40, 35},
    {50, 7, 3},
    {64, 61, 30},
    {300, 79, 30},
    {300, 80, 30},
    {300, 299, 298},
    {101, 700, 350},
    {40, 600, 1}
  };

  @Override
  protected Stream<Example> examples() {
    return Arrays.stream(SHAPES)
        .flatMap(s -> Stream.of(example(s[0], s[1], s[2], true), example(s[0], s[1], s[2], false)));
  }

  private static Example example(int n, int length, int centre, boolean circular) {
    double[] kernel = vector(length, 17L * n + length);
    return new Example(
        "n %d, %d taps, centre %d, %s"
            .formatted(n, length, centre, circular ? "circular" : "truncated"),
        circular
            ? ConvolutionOperator.circular(n, kernel, centre)
            : ConvolutionOperator.truncated(n, kernel, centre),
        matrix(n, kernel, centre, circular));
  }

  private static double[][] matrix(int n, double[] kernel, int centre, boolean circular) {
    double[][] matrix = new double[n][n];
    for (int j = 0; j < n; j++) {
      for (int p = 0; p < kernel.length; p++) {
        int i = j - centre + p;
        if (circular) {
          matrix[Math.floorMod(i, n)][j] += kernel[p];
        } else if (i >= 0 && i < n) {
          matrix[i][j] += kernel[p];
        }
      }
    }
    return matrix;
  }

  /** Values that are known of this matrix: see the deconvolution experiment. */
  @Test
  void hasTheKnownCoherenceOfTheGaussian() {
    LinearOperator unit = unitGaussian(500, 3);
    double[] gram = new double[500];
    unit.gramColumn(123, gram);
    assertEquals(1, gram[123], 1e-15);
    gram[123] = 0;
    assertEquals(0.9726, Arrays.stream(gram).max().orElseThrow(), 5e-5);
  }

  @Test
  void hasTheKnownNormOfTheGaussian() {
    double norm = unitGaussian(500, 3).norm();
    assertEquals(10.63, norm * norm, 5e-3);
    // Poisson: the sum of the kernel over its norm is (4 pi)^(1/4) sqrt(s) up to e^(-pi^2 s^2).
    assertEquals(Math.pow(4 * Math.PI, 0.25) * Math.sqrt(3), norm, 1e-13);
  }

  @Test
  void staysAConvolutionWhenScaledEqually() {
    assertInstanceOf(ConvolutionOperator.class, unitGaussian(50, 3));
    double[] kernel = {1, 2, 1};
    double[] scale = new double[5];
    Arrays.fill(scale, 2);
    LinearOperator truncated = ConvolutionOperator.truncated(5, kernel, 1).scaleColumns(scale);
    assertInstanceOf(ScaledColumns.class, truncated);
    scale[2] = 3;
    LinearOperator uneven = ConvolutionOperator.circular(5, kernel, 1).scaleColumns(scale);
    assertInstanceOf(ScaledColumns.class, uneven);
  }

  /**
   * Signals longer than a block, on both sides of the border between direct sums and transforms.
   */
  @Test
  void agreesWithItselfAcrossBlocks() {
    for (int length : new int[] {79, 80, 301}) {
      int n = 5000;
      double[] kernel = vector(length, length);
      for (boolean circular : new boolean[] {true, false}) {
        ConvolutionOperator operator =
            circular
                ? ConvolutionOperator.circular(n, kernel, 20)
                : ConvolutionOperator.truncated(n, kernel, 20);
        double[] x = new double[n];
        double[] expected = new double[n];
        double[] a = new double[n];
        for (int j : new int[] {0, 1, 19, 1023, 1024, 2500, n - 1}) {
          x[j] = j + 1;
          operator.column(j, a);
          Vectors.axpy(x[j], a, expected);
        }
        double[] actual = new double[n];
        operator.apply(x, actual);
        assertArrayEquals(expected, actual, 1e-13 * Vectors.norm(x) * Vectors.norm(kernel));
      }
    }
  }

  @Test
  void worksOnAMillionSamples() {
    int n = 1_000_000;
    LinearOperator operator = unitGaussian(n, 3);
    double[] x = new double[n];
    x[0] = 1;
    x[n - 1] = -2;
    double[] y = new double[n];
    operator.apply(x, y);
    double[] gram = new double[n];
    operator.applyTranspose(y, gram);
    double[] expected = new double[n];
    double[] last = new double[n];
    operator.gramColumn(0, expected);
    operator.gramColumn(n - 1, last);
    Vectors.axpy(-2, last, expected);
    assertArrayEquals(expected, gram, 1e-15);
  }

  @Test
  void survivesVeryLargeAndVerySmallKernels() {
    for (double scale : new double[] {1e-150, 1e150}) {
      double[] kernel = GaussianKernel.of(3);
      Vectors.scale(scale, kernel);
      LinearOperator raw = ConvolutionOperator.circular(50, kernel, kernel.length / 2);
      double[] norms = raw.columnNorms();
      LinearOperator unit = raw.scaleColumns(Arrays.stream(norms).map(norm -> 1 / norm).toArray());
      for (double norm : unit.columnNorms()) {
        assertEquals(1, norm, 1e-14);
      }
    }
  }

  @Test
  void namesWhatIsWrong() {
    double[] kernel = {1, 2, 1};
    assertRefused("n must be between 1 and", () -> ConvolutionOperator.circular(0, kernel, 1));
    assertRefused("centre must be between 0", () -> ConvolutionOperator.truncated(5, kernel, 3));
    assertRefused("is -1", () -> ConvolutionOperator.truncated(5, kernel, -1));
    assertRefused("number of entries", () -> ConvolutionOperator.circular(5, new double[0], 0));
    double[] bad = {1, Double.NaN};
    assertRefused("entry 1 must be finite", () -> ConvolutionOperator.circular(5, bad, 0));
    assertRefused("standardDeviation must be above 0", () -> GaussianKernel.of(0));
    assertRefused("is NaN", () -> GaussianKernel.of(Double.NaN));
  }

  @Test
  void cutsTheGaussianWhereItIsNegligible() {
    double[] kernel = GaussianKernel.of(3);
    assertEquals(1, kernel.length % 2);
    assertEquals(1, kernel[kernel.length / 2]);
    assertTrue(kernel[0] >= 1e-22 && kernel[0] < 1e-20, "edge " + kernel[0]);
    assertArrayEquals(new double[] {1}, GaussianKernel.of(1e-200));
  }

  static LinearOperator unitGaussian(int n, double standardDeviation) {
    double[] kernel = GaussianKernel.of(standardDeviation);
    LinearOperator raw = ConvolutionOperator.circular(n, kernel, kernel.length / 2);
    return raw.scaleColumns(Arrays.stream(raw.columnNorms()).map(norm -> 1 / norm).toArray());
  }
}
