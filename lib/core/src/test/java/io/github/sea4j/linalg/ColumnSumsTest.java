package io.github.sea4j.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums of vectors, bit for bit those of one vector after the other. */
class ColumnSumsTest {

  private static final int LENGTH = 37;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8, 9, 30})
  void addsOneAfterTheOther(int count) {
    Random random = new Random(2200 + count);
    double[] weights = new double[count];
    double[][] vectors = new double[count][LENGTH];
    double[] start = random.doubles(LENGTH, -1, 1).toArray();
    for (int i = 0; i < count; i++) {
      weights[i] = random.nextInt(3) == 0 ? 0 : random.nextGaussian();
      for (int j = 0; j < LENGTH; j++) {
        vectors[i][j] = random.nextInt(2) == 0 ? 0 : random.nextGaussian();
      }
    }
    double[] added = start.clone();
    ColumnSums.add(weights, vectors, added);
    assertArrayEquals(plain(weights, vectors, start), added);
    double[] combined = start.clone();
    ColumnSums.combine(weights, vectors, combined);
    assertArrayEquals(plain(weights, vectors, new double[LENGTH]), combined);
  }

  private static double[] plain(double[] weights, double[][] vectors, double[] start) {
    double[] sum = start.clone();
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < sum.length; j++) {
        sum[j] += weights[i] * vectors[i][j];
      }
    }
    return sum;
  }
}
