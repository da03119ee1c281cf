package io.github.sea4j.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Small integers, whose sums are exact, so that any order of summation gives the same. */
class VectorsTest {

  @Test
  void loopsCoverTheFirstEntriesAndNoOthers() {
    Random random = new Random(1501);
    for (int length = 0; length <= 13; length++) {
      double[] a = integers(16, random);
      double[] b = integers(16, random);
      double dot = 0;
      double norm1 = 0;
      double[] sum = b.clone();
      for (int i = 0; i < length; i++) {
        dot += a[i] * b[i];
        norm1 += Math.abs(a[i]);
        sum[i] += 3 * a[i];
      }
      assertEquals(dot, Vectors.dot(a, b, length));
      assertEquals(norm1, Vectors.norm1(a, length));
      Vectors.axpy(3, a, b, length);
      assertArrayEquals(sum, b);
      double[] head = Arrays.copyOf(a, length);
      assertEquals(Vectors.norm(head), Vectors.norm(a, length));
    }
  }

  @Test
  void scaleMultipliesEveryEntry() {
    double[] x = {1, -2, 0.5};
    Vectors.scale(-4, x);
    assertArrayEquals(new double[] {-4, 8, -2}, x);
  }

  /** 3-4-12-13 at every size of a double, where squares leave the range. */
  @Test
  void normsNeitherOverflowNorUnderflow() {
    for (double unit : new double[] {1, 1e-140, 1e-160, 1e-200, 1e-300, 1e140, 1e160, 1e300}) {
      double[] x = {3 * unit, -4 * unit, 12 * unit};
      assertEquals(1, Vectors.norm(x) / unit / 13, 1e-15, "unit " + unit);
    }
    double[] subnormal = {3 * Double.MIN_VALUE, 4 * Double.MIN_VALUE};
    assertEquals(5 * Double.MIN_VALUE, Vectors.norm(subnormal));
    assertEquals(0, Vectors.norm(new double[4]));
    assertEquals(0, Vectors.norm(new double[0]));
    assertEquals(
        Double.POSITIVE_INFINITY, Vectors.norm(new double[] {1, Double.NEGATIVE_INFINITY}));
    assertEquals(Double.NaN, Vectors.norm(new double[] {1, Double.NaN, 2}));
  }

  @Test
  void indicesOfTheFirstOfItsKind() {
    assertEquals(0, Vectors.indexOfLargest(new double[] {-7}));
    assertEquals(2, Vectors.indexOfLargest(new double[] {1, -9, 4, 3, 4}));
    assertEquals(3, Vectors.indexOfLargest(new double[] {-5, -4, -3, -2}));
    assertEquals(-1, Vectors.firstNonFinite(new double[] {1, Double.MAX_VALUE, 0}));
    assertEquals(2, Vectors.firstNonFinite(new double[] {1, 2, Double.NaN, Double.NaN}));
    assertEquals(1, Vectors.firstNonFinite(new double[] {1, Double.NEGATIVE_INFINITY}));
  }

  /** To take entries and to put them back is to leave the others at zero. */
  @Test
  void entriesAreGatheredAndScattered() {
    double[] x = {5, -3, 8, 1};
    int[] at = {3, 0, 1};
    double[] some = Vectors.gather(x, at);
    assertArrayEquals(new double[] {1, 5, -3}, some);
    double[] back = new double[4];
    Vectors.scatter(some, at, 2, back);
    assertArrayEquals(new double[] {5, 0, 0, 1}, back);
    double[] part = {9, 9, 9};
    Vectors.gather(x, at, 1, 2, part);
    assertArrayEquals(new double[] {9, 5, 9}, part);
  }

  @Test
  void largestMagnitudesAndOnes() {
    assertEquals(8, Vectors.largestMagnitude(new double[] {5, -8, 7}));
    assertEquals(0, Vectors.largestMagnitude(new double[0]));
    assertArrayEquals(new double[] {1, 1, 1}, Vectors.ones(3));
  }

  private static double[] integers(int length, Random random) {
    return random.ints(length, -9, 10).asDoubleStream().toArray();
  }
}
