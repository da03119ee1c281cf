package io.github.sea4j.operator.image;

import static io.github.sea4j.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.ConvolutionOperator;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.LinearOperatorContract;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImageConvolutionTest extends LinearOperatorContract {

  /** Sides of the image, sides of the kernel, its centre; kernels larger than the image too. */
  private static final int[][] SHAPES = {
    {1, 1, 1, 1, 0, 0},
    {1, 9, 1, 4, 0, 1},
    {7, 1, 3, 1, 2, 0},
    {6, 7, 3, 4, 1, 2},
    {5, 8, 5, 8, 4, 0},
    {8, 6, 9, 13, 4, 6},
    {4, 5, 11, 3, 10, 0},
    {3, 4, 2, 20, 0, 17}
  };

  @Override
  protected Stream<Example> examples() {
    return Arrays.stream(SHAPES).flatMap(s -> Stream.of(example(s, true), example(s, false)));
  }

  private static Example example(int[] s, boolean circular) {
    double[][] kernel = matrix(s[2], s[3], 5);
    return new Example(
        "%s %s".formatted(Arrays.toString(s), circular ? "circular" : "truncated"),
        operator(s, kernel, circular),
        entries(s, kernel, circular));
  }

  private static LinearOperator operator(int[] s, double[][] kernel, boolean circular) {
    return circular
        ? ImageConvolution.circular(s[0], s[1], kernel, s[4], s[5])
        : ImageConvolution.truncated(s[0], s[1], kernel, s[4], s[5]);
  }

  /** By the definition, one entry of the kernel at a time. */
  private static double[][] entries(int[] s, double[][] kernel, boolean circular) {
    int h = s[0];
    int w = s[1];
    double[][] matrix = new double[h * w][h * w];
    for (int j = 0; j < h * w; j++) {
      for (int p = 0; p < kernel.length; p++) {
        for (int q = 0; q < kernel[p].length; q++) {
          int r = j / w - s[4] + p;
          int c = j % w - s[5] + q;
          if (circular) {
            matrix[Math.floorMod(r, h) * w + Math.floorMod(c, w)][j] += kernel[p][q];
          } else if (r >= 0 && r < h && c >= 0 && c < w) {
            matrix[r * w + c][j] += kernel[p][q];
          }
        }
      }
    }
    return matrix;
  }

  /** Pixels are in row-major order: an image of one row is a signal. */
  @Test
  void isTheConvolutionOfSignalsOnAnImageOfOneRow() {
    double[] kernel = vector(6, 1);
    for (boolean circular : new boolean[] {true, false}) {
      LinearOperator signal =
          circular
              ? ConvolutionOperator.circular(20, kernel, 2)
              : ConvolutionOperator.truncated(20, kernel, 2);
      int[] wide = {1, 20, 1, 6, 0, 2};
      assertSame(signal, operator(wide, new double[][] {kernel}, circular));
    }
  }

  private static void assertSame(LinearOperator expected, LinearOperator actual) {
    double[] x = vector(expected.columns(), 2);
    double[] before = new double[expected.rows()];
    double[] after = new double[expected.rows()];
    expected.apply(x, before);
    actual.apply(x, after);
    assertArrayEquals(before, after, 1e-14 * Vectors.norm(before));
    assertArrayEquals(expected.columnNorms(), actual.columnNorms(), 1e-15);
  }

  @Test
  void staysAConvolutionWhenScaledEqually() {
    double[] equal = new double[30];
    Arrays.fill(equal, 3);
    double[][] kernel = matrix(3, 3, 1);
    LinearOperator circular = ImageConvolution.circular(5, 6, kernel, 1, 1);
    assertInstanceOf(ImageConvolution.class, circular.scaleColumns(equal));
    assertEquals(3 * circular.norm(), circular.scaleColumns(equal).norm(), 1e-14);
  }

  @Test
  void namesWhatIsWrong() {
    double[][] kernel = {{1, 2}, {3, 4}};
    assertRefused("height must be", () -> ImageConvolution.circular(0, 3, kernel, 0, 0));
    assertRefused("width must be", () -> ImageConvolution.circular(3, 1 << 30, kernel, 0, 0));
    assertRefused(
        "row must be between 0 and 1", () -> ImageConvolution.truncated(3, 3, kernel, 2, 0));
    assertRefused("is -1", () -> ImageConvolution.truncated(3, 3, kernel, 0, -1));
    double[][] ragged = {{1, 2}, {3}};
    assertRefused("length of row 1", () -> ImageConvolution.circular(3, 3, ragged, 0, 0));
    double[][] bad = {{1, Double.NaN}};
    assertRefused("entry (0, 1)", () -> ImageConvolution.circular(3, 3, bad, 0, 0));
  }
}
