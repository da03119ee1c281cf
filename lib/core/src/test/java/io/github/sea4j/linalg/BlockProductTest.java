package io.github.sea4j.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Products of several vectors with a matrix at once. */
class BlockProductTest {

  /** Seed 1; every remainder of the four rows and the two vectors taken at a time. */
  @Test
  void isTheSumOfScaledRowsWithTheSameBitsAloneInABlockAndInParts() {
    Random random = new Random(1);
    for (int m = 0; m <= 9; m++) {
      for (int count = 0; count <= 5; count++) {
        int n = 7;
        double[][] rows = matrix(random, m, n);
        double[][] weights = matrix(random, count + 1, m);
        double[][] together = matrix(random, count + 1, n);
        double[][] alone = copy(together);
        double[][] expected = copy(together);
        for (int b = 0; b < count; b++) {
          for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
              expected[b][j] += weights[b][i] * rows[i][j];
            }
          }
          BlockProduct.add(rows, new double[][] {weights[b]}, 1, new double[][] {alone[b]});
        }
        double[][] inParts = copy(together);
        BlockProduct.add(rows, weights, count, together);
        BlockProduct.add(rows, weights, count, inParts, 3, n);
        BlockProduct.add(rows, weights, count, inParts, 0, 3);
        for (int b = 0; b <= count; b++) {
          assertArrayEquals(expected[b], together[b], 1e-13);
          assertArrayEquals(alone[b], together[b], 0);
          assertArrayEquals(inParts[b], together[b], 0);
        }
      }
    }
  }

  private static double[][] matrix(Random random, int rows, int columns) {
    double[][] matrix = new double[rows][columns];
    for (double[] row : matrix) {
      for (int j = 0; j < columns; j++) {
        row[j] = random.nextGaussian();
      }
    }
    return matrix;
  }

  private static double[][] copy(double[][] matrix) {
    double[][] copy = matrix.clone();
    for (int i = 0; i < copy.length; i++) {
      copy[i] = matrix[i].clone();
    }
    return copy;
  }
}
