package io.github.sea4j.operator;

import static io.github.sea4j.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.data.DMatrixSparseTriplet;
import org.junit.jupiter.api.Test;

class SparseOperatorTest extends LinearOperatorContract {

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        example(1, 1, 1), example(20, 30, 0.1), example(30, 20, 0.5), example(9, 9, 0));
  }

  private static Example example(int m, int n, double density) {
    double[][] matrix = matrix(m, n, 11);
    double[] chance = vector(m * n, 12);
    DMatrixSparseTriplet triplets = new DMatrixSparseTriplet(m, n, 1);
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        if (Math.abs(chance[i * n + j]) <= density) {
          triplets.addItem(i, j, matrix[i][j]);
        } else {
          matrix[i][j] = 0;
        }
      }
    }
    return new Example(
        "%d x %d, density %s".formatted(m, n, density), SparseOperator.of(triplets), matrix);
  }

  /** 3 columns of 2 entries each in 4 rows: a product costs 6, a Gram column 2 times 6 / 4. */
  @Test
  void costsAreThoseOfItsEntries() {
    DMatrixSparseTriplet triplets = new DMatrixSparseTriplet(4, 3, 6);
    for (int j = 0; j < 3; j++) {
      triplets.addItem(j, j, 1);
      triplets.addItem(j + 1, j, 2);
    }
    SparseOperator operator = SparseOperator.of(triplets);
    assertEquals(6, operator.productCost());
    assertEquals(3, operator.gramColumnCost());
    double[] scale = {2, 3, 4};
    assertEquals(6, operator.scaleColumns(scale).productCost());
  }

  @Test
  void namesWhatIsWrong() {
    assertRefused(
        "at least one row and one column, but is 0 x 3",
        () -> SparseOperator.of(new DMatrixSparseCSC(0, 3)));
    DMatrixSparseTriplet bad = new DMatrixSparseTriplet(2, 3, 1);
    bad.addItem(1, 2, Double.NaN);
    assertRefused("entry (1, 2) must be finite, but is NaN", () -> SparseOperator.of(bad));
    DMatrixSparseTriplet twice = new DMatrixSparseTriplet(2, 3, 2);
    twice.addItem(1, 2, 3);
    twice.addItem(1, 2, 4);
    assertRefused("entry (1, 2) must be stored once", () -> SparseOperator.of(twice));
  }
}
