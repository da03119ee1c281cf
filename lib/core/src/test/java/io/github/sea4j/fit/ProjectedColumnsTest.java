package io.github.sea4j.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.operator.CountedOperator;
import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import java.util.Arrays;
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
    for (int position = 0; position < support.length; position++) {
      columns.exchangeGains(position, gains);
      int leaving = columns.held(position);
      int[] left = Arrays.stream(support).filter(j -> j != leaving).toArray();
      for (int j = 0; j < gains.length; j++) {
        if (Arrays.binarySearch(support, j) < 0) {
          double expected = now - squared(unit, with(left, j), y);
          assertEquals(expected, gains[j], accuracy, leaving + " for " + j);
        }
      }
    }
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
