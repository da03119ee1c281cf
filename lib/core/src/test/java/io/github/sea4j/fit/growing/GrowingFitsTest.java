package io.github.sea4j.fit.growing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sea4j.fit.Fit;
import io.github.sea4j.fit.SupportFit;
import io.github.sea4j.fit.SupportSolution;
import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.operator.view.RememberedGram;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fits that gain columns, against least squares from scratch. */
class GrowingFitsTest {

  private static final TestProblem SAMPLE = TestProblem.gaussian(20, 30, 4, 0.3, 1211);

  /** Column 29 is column 3 once more. */
  private static final double[][] UNIT =
      Dense.selectColumns(
          Dense.unitColumns(SAMPLE.matrix()),
          IntStream.range(0, 30).map(j -> j == 29 ? 3 : j).toArray());

  private static final double[] Y = SAMPLE.measurements();

  static Stream<Fit> fits() {
    DenseOperator operator = DenseOperator.of(UNIT);
    return Stream.of(
        new GrowingFit(operator, Y, 5),
        new GrowingGramFit(operator, Y, 5),
        new KnownGramFit(new RememberedGram(operator), Y, 5),
        new SupportFit(operator, Y, 5));
  }

  /** Columns come in any order; the twin comes and goes, alone and beside the other one. */
  @ParameterizedTest
  @MethodSource("fits")
  void followsASupportThatGrowsAndLosesColumns(Fit fit) {
    int[][] supports = {
      {},
      {12},
      {3, 12},
      {3, 7, 12},
      {3, 7, 12, 29},
      {3, 7, 12, 20, 29},
      {3, 7, 12, 20},
      {7, 12, 20},
      {7, 12, 20, 29},
      {0, 7, 12, 20, 29},
      {},
      {1, 2},
      {1, 3, 29},
      {4, 5, 6, 8, 9}
    };
    for (int[] support : supports) {
      fit.moveTo(support);
      check(fit, support);
      fit.moveTo(support);
      check(fit, support);
    }
  }

  private static void check(Fit fit, int[] support) {
    String where = Arrays.toString(support);
    boolean both = IntStream.of(support).filter(j -> j == 3 || j == 29).count() == 2;
    int[] independent = IntStream.of(support).filter(j -> !both || j != 29).toArray();
    assertArrayEquals(support, fit.support());
    assertEquals(both, fit.rankDeficient(), where);
    double[] residual = Dense.residual(UNIT, independent, Y);
    assertEquals(Dense.norm(residual), fit.value(), 1e-12, where);
    double[] gradient = new double[30];
    fit.gradient(gradient);
    double[] expected = Dense.applyTranspose(UNIT, residual);
    for (int j = 0; j < 30; j++) {
      assertEquals(-expected[j], gradient[j], 1e-12, where);
    }
    double[] x = fit.coefficients();
    assertEquals(support.length, x.length, where);
    if (support.length > 0) {
      // One of the twins has what both may share.
      double[] fitted = Dense.apply(Dense.selectColumns(UNIT, support), x);
      assertArrayEquals(Dense.minus(Y, residual), fitted, 1e-12, where);
    }
    long zeros = Arrays.stream(x).filter(value -> value == 0).count();
    assertEquals(both ? 1 : 0, zeros, where);
    SupportSolution solution = fit.solution();
    assertArrayEquals(x, solution.coefficients(), 1e-12, where);
    assertEquals(fit.value(), solution.value(), 1e-12, where);
    assertEquals(both, solution.rankDeficient(), where);
  }
}
