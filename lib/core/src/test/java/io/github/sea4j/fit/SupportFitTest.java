package io.github.sea4j.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.oracle.DearGramColumns;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A support that wanders, as SEA's does: each fit against a QR from scratch. */
class SupportFitTest {

  @Test
  void followsAWanderingSupport() {
    wander(TestProblem.gaussian(40, 60, 5, 0.1, 1201), 8, 2000, 1e-11);
    wander(TestProblem.convolution(60, 1.5, 5, 0.1, 1202), 8, 2000, 1e-9);
    wander(TestProblem.gaussian(40, 60, 5, 0, 1203), 40, 200, 1e-9);
  }

  private static void wander(TestProblem sample, int size, int moves, double accuracy) {
    DenseOperator operator = DenseOperator.of(Dense.unitColumns(sample.matrix()));
    wander(sample, operator, size, moves, accuracy);
    wander(sample, DearGramColumns.of(operator), size, moves, accuracy);
  }

  private static void wander(
      TestProblem sample, LinearOperator operator, int size, int moves, double accuracy) {
    double[][] unit = Dense.unitColumns(sample.matrix());
    double[] y = sample.measurements();
    SupportFit fit = new SupportFit(operator, y, size);
    Random random = new Random(1204);
    double[] weights = random.doubles(sample.columns()).toArray();
    double[] gradient = new double[sample.columns()];
    for (int move = 0; move < moves; move++) {
      for (int change = random.nextInt(4); change >= 0; change--) {
        weights[random.nextInt(weights.length)] = random.nextDouble();
      }
      int[] support = Dense.largest(weights, size);
      fit.moveTo(support);
      double[] residual = Dense.residual(unit, support, y);
      double scale = accuracy * Dense.norm(y);
      assertEquals(Dense.norm(residual), fit.value(), scale);
      assertFalse(fit.rankDeficient());
      double[] x = Dense.leastSquares(unit, support, y);
      assertArrayEquals(x, fit.coefficients(), 1e4 * scale);
      fit.gradient(gradient);
      double[] expected = Dense.applyTranspose(unit, residual);
      for (int j = 0; j < gradient.length; j++) {
        boolean inside = Arrays.binarySearch(support, j) >= 0;
        assertEquals(inside ? 0 : -expected[j], gradient[j], inside ? 0 : scale);
      }
    }
  }

  /** Twins: the fitted vector is unique, and the second twin's turn comes when the first leaves. */
  @Test
  void dependentColumns() {
    TestProblem sample = TestProblem.gaussian(10, 8, 2, 0.1, 1205);
    int[] twins = IntStream.range(0, 16).map(j -> j / 2).toArray();
    double[][] unit = Dense.selectColumns(Dense.unitColumns(sample.matrix()), twins);
    dependentColumns(DenseOperator.of(unit), unit, sample.measurements());
    dependentColumns(DearGramColumns.of(DenseOperator.of(unit)), unit, sample.measurements());
  }

  private static void dependentColumns(LinearOperator operator, double[][] unit, double[] y) {
    SupportFit fit = new SupportFit(operator, y, 5);
    int[][] supports = {
      // The second one keeps every column of a factorisation that failed.
      {0, 1, 4, 6}, {0, 1, 4, 6, 8}, {1, 2, 4, 6}, {1, 2, 3, 4, 6}, {3, 4, 5, 6, 7}, {3, 5, 7}
    };
    int[][] independent = {
      {0, 4, 6}, {0, 4, 6, 8}, {1, 2, 4, 6}, {1, 2, 4, 6}, {3, 4, 6}, {3, 5, 7}
    };
    for (int i = 0; i < supports.length; i++) {
      fit.moveTo(supports[i]);
      double expected = Dense.norm(Dense.residual(unit, independent[i], y));
      assertEquals(expected, fit.value(), 1e-12);
      assertEquals(supports[i].length > independent[i].length, fit.rankDeficient());
      double[] x = fit.coefficients();
      assertTrue(Arrays.stream(x).allMatch(Double::isFinite));
      double[] fitted = Dense.apply(Dense.selectColumns(unit, supports[i]), x);
      assertEquals(expected, Dense.norm(Dense.minus(y, fitted)), 1e-12);
    }
  }

  /** Nobody can change a fit that has been handed out. */
  @Test
  void aSolutionBesideItsSupportIsACopy() {
    int[] support = {2, 5};
    Fitted fitted = new SupportSolution(new double[] {3, -1}, 0.5, false).on(support);
    support[0] = 4;
    fitted.support()[1] = 6;
    fitted.coefficients()[0] = 7;
    assertArrayEquals(new int[] {2, 5}, fitted.support());
    assertArrayEquals(new double[] {3, -1}, fitted.coefficients());
    assertEquals(0.5, fitted.value());
  }
}
