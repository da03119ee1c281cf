package io.github.sea4j.linalg;

import static io.github.sea4j.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class SpectralNormTest {

  /** Against EJML's dense decomposition, over shapes, ranks and sizes of the entries. */
  @Test
  void agreesWithTheDenseDecomposition() {
    int[][] shapes = {
      {1, 1}, {1, 9}, {9, 1}, {2, 2}, {7, 7}, {64, 64}, {65, 66}, {100, 30}, {80, 300}
    };
    for (int[] shape : shapes) {
      for (double size : new double[] {1, 1e-150, 1e150, 1e-200, 1e200}) {
        double[][] matrix = gaussian(shape[0], shape[1], 5);
        double expected = new SimpleMatrix(matrix).svd().getSingleValue(0) * size;
        Arrays.stream(matrix).forEach(row -> Vectors.scale(size, row));
        assertEquals(expected, norm(matrix), 1e-12 * expected, Arrays.toString(shape));
      }
    }
  }

  @Test
  void isExactOnSpecialMatrices() {
    assertEquals(0, norm(new double[3][5]));
    assertEquals(4, norm(new double[][] {{-4}}));
    assertEquals(1, diagonal(IntStream.range(0, 500).mapToDouble(i -> 1).toArray()), 1e-14);
    double[] oneLarge = new double[300];
    oneLarge[123] = 7;
    assertEquals(7, diagonal(oneLarge), 7e-12);
    double[] crowded = IntStream.range(0, 400).mapToDouble(i -> 1 - i * i * 1e-6).toArray();
    assertEquals(1, diagonal(crowded), 1e-12);
  }

  /** Rank one, with exact norm ||u|| ||v||; entries that a smaller start would miss. */
  @Test
  void findsRankOne() {
    double[][] matrix = new double[50][70];
    double[] u = new Random(1).doubles(50, -1, 1).toArray();
    double[] v = new Random(2).doubles(70, -1, 1).toArray();
    for (int i = 0; i < 50; i++) {
      Vectors.axpy(u[i], v, matrix[i]);
    }
    double expected = Vectors.norm(u) * Vectors.norm(v);
    assertEquals(expected, norm(matrix), 1e-12 * expected);
  }

  /** The leading singular vector is orthogonal to the first start: only the second can see it. */
  @Test
  void isNotFooledByItsStart() {
    int n = 60;
    double[] start = new SplittableRandom(1).doubles(n, 0.5, 1.5).toArray();
    Vectors.scale(1 / Vectors.norm(start), start);
    double[] hidden = new Random(3).doubles(n, -1, 1).toArray();
    Vectors.axpy(-Vectors.dot(start, hidden), start, hidden);
    Vectors.scale(1 / Vectors.norm(hidden), hidden);
    SpectralNorm.Product product =
        (in, out) -> {
          Arrays.fill(out, 0);
          Vectors.axpy(Vectors.dot(start, in), start, out);
          Vectors.axpy(3 * Vectors.dot(hidden, in), hidden, out);
        };
    assertEquals(3, SpectralNorm.of(n, n, product, product), 1e-11);
  }

  @Test
  void leavesTheLeadingValueOfALongBasisIntact() {
    // Needs several restarts: the basis holds 64 of 600 directions.
    double[] values = IntStream.range(0, 600).mapToDouble(i -> Math.cos(i * 1.5 / 600)).toArray();
    assertEquals(1, diagonal(values), 1e-12);
  }

  @Test
  void refusesNonsense() {
    SpectralNorm.Product bad = (in, out) -> Arrays.fill(out, Double.NaN);
    assertRefused("must be at least 1, but are 0 and 3", () -> SpectralNorm.of(0, 3, bad, bad));
    assertRefused("entry 0 is NaN", () -> SpectralNorm.of(2, 3, bad, bad));
  }

  private static double diagonal(double[] values) {
    SpectralNorm.Product product =
        (in, out) -> {
          for (int i = 0; i < values.length; i++) {
            out[i] = values[i] * in[i];
          }
        };
    return SpectralNorm.of(values.length, values.length, product, product);
  }

  private static double norm(double[][] matrix) {
    return SpectralNorm.of(
        matrix.length,
        matrix[0].length,
        (x, y) -> {
          for (int i = 0; i < y.length; i++) {
            y[i] = Vectors.dot(matrix[i], x);
          }
        },
        (y, x) -> {
          Arrays.fill(x, 0);
          for (int i = 0; i < y.length; i++) {
            Vectors.axpy(y[i], matrix[i], x);
          }
        });
  }

  private static double[][] gaussian(int m, int n, long seed) {
    Random random = new Random(seed);
    double[][] matrix = new double[m][n];
    for (double[] row : matrix) {
      Arrays.setAll(row, j -> random.nextGaussian());
    }
    return matrix;
  }
}
