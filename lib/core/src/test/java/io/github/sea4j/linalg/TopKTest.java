package io.github.sea4j.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.sea4j.oracle.BruteForce;
import io.github.sea4j.oracle.Dense;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against a stable sort: 20,000 seeded selections, many of them full of ties. */
class TopKTest {

  @Test
  void selectsAsAStableSortDoesWhateverTheGuess() {
    Random random = new Random(1001);
    for (int trial = 0; trial < 20_000; trial++) {
      int n = 1 + random.nextInt(60);
      int k = 1 + random.nextInt(n);
      int levels = 1 + random.nextInt(8);
      boolean tied = random.nextBoolean();
      double[] v = random.doubles(n, -1, 1).map(u -> tied ? Math.rint(u * levels) : u).toArray();
      int[] support = Dense.largest(random.doubles(n).toArray(), k);
      int[] guess = support.clone();
      boolean changed = new TopK(n).select(v, support);
      assertArrayEquals(Dense.largest(v, k), support, () -> Arrays.toString(v));
      assertEquals(!Arrays.equals(guess, support), changed);
    }
  }

  /** Against a sort, many of them tied; numbers behind the first ones take no part. */
  @Test
  void theLargestButSome() {
    Random random = new Random(1002);
    for (int trial = 0; trial < 5000; trial++) {
      int size = 1 + random.nextInt(40);
      int levels = 1 + random.nextInt(40);
      double[] v = random.doubles(size + 3, -1, 1).map(u -> Math.rint(u * levels)).toArray();
      double[] sorted = Arrays.copyOf(v, size);
      Arrays.sort(sorted);
      int k = 1 + random.nextInt(size);
      assertEquals(sorted[size - k] + 0.0, TopK.kthLargest(v, size, k) + 0.0);
    }
  }

  @Test
  void allEqualTakesTheFirstIndices() {
    int[] support = {5, 70, 99};
    new TopK(100).select(new double[100], support);
    assertArrayEquals(new int[] {0, 1, 2}, support);
  }

  @Test
  void theFirstIndices() {
    assertArrayEquals(new int[] {0, 1, 2, 3}, TopK.firstIndices(4));
    assertArrayEquals(new int[0], TopK.firstIndices(0));
  }

  /** Against nested loops; after the last subset the indices stay. */
  @Test
  void theNextIndicesVisitEverySubsetInOrder() {
    for (int n = 1; n <= 6; n++) {
      for (int k = 0; k <= n; k++) {
        List<String> expected = new ArrayList<>();
        BruteForce.forEachSubset(n, k, subset -> expected.add(Arrays.toString(subset)));
        List<String> visited = new ArrayList<>();
        int[] indices = TopK.firstIndices(k);
        do {
          visited.add(Arrays.toString(indices));
        } while (TopK.nextIndices(indices, n));
        assertEquals(expected, visited);
        assertFalse(TopK.nextIndices(indices, n));
        assertEquals(expected.get(expected.size() - 1), Arrays.toString(indices));
      }
    }
  }
}
