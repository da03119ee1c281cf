package io.github.sea4j.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Both forms against the plain array, on integers, whose sums are exact in any order. */
class PackedVectorTest {

  private static final int LENGTH = 40;

  @Test
  void bothFormsAreTheSameVector() {
    Random random = new Random(1601);
    for (int nonZeros = 0; nonZeros <= LENGTH; nonZeros++) {
      double[] dense = integers(nonZeros, random);
      PackedVector packed = PackedVector.of(dense);
      assertEquals(nonZeros > 8, packed.isDense(), nonZeros + " of 40; a fifth is few");
      assertEquals(packed.isDense() ? LENGTH : nonZeros, packed.entries());
      assertEquals(packed.entries(), packed.indices().count());
      double[] rebuilt = new double[LENGTH];
      packed.indices().forEach(j -> rebuilt[j] = dense[j]);
      assertArrayEquals(dense, rebuilt);
      double[] other = integers(LENGTH, random);
      assertEquals(Vectors.dot(dense, other), packed.dot(other));
      double[] expected = other.clone();
      Vectors.axpy(-3, dense, expected);
      packed.addTo(-3, other);
      assertArrayEquals(expected, other);
      for (int j = 0; j < LENGTH; j++) {
        assertEquals(dense[j], packed.get(j));
      }
      gather(dense, packed, random);
    }
  }

  private static void gather(double[] dense, PackedVector packed, Random random) {
    for (int trial = 0; trial < 20; trial++) {
      int[] chosen = IntStream.range(0, LENGTH).filter(j -> random.nextInt(4) == 0).toArray();
      double[] out = new double[chosen.length];
      Arrays.fill(out, 99);
      packed.gather(chosen, out);
      assertArrayEquals(IntStream.of(chosen).mapToDouble(j -> dense[j]).toArray(), out);
    }
  }

  @Test
  void onlyADenseVectorGivesItsEntriesAway() {
    double[] entries = {1, 2, 0};
    PackedVector dense = PackedVector.of(entries);
    entries[0] = 7;
    assertArrayEquals(new double[] {1, 2, 0}, dense.dense(), "a copy");
    PackedVector sparse = PackedVector.of(new double[9]);
    assertFalse(sparse.isDense());
    assertThrows(IllegalStateException.class, sparse::dense);
  }

  /** Sums go four dense vectors at a time; sparse ones stand in every place among them. */
  @Test
  void weightedSumsOfAnyMixture() {
    Random random = new Random(1602);
    for (int mixture = 0; mixture < 1 << 9; mixture++) {
      int count = 1 + random.nextInt(9);
      double[] weights = random.ints(9, -4, 5).asDoubleStream().toArray();
      PackedVector[] vectors = new PackedVector[9];
      double[] expected = integers(LENGTH, random);
      double[] sum = expected.clone();
      for (int i = 0; i < 9; i++) {
        boolean sparse = (mixture >> i & 1) == 1;
        double[] dense = integers(sparse ? 3 : 30, random);
        vectors[i] = PackedVector.of(dense);
        assertTrue(sparse != vectors[i].isDense());
        if (i < count) {
          Vectors.axpy(weights[i], dense, expected);
        }
      }
      PackedVector.addTo(weights, vectors, count, sum);
      assertArrayEquals(expected, sum);
    }
  }

  /** So many entries that differ from zero, anywhere. */
  private static double[] integers(int nonZeros, Random random) {
    double[] v = new double[LENGTH];
    for (int left = nonZeros; left > 0; ) {
      int j = random.nextInt(LENGTH);
      if (v[j] == 0) {
        v[j] = random.nextBoolean() ? 1 + random.nextInt(9) : -1 - random.nextInt(9);
        left--;
      }
    }
    return v;
  }
}
