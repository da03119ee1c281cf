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

  /** A copy does not follow the array; one that took it, and is dense, is that array. */
  @Test
  void copiesOrTakesAnArray() {
    double[] entries = {1, 2, 3};
    PackedVector copy = PackedVector.of(entries);
    PackedVector taken = PackedVector.taking(entries);
    assertSame(entries, taken);
    assertTrue(taken.dense() == entries);
    entries[0] = 5;
    assertEquals(1, copy.get(0));
    assertFalse(PackedVector.taking(new double[9]).isDense());
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

  /** Every place of every number of neighbours, some of them zero. */
  @Test
  void neighboursWrapOrAreCutOff() {
    Random random = new Random(1603);
    for (int count = 0; count <= 20; count++) {
      for (int first = -25; first <= 25; first++) {
        double[] neighbours = random.ints(count, -1, 9).asDoubleStream().toArray();
        double[] wrapped = new double[20];
        double[] cut = new double[20];
        for (int i = 0; i < count; i++) {
          int j = first + i;
          wrapped[Math.floorMod(j, 20)] = neighbours[i];
          if (j >= 0 && j < 20) {
            cut[j] = neighbours[i];
          }
        }
        assertSame(wrapped, PackedVector.placed(20, first, neighbours, true));
        assertSame(cut, PackedVector.placed(20, first, neighbours, false));
      }
    }
  }

  /** The entries, in the form that {@link PackedVector#of} gives them. */
  private static void assertSame(double[] expected, PackedVector packed) {
    PackedVector suited = PackedVector.of(expected);
    assertEquals(suited.isDense(), packed.isDense());
    assertArrayEquals(suited.indices().toArray(), packed.indices().toArray());
    for (int j = 0; j < expected.length; j++) {
      assertTrue(expected[j] == packed.get(j), "entry " + j);
    }
  }

  /** Weights of zero make a dense vector sparse, and take entries from a sparse one. */
  @Test
  void productsWithDiagonalsAndNumbers() {
    Random random = new Random(1604);
    for (int nonZeros = 0; nonZeros <= LENGTH; nonZeros++) {
      double[] dense = integers(nonZeros, random);
      PackedVector packed = PackedVector.of(dense);
      double[] weights = random.ints(LENGTH, 0, 3).asDoubleStream().toArray();
      double[] weighted = new double[LENGTH];
      double[] tripled = new double[LENGTH];
      for (int j = 0; j < LENGTH; j++) {
        weighted[j] = dense[j] * weights[j] * -2;
        tripled[j] = 3 * dense[j];
      }
      assertSame(weighted, packed.scaled(weights, -2));
      assertSame(tripled, packed.scaled(3, LENGTH));
      assertSame(new double[LENGTH], packed.scaled(0, LENGTH));
      assertSame(dense, packed);
    }
  }

  @Test
  void innerProductsOfAnyTwoForms() {
    Random random = new Random(1605);
    for (int nonZeros = 0; nonZeros <= 16; nonZeros++) {
      for (int others = 0; others <= 16; others++) {
        double[] a = integers(nonZeros, random);
        double[] b = integers(others, random);
        assertEquals(Vectors.dot(a, b), PackedVector.of(a).dot(PackedVector.of(b)));
      }
    }
  }

  /** Four at a time or not, dense or not, at lengths that leave nothing to three over. */
  @Test
  void innerProductsOfSeveralHaveTheBitsOfEachAlone() {
    Random random = new Random(1611);
    for (int length = 1; length <= LENGTH; length++) {
      double[] y = random.doubles(length, -1, 1).toArray();
      for (int count = 0; count <= 13; count++) {
        PackedVector[] vectors = new PackedVector[count];
        for (int i = 0; i < count; i++) {
          double[] entries = random.doubles(length, -1, 1).toArray();
          if (i == 9) {
            Arrays.fill(entries, 1, length, 0);
          }
          vectors[i] = PackedVector.of(entries);
        }
        double[] expected = Arrays.stream(vectors).mapToDouble(v -> v.dot(y)).toArray();
        double[] out = new double[count + 1];
        PackedVector.dot(vectors, count, y, out);
        assertArrayEquals(Arrays.copyOf(expected, count + 1), out, 0);
      }
    }
  }

  @Test
  void theFirstEntryThatIsNoNumber() {
    double[] sparse = new double[LENGTH];
    sparse[7] = 1;
    assertEquals(-1, PackedVector.of(sparse).firstNonFinite());
    sparse[0] = Double.NaN;
    assertEquals(0, PackedVector.of(sparse).firstNonFinite());
    sparse[0] = 0;
    sparse[30] = Double.NEGATIVE_INFINITY;
    assertEquals(30, PackedVector.of(sparse).firstNonFinite());
    assertEquals(2, PackedVector.of(new double[] {1, 2, Double.NaN}).firstNonFinite());
    assertEquals(-1, PackedVector.of(new double[] {1, 2, 3}).firstNonFinite());
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
