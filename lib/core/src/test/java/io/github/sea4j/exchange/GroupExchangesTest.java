package io.github.sea4j.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.fit.ColumnCache;
import io.github.sea4j.fit.ProjectedColumns;
import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Predicted gains of exchanges of groups against fits that really make them. */
class GroupExchangesTest {

  @Test
  void gainsAreWhatTheFitsShow() {
    LongStream.rangeClosed(1321, 1330)
        .forEach(
            seed -> {
              check(TestProblem.gaussian(20, 30, 3, 0.2, seed), 1e-10);
              check(TestProblem.convolution(30, 1.5, 3, 0.2, seed), 1e-7);
            });
  }

  /** Entering columns next to leaving ones, where the parts before and after differ most. */
  private static void check(TestProblem sample, double accuracy) {
    int[] entering = {5, 19, 8, 25};
    int[] leaving = {2, 0, 4, 1};
    double[][] unit = Dense.unitColumns(sample.matrix());
    double[] y = sample.measurements();
    DenseOperator operator = DenseOperator.of(unit);
    ProjectedColumns columns = fitted(operator, y, new int[] {4, 7, 12, 20, 24});
    int[] held = IntStream.range(0, columns.size()).map(columns::held).toArray();
    double[] gains =
        new GroupExchanges(columns, new ColumnCache(operator), leaving, entering).gains();
    assertEquals(entering.length, gains.length);
    double now = squared(unit, held, y);
    for (int c = 1; c <= gains.length; c++) {
      int[] out = Arrays.copyOf(leaving, c);
      IntStream kept =
          IntStream.range(0, held.length)
              .filter(position -> IntStream.of(out).noneMatch(p -> p == position))
              .map(position -> held[position]);
      int[] support = IntStream.concat(kept, IntStream.of(entering).limit(c)).sorted().toArray();
      assertEquals(now - squared(unit, support, y), gains[c - 1], accuracy, c + " columns");
    }
  }

  @Test
  void endsBeforeAColumnThatDepends() {
    double[][] matrix = TestProblem.gaussian(12, 9, 3, 0.2, 1331).matrix();
    for (double[] row : matrix) {
      row[7] = row[0] - 2 * row[5];
    }
    double[][] unit = Dense.unitColumns(matrix);
    DenseOperator operator = DenseOperator.of(unit);
    double[] y = Dense.column(unit, 8);
    ProjectedColumns columns = fitted(operator, y, new int[] {0, 1, 2});
    int[] leaving = {1, 2, 0};
    ColumnCache cache = new ColumnCache(operator);
    double[] all = new GroupExchanges(columns, cache, leaving, new int[] {5, 4, 7}).gains();
    double[] before =
        new GroupExchanges(columns, cache, new int[] {1, 2}, new int[] {5, 4}).gains();
    assertEquals(2, before.length);
    assertArrayEquals(before, all, 1e-12);
  }

  private static ProjectedColumns fitted(DenseOperator operator, double[] y, int[] support) {
    ProjectedColumns columns = new ProjectedColumns(operator, y, support.length);
    for (int j : support) {
      assertTrue(columns.insert(j));
    }
    columns.update();
    return columns;
  }

  private static double squared(double[][] unit, int[] support, double[] y) {
    double norm = Dense.norm(Dense.residual(unit, support, y));
    return norm * norm;
  }
}
