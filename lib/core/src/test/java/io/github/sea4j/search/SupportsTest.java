package io.github.sea4j.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Steps on sorted index arrays; what comes in stays as it was. */
class SupportsTest {

  @Test
  void theLargestOrAllThereAre() {
    double[] values = {1, -4, 0, 3, -3};
    assertArrayEquals(new int[] {1, 3}, Supports.largest(values, 2));
    assertArrayEquals(new int[] {1, 3, 4}, Supports.largest(values, 3));
    assertArrayEquals(new int[] {0, 1, 2, 3, 4}, Supports.largest(values, 7));
    assertArrayEquals(new int[0], Supports.largest(values, 0));
  }

  @Test
  void columnsEnterAndAreExchangedInOrder() {
    int[] support = {2, 5, 9};
    assertArrayEquals(new int[] {0, 2, 5, 9}, Supports.with(support, 0));
    assertArrayEquals(new int[] {2, 5, 7, 9}, Supports.with(support, 7));
    assertArrayEquals(new int[] {2, 3, 9}, Supports.exchange(support, 1, 3));
    assertArrayEquals(new int[] {5, 9, 11}, Supports.exchange(support, 0, 11));
    assertArrayEquals(new int[] {1, 2, 5, 9, 10}, Supports.union(new int[] {1, 5, 10}, support));
    assertArrayEquals(support, Supports.union(support, new int[0]));
    assertArrayEquals(new int[] {2, 5, 9}, support);
  }

  @Test
  void startsAreFilledUpWithTheLowestColumnsOrCut() {
    assertArrayEquals(new int[] {0, 1, 2, 4}, Supports.complete(new int[] {1, 4}, 4));
    assertArrayEquals(new int[] {0, 1}, Supports.complete(new int[0], 2));
    assertArrayEquals(new int[] {3, 6}, Supports.complete(new int[] {3, 6}, 2));
    assertArrayEquals(new int[] {3}, Supports.complete(new int[] {3, 6}, 1));
  }

  @Test
  void ofEqualMagnitudesTheFirst() {
    assertEquals(1, Supports.smallestMagnitude(new double[] {-2, 1, -1, 1.5}));
    assertEquals(3, Supports.smallestMagnitude(new double[] {-2, 1, -1, 0}));
    assertEquals(0, Supports.smallestMagnitude(new double[] {7}));
  }

  @Test
  void progressIsARelativeDecrease() {
    for (double unit : new double[] {1e-200, 1, 1e200}) {
      assertTrue(Supports.isDecrease(unit, unit * (1 - 2e-12)));
      assertFalse(Supports.isDecrease(unit, unit * (1 - 1e-12)));
      assertFalse(Supports.isDecrease(unit, unit * (1 + 1e-12)));
    }
    assertFalse(Supports.isDecrease(0, 0));
  }
}
