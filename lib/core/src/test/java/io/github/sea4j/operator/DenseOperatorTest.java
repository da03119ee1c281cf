package io.github.sea4j.operator;

import static io.github.sea4j.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sea4j.linalg.Vectors;
import java.util.Arrays;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class DenseOperatorTest extends LinearOperatorContract {

  /** Shapes around every unrolling and blocking boundary. */
  private static final int[][] SHAPES = {
    {1, 1}, {1, 7}, {7, 1}, {3, 5}, {4, 4}, {8, 9}, {9, 8}, {13, 40}, {40, 13}, {17, 1031}
  };

  @Override
  protected Stream<Example> examples() {
    return Arrays.stream(SHAPES).map(shape -> example(shape[0], shape[1]));
  }

  private static Example example(int m, int n) {
    double[][] matrix = matrix(m, n, 31L * m + n);
    return new Example("%d x %d".formatted(m, n), DenseOperator.of(matrix), matrix);
  }

  @Test
  void copiesAnEjmlMatrix() {
    DMatrixRMaj matrix = new DMatrixRMaj(new double[][] {{1, 2, 3}, {4, 5, 6}});
    DenseOperator operator = DenseOperator.of(matrix);
    matrix.set(1, 2, 0);
    assertEquals(6, operator.get(1, 2));
    assertEquals(2, operator.get(0, 1));
  }

  /** Bit for bit, also where squares leave the range of a double. */
  @Test
  void columnNormsAreThoseOfEachColumn() {
    for (int[] shape : SHAPES) {
      double[][] matrix = matrix(shape[0], shape[1], 7L * shape[0] + shape[1]);
      for (double[] row : matrix) {
        row[0] *= 1e-200;
        row[shape[1] - 1] *= 1e200;
        row[shape[1] / 2] *= shape[1] > 20 ? 0 : 1;
      }
      double[] norms = DenseOperator.of(matrix).columnNorms();
      for (int j = 0; j < shape[1]; j++) {
        assertEquals(Vectors.norm(columnOf(matrix, j)), norms[j], "column " + j);
      }
    }
  }

  @Test
  void writesOutAnyOperator() {
    double[][] rows = {{1, 2, 3}, {4, 5, 6}};
    LinearOperator scaled = DenseOperator.of(rows).scaleColumns(new double[] {1, 10, -1});
    DMatrixRMaj matrix = DenseOperator.matrixOf(scaled);
    assertArrayEquals(new double[] {1, 20, -3, 4, 50, -6}, matrix.data);
    assertEquals(2, matrix.numRows);
    ConvolutionOperator blur = ConvolutionOperator.circular(4, new double[] {1, 2, 3}, 1);
    assertArrayEquals(
        new double[] {2, 1, 0, 3, 3, 2, 1, 0, 0, 3, 2, 1, 1, 0, 3, 2},
        DenseOperator.matrixOf(blur).data);
  }

  @Test
  void namesWhatIsWrongWithAMatrix() {
    assertRefused("at least one row", () -> DenseOperator.of(new double[0][]));
    assertRefused("at least one row and one column", () -> DenseOperator.of(new double[2][0]));
    assertRefused(
        "row 1 must have 2 entries", () -> DenseOperator.of(new double[][] {{1, 2}, {3}}));
    assertRefused(
        "entry (1, 1) must be finite",
        () -> DenseOperator.of(new double[][] {{1, 2}, {3, Double.NaN}}));
    assertRefused(
        "is -Infinity", () -> DenseOperator.of(new double[][] {{Double.NEGATIVE_INFINITY}}));
  }
}
