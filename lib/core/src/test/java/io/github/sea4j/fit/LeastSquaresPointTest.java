package io.github.sea4j.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.operator.view.CountedOperator;
import io.github.sea4j.oracle.DearGramColumns;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A sparse point by its definitions on plain arrays, and what it spends. */
class LeastSquaresPointTest {

  private static final TestProblem SAMPLE = TestProblem.gaussian(15, 40, 3, 0.2, 1231);
  private static final double[][] UNIT = Dense.unitColumns(SAMPLE.matrix());
  private static final double[] Y = SAMPLE.measurements();
  private static final int[] SUPPORT = {4, 11, 30};

  private static void check(LeastSquaresPoint point, int[] support, double[] values) {
    assertArrayEquals(support, point.support());
    assertArrayEquals(values, point.coefficients());
    double[] x = new double[40];
    Vectors.scatter(values, support, support.length, x);
    double[] misfit = Dense.minus(Dense.apply(UNIT, x), Y);
    assertArrayEquals(misfit, point.misfit(), 1e-14);
    assertEquals(Dense.norm(misfit), point.value(), 1e-14);
    double[] expected = Dense.applyTranspose(UNIT, misfit);
    double[] gradient = new double[40];
    point.gradient(gradient);
    assertArrayEquals(expected, gradient, 1e-13);
    int[] some = {0, 7, 8, 30, 39};
    assertArrayEquals(Vectors.gather(expected, some), point.slopes(some), 1e-14);
    double[] direction = {1, -2, 3};
    double[] image = Dense.apply(Dense.selectColumns(UNIT, SUPPORT), direction);
    assertEquals(Dense.norm(image), point.imageNorm(SUPPORT, direction), 1e-14);
  }

  /** One product while supports change; A'y and three Gram columns once one has stayed. */
  @Test
  void gramColumnsAreFetchedWhereASupportStays() {
    CountedOperator counted = new CountedOperator(DenseOperator.of(UNIT));
    AtomicBoolean hurry = new AtomicBoolean();
    LeastSquaresPoint point = new LeastSquaresPoint(counted, Y, hurry::get);
    double[] values = {1, -0.5, 2};
    point.set(new int[] {5}, new double[] {2});
    check(point, new int[] {5}, new double[] {2});
    assertEquals(1, counted.products());
    point.set(SUPPORT, values);
    check(point, SUPPORT, values);
    assertEquals(2, counted.products());
    double[] others = {-1, 0.25, 1};
    point.set(SUPPORT, others);
    check(point, SUPPORT, others);
    assertEquals(2 + 1 + 3, counted.products());
    point.set(SUPPORT, values);
    check(point, SUPPORT, values);
    assertEquals(6, counted.products(), "all is at hand");
    int[] next = {4, 12, 30};
    point.set(next, values);
    hurry.set(true);
    point.set(next, others);
    check(point, next, others);
    assertEquals(7, counted.products(), "a product in a hurry, no column");
  }

  /** Near an exact fit Gram columns would cancel: the residual itself is multiplied. */
  @Test
  void aSmallResidualIsMultiplied() {
    double[] x = {1, -0.5, 2};
    double[] y = Dense.apply(Dense.selectColumns(UNIT, SUPPORT), x);
    y[0] += 1e-13;
    LeastSquaresPoint point = new LeastSquaresPoint(DenseOperator.of(UNIT), y, () -> false);
    point.set(SUPPORT, x);
    point.set(SUPPORT, x);
    double[] gradient = new double[40];
    point.gradient(gradient);
    for (int j = 0; j < 40; j++) {
      assertEquals(Vectors.dot(Dense.column(UNIT, j), point.misfit()), gradient[j], 1e-27);
    }
  }

  /** Of the columns met, which are none at first; those of the support do not count. */
  @Test
  void theSteepestColumnMet() {
    LeastSquaresPoint point = new LeastSquaresPoint(DenseOperator.of(UNIT), Y, () -> false);
    double[] x = {1, -0.5, 2};
    assertEquals(0, point.steepestMet(SUPPORT, x));
    double[] misfit = Dense.minus(Dense.apply(Dense.selectColumns(UNIT, SUPPORT), x), Y);
    double[] slopes = Dense.applyTranspose(UNIT, misfit);
    double steepest = 0;
    for (int j : new int[] {0, 7, 8, 22, 30, 39}) {
      point.slopes(new int[] {j});
      steepest = j == 30 ? steepest : Math.max(steepest, Math.abs(slopes[j]));
      assertEquals(steepest, point.steepestMet(SUPPORT, x), 1e-14);
    }
    assertEquals(0, point.support().length, "x itself stays where it is");
  }

  @Test
  void startsAtZeroAndSaysWhatIsDear() {
    LeastSquaresPoint point = new LeastSquaresPoint(DenseOperator.of(UNIT), Y, () -> false);
    check(point, new int[0], new double[0]);
    assertFalse(point.gramIsDear());
    DenseOperator plain = DenseOperator.of(UNIT);
    assertTrue(new LeastSquaresPoint(DearGramColumns.of(plain), Y, () -> false).gramIsDear());
  }
}
