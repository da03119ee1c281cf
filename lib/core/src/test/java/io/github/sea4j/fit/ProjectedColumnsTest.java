package io.github.sea4j.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.view.CountedOperator;
import io.github.sea4j.oracle.DearGramColumns;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Predicted gains of insertions and exchanges against fits that really make them. */
class ProjectedColumnsTest {

  @Test
  void gainsAreWhatTheFitsShow() {
    LongStream.rangeClosed(1301, 1310)
        .forEach(
            seed -> {
              check(TestProblem.gaussian(20, 30, 3, 0.2, seed), new int[] {4, 9, 2, 17}, 1e-10);
              check(TestProblem.convolution(30, 1.5, 3, 0.2, seed), new int[] {6, 7, 20, 5}, 1e-8);
            });
  }

  @Test
  void oneWhoWaitsIsSparedTheProducts() {
    TestProblem sample = TestProblem.gaussian(20, 30, 3, 0.2, 1311);
    CountedOperator operator =
        new CountedOperator(DenseOperator.of(Dense.unitColumns(sample.matrix())));
    ProjectedColumns columns = new ProjectedColumns(operator, sample.measurements(), 8);
    columns.moveTo(new int[] {4, 9, 17}, 3, () -> true, () -> true);
    assertEquals(0, operator.products());
    columns = new ProjectedColumns(operator, sample.measurements(), 8);
    columns.moveTo(new int[] {4, 9, 17}, 3, () -> true, () -> false);
    assertEquals(1, operator.products(), "the residual's, as before a limit of products");
    assertEquals(0, columns.size());
  }

  private static void check(TestProblem sample, int[] inserted, double accuracy) {
    double[][] unit = Dense.unitColumns(sample.matrix());
    double[] y = sample.measurements();
    ProjectedColumns columns = new ProjectedColumns(DenseOperator.of(unit), y, 8);
    assertTrue(columns.insert(11));
    for (int j : inserted) {
      assertTrue(columns.insert(j));
    }
    columns.remove(0);
    columns.update();
    int[] support = columns.support();
    assertEquals(
        Arrays.toString(Arrays.stream(inserted).sorted().toArray()), Arrays.toString(support));
    double now = squared(unit, support, y);
    assertEquals(Math.sqrt(now), columns.value(), accuracy);
    double[] gains = new double[sample.columns()];
    columns.insertionGains(gains);
    for (int j = 0; j < gains.length; j++) {
      boolean inside = Arrays.binarySearch(support, j) >= 0;
      double expected = inside ? 0 : now - squared(unit, with(support, j), y);
      assertEquals(expected, gains[j], accuracy, "insertion of " + j);
    }
    checkView(columns, unit, y, support, accuracy);
    double[] costs = columns.removalCosts();
    for (int position = 0; position < support.length; position++) {
      columns.exchangeGains(position, gains);
      int leaving = columns.held(position);
      int[] left = Arrays.stream(support).filter(j -> j != leaving).toArray();
      assertEquals(squared(unit, left, y) - now, costs[position], accuracy, "without " + leaving);
      double along = columns.measurementsAlong(columns.direction(position));
      assertEquals(costs[position], along * along, accuracy);
      for (int j = 0; j < gains.length; j++) {
        if (Arrays.binarySearch(support, j) < 0) {
          double expected = now - squared(unit, with(left, j), y);
          assertEquals(expected, gains[j], accuracy, leaving + " for " + j);
        }
      }
    }
  }

