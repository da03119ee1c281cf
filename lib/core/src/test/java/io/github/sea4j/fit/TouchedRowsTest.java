package io.github.sea4j.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.oracle.Dense;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Fits on the rows that sparse columns meet, against a QR of whole columns. */
class TouchedRowsTest {

  @Test
  void sparseColumnsAreFittedOnTheirRows() {
    for (int seed = 0; seed < 30; seed++) {
      Random random = new Random(seed);
      double[][] matrix = new double[300][8];
      for (int j = 0; j < 8; j++) {
        int start = random.nextInt(290);
        for (int i = start; i < start + 9; i++) {
          matrix[i][j] = random.nextGaussian();
        }
      }
      double[][] unit = Dense.unitColumns(matrix);
      double[] y = random.doubles(300, -1, 1).toArray();
      int[] support = {1, 2, 4, 5, 7};
      PackedVector[] columns =
          Arrays.stream(support)
              .mapToObj(j -> PackedVector.of(Dense.column(unit, j)))
              .toArray(PackedVector[]::new);
      assertTrue(TouchedRows.of(columns, 300).count() <= 45);
      double[] residual = new double[300];
      SupportSolution fit = SupportSolution.of(columns, y, residual);
      assertArrayEquals(Dense.leastSquares(unit, support, y), fit.coefficients(), 1e-12);
      assertArrayEquals(Dense.residual(unit, support, y), residual, 1e-12);
      assertEquals(Dense.norm(residual), fit.value(), 1e-12);
      SupportSolution fresh = SupportSolution.of(DenseOperator.of(unit), y, support);
      assertArrayEquals(fit.coefficients(), fresh.coefficients());
    }
  }
}
