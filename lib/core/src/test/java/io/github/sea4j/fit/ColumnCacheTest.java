package io.github.sea4j.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.view.CountedOperator;
import io.github.sea4j.oracle.DearGramColumns;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a run keeps of its columns, and what it does not fetch in a hurry. */
class ColumnCacheTest {

  private static final double[][] UNIT =
      Dense.unitColumns(TestProblem.gaussian(15, 40, 1, 0, 1221).matrix());
  private static final LinearOperator PLAIN = DenseOperator.of(UNIT);
  private static final LinearOperator DEAR = DearGramColumns.of(PLAIN);

  /** Twenty columns and their order reversed: more than the table of inner products begins with. */
  @Test
  void innerProductsAreTheGramMatrix() {
    int[] support = IntStream.range(0, 20).map(i -> 39 - 2 * i).toArray();
    for (LinearOperator operator : List.of(PLAIN, DEAR)) {
      ColumnCache cache = new ColumnCache(operator);
      for (int size : new int[] {0, 1, 3, 20}) {
        int[] some = IntStream.of(support).limit(size).sorted().toArray();
        double[][] gram = cache.innerProducts(some, () -> false);
        assertNotNull(gram);
        assertEquals(size, gram.length);
        double[][] columns = Dense.selectColumns(UNIT, some);
        for (int i = 0; i < size; i++) {
          double[] expected = Dense.applyTranspose(columns, Dense.column(columns, i));
          assertArrayEquals(expected, gram[i], 1e-14);
        }
      }
      assertEquals(operator == PLAIN, cache.holdsGram(39));
      assertFalse(cache.holdsGram(38));
      assertEquals(
          Dense.dot(Dense.column(UNIT, 38), Dense.column(UNIT, 1)),
          cache.innerProduct(38, 1),
          1e-14);
    }
  }

  /** Those known from before and those that are not, in a table that grows meanwhile. */
  @Test
  void innerProductsWithOneColumnHaveTheBitsOfEachAlone() {
    int[] others = IntStream.range(0, 40).map(i -> 39 - i).toArray();
    ColumnCache cache = new ColumnCache(DEAR);
    ColumnCache single = new ColumnCache(DEAR);
    cache.innerProduct(12, 31);
    double[] out = new double[40];
    cache.innerProducts(12, others, 3, 38, out);
    for (int c = 0; c < 40; c++) {
      double expected = c < 3 || c >= 38 ? 0 : single.innerProduct(12, others[c]);
      assertEquals(expected, out[c], "place " + c);
    }
    assertEquals(35, cache.fetched().length);
  }

  @Test
  void aHurryFetchesNoGramColumns() {
    int[] support = {4, 9};
    ColumnCache cache = new ColumnCache(PLAIN);
    assertNull(cache.innerProducts(support, () -> true));
    assertFalse(cache.holdsGram(4));
    assertNotNull(cache.innerProducts(support, () -> false));
    assertNotNull(cache.innerProducts(support, () -> true), "all are at hand");
    assertNotNull(new ColumnCache(DEAR).innerProducts(support, () -> true), "none is needed");
  }

  /** Eight long products at a time; those made before the hurry stay. */
  @Test
  void dearGramColumnsAreMultipliedTogether() {
    CountedOperator counted = new CountedOperator(DEAR);
    ColumnCache cache = new ColumnCache(counted);
    int[] chosen = IntStream.range(0, 12).map(i -> 3 * i).toArray();
    Iterator<Boolean> hurry = List.of(false, true).iterator();
    assertFalse(cache.fetchGram(chosen, 11, hurry::next));
    assertEquals(8, counted.products());
    assertTrue(cache.holdsGram(21));
    assertFalse(cache.holdsGram(24));
    assertTrue(cache.fetchGram(chosen, 11, () -> false));
    assertEquals(11, counted.products());
    assertFalse(cache.holdsGram(33), "only the first eleven were asked for");
    for (int i = 0; i < 11; i++) {
      double[] expected = Dense.applyTranspose(UNIT, Dense.column(UNIT, chosen[i]));
      for (int j = 0; j < 40; j++) {
        assertEquals(expected[j], cache.gram(chosen[i]).get(j), 1e-14);
      }
    }
    assertEquals(11, counted.products());
  }
}