  /** What the view tells, from the definitions; S in the order of the factorisation. */
  private static void checkView(
      ProjectedColumns columns, double[][] unit, double[] y, int[] support, double accuracy) {
    assertEquals(support.length, columns.size());
    int[] held = IntStream.range(0, support.length).map(columns::held).toArray();
    double[] x = Dense.leastSquares(unit, held, y);
    assertArrayEquals(x, columns.coefficientsByPosition(), 100 * accuracy);
    assertArrayEquals(Dense.leastSquares(unit, support, y), columns.coefficients(), 100 * accuracy);
    double[] residual = Dense.residual(unit, support, y);
    assertEquals(unit[0].length, columns.columns());
    double[] projected = new double[columns.columns()];
    for (int j = 0; j < projected.length; j++) {
      double[] column = Dense.column(unit, j);
      double[] rest = Dense.residual(unit, support, column);
      boolean inside = Arrays.binarySearch(support, j) >= 0;
      assertEquals(inside ? 0 : Dense.dot(column, residual), columns.correlation(j), accuracy);
      if (inside) {
        assertTrue(columns.outside(j) > 1e100, "not to be inserted again");
      } else {
        assertEquals(Dense.dot(rest, rest), columns.outside(j), accuracy);
      }
      double[] along = columns.alongSupport(j);
      assertEquals(1 - Dense.dot(rest, rest), Dense.dot(along, along), accuracy);
      PackedVector gram = PackedVector.of(Dense.applyTranspose(unit, column));
      columns.projectedGram(j, gram, projected);
      assertArrayEquals(Dense.applyTranspose(unit, rest), projected, accuracy);
    }
  }

  /** Column 29 is column 2 once more; ten new columns are more than are multiplied at once. */
  @Test
  void movesToAnySupportAndFillsItUp() {
    TestProblem sample = TestProblem.gaussian(20, 30, 3, 0.2, 1321);
    double[][] unit =
        Dense.selectColumns(
            Dense.unitColumns(sample.matrix()),
            IntStream.range(0, 30).map(j -> j == 29 ? 2 : j).toArray());
    double[] y = sample.measurements();
    DenseOperator plain = DenseOperator.of(unit);
    for (LinearOperator operator : List.of(plain, DearGramColumns.of(plain))) {
      ProjectedColumns columns = new ProjectedColumns(operator, y, 11);
      for (int[] support : new int[][] {{11, 4, 9}, {2, 9, 17}, {}, {5, 29}}) {
        Arrays.sort(support);
        columns.moveTo(support, support.length, () -> false, () -> false);
        assertArrayEquals(support, columns.support());
        assertEquals(columns.value(), columns.fit(), "nothing new to fit");
        checkView(columns, unit, y, support, 1e-10);
      }
      assertFalse(columns.insert(2), "its twin is in");
      assertArrayEquals(new int[] {5, 29}, columns.support());
      int[] ten = {0, 3, 5, 6, 9, 12, 14, 20, 22, 25, 29};
      columns.moveTo(ten, 11, () -> false, () -> false);
      assertArrayEquals(ten, columns.support());
      checkView(columns, unit, y, ten, 1e-10);
      columns.moveTo(new int[] {2, 17, 29}, 3, () -> false, () -> false);
      int[] filled = filled(unit, y);
      assertArrayEquals(filled, columns.support());
      checkView(columns, unit, y, filled, 1e-10);
      int[] kept = {filled[0]};
      columns.moveTo(with(kept, 28), 3, () -> true, () -> false);
      assertArrayEquals(kept, columns.support(), "no new column in a hurry");
      checkView(columns, unit, y, kept, 1e-10);
    }
  }

  /**
   * The twins' place is taken by the column that lowers the residual most; the later twin stays.
   */
  private static int[] filled(double[][] unit, double[] y) {
    int[] present = {17, 29};
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int j = 0; j < 29; j++) {
      if (j != 2 && j != 17 && squared(unit, with(present, j), y) < least) {
        least = squared(unit, with(present, j), y);
        best = j;
      }
    }
    return IntStream.of(with(present, best)).sorted().toArray();
  }

  private static int[] with(int[] support, int j) {
    int[] larger = Arrays.copyOf(support, support.length + 1);
    larger[support.length] = j;
    return larger;
  }

  private static double squared(double[][] unit, int[] support, double[] y) {
    double norm = Dense.norm(Dense.residual(unit, support, y));
    return norm * norm;
  }
}
