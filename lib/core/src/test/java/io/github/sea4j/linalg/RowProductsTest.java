package io.github.sea4j.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The loops of products with rows: sums as they should be, and the bits that are promised. */
class RowProductsTest {

  /** Seed 1. Neither row nor result begins at zero. */
  @Test
  void innerProductsHaveTheSameBitsOneByOneEightAtOnceAndFourForTwoVectors() {
    Random random = new Random(1);
    for (int length = 0; length <= 20; length++) {
      double[][] rows = new double[10][];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = random.doubles(length, -1, 1).toArray();
      }
      double[] x = random.doubles(length, -1, 1).toArray();
      double[] other = random.doubles(length, -1, 1).toArray();
      double[] start = random.doubles(11, -1, 1).toArray();
      double[][] sums = new double[6][];
      for (int s = 0; s < sums.length; s++) {
        sums[s] = start.clone();
      }
      RowProducts.addEightInnerProducts(rows, 1, x, length, sums[0], 2);
      RowProducts.addEightInnerProducts(rows, 1, other, length, sums[1], 2);
      RowProducts.addFourInnerProducts(rows, 1, x, sums[2], other, sums[3], 2);
      RowProducts.addFourInnerProducts(rows, 5, x, sums[2], other, sums[3], 6);
      for (int r = 0; r < 8; r++) {
        RowProducts.addInnerProduct(rows[1 + r], x, length, sums[4], 2 + r);
        RowProducts.addInnerProduct(rows[1 + r], other, length, sums[5], 2 + r);
      }
      assertArrayEquals(sums[4], sums[0]);
      assertArrayEquals(sums[5], sums[1]);
      assertArrayEquals(sums[4], sums[2]);
      assertArrayEquals(sums[5], sums[3]);
      for (int p = 0; p < start.length; p++) {
        double added = p < 2 || p >= 10 ? 0 : Vectors.dot(rows[p - 1], x);
        assertEquals(start[p] + added, sums[0][p], 1e-14);
      }
    }
  }
}
