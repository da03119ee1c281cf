package io.github.sea4j.fit.growing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.greedy.Omp;
import io.github.sea4j.operator.ConvolutionOperator;
import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.view.CountedOperator;
import io.github.sea4j.operator.view.RememberedGram;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.solver.Solution;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fits from Gram columns that are known, at all levels of the residual. */
class KnownGramFitTest {

  private static final int ROWS = 400;
  private static final int COLUMNS = 60;

  /** From the residual that subtraction knows to that which only the columns know. */
  @ParameterizedTest
  @CsvSource({"0.5", "0.02", "0.005", "1e-4", "1e-8", "0"})
  void agreesWithLeastSquaresFromScratch(double noise) {
    TestProblem sample = TestProblem.gaussian(ROWS, COLUMNS, 6, noise, 3117);
    double[][] unit = Dense.unitColumns(sample.matrix());
    double[] y = sample.measurements();
    double norm = Dense.norm(y);
    Arrays.setAll(y, i -> y[i] / norm);
    KnownGramFit fit = new KnownGramFit(new RememberedGram(DenseOperator.of(unit)), y, 6);
    int[] truth = sample.truth().support().toArray();
    for (int count = 0; count <= truth.length; count++) {
      int[] support = Arrays.copyOf(truth, count);
      fit.moveTo(support);
      double[] residual = Dense.residual(unit, support, y);
      double level = Dense.norm(residual);
      assertEquals(level, fit.value(), 1e-11 * level + 1e-14);
      assertEquals(level, fit.solution().value(), 1e-11 * level + 1e-14);
      double[] gradient = new double[COLUMNS];
      fit.gradient(gradient);
      double[] expected = Dense.applyTranspose(unit, residual);
      for (int j = 0; j < COLUMNS; j++) {
        assertEquals(-expected[j], gradient[j], 1e-9 * level + 1e-14);
      }
      double[] again = Dense.apply(Dense.selectColumns(unit, support), fit.coefficients());
      assertArrayEquals(Dense.minus(y, residual), again, 1e-12);
    }
  }

  /** Near each other: the coefficients need the columns, however large the residual is. */
  @Test
  void correctsWhereColumnsAreNearlyTheSame() {
    TestProblem sample = TestProblem.gaussian(ROWS, COLUMNS, 6, 0.3, 3118);
    double[][] unit = Dense.unitColumns(sample.matrix());
    for (double[] row : unit) {
      row[1] = row[0] + 1e-4 * row[1];
    }
    double[][] near = Dense.unitColumns(unit);
    double[] y = sample.measurements();
    KnownGramFit fit = new KnownGramFit(new RememberedGram(DenseOperator.of(near)), y, 2);
    fit.moveTo(new int[] {0});
    fit.moveTo(new int[] {0, 1});
    double[] expected = Dense.leastSquares(near, new int[] {0, 1}, y);
    double size = Dense.norm(expected);
    assertArrayEquals(expected, fit.solution().coefficients(), 1e-10 * size);
    assertArrayEquals(expected, fit.coefficients(), 1e-10 * size);
  }

  @Test
  void isTakenWhereProductsAreDearAndGramColumnsAreNot() {
    LinearOperator tall = DenseOperator.of(new double[20_000][100]);
    assertFalse(KnownGramFit.pays(tall));
    assertTrue(KnownGramFit.pays(new RememberedGram(tall)));
    assertFalse(KnownGramFit.pays(new RememberedGram(DenseOperator.of(new double[100][100]))));
    double[] kernel = {1, 2, 1};
    assertFalse(KnownGramFit.pays(ConvolutionOperator.circular(500, kernel, 1)));
  }

  /** One product for A'y, none but Gram columns after it, and the answer of the plain pursuit. */
  @ParameterizedTest
  @CsvSource({"0.1, 1", "0, 1"})
  void pursuitReadsTheMatrixOnce(double noise, int most) {
    TestProblem sample = TestProblem.gaussian(20_000, 110, 6, noise, 3119);
    DenseOperator matrix = DenseOperator.of(sample.matrix());
    CountedOperator reads = new CountedOperator(matrix);
    SparseProblem plain = SparseProblem.of(matrix, sample.measurements(), 6);
    SparseProblem known = SparseProblem.of(new RememberedGram(reads), sample.measurements(), 6);
    long before = reads.products();
    Solution expected = new Omp().solve(plain);
    Solution found = new Omp().solve(known);
    assertEquals(most, reads.products() - before);
    assertEquals(expected.support(), found.support());
    assertEquals(expected.status(), found.status());
    assertEquals(expected.relativeResidual(), found.relativeResidual(), 1e-13);
    double[] x = expected.coefficients();
    assertArrayEquals(x, found.coefficients(), 1e-12 * Dense.norm(x));
  }
}
