package io.github.sea4j.fit.growing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.sea4j.greedy.Omp;
import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.view.CountedOperator;
import io.github.sea4j.operator.view.RememberedGram;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.solver.Solution;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
  @ParameterizedTest
  @ValueSource(doubles = {0.05, 1e-2, 1e-4, 1e-5, 1e-6})
  void seesTheColumnsWhereTheyAreNearlyTheSame(double apart) {
    TestProblem sample = TestProblem.gaussian(ROWS, COLUMNS, 6, 0.3, 3118);
    double[][] unit = Dense.unitColumns(sample.matrix());
    for (double[] row : unit) {
      row[1] = row[0] + apart * row[1];
    }
    double[][] near = Dense.unitColumns(unit);
    double[] y = sample.measurements();
    KnownGramFit fit = new KnownGramFit(new RememberedGram(DenseOperator.of(near)), y, 2);
    fit.moveTo(new int[] {0});
    fit.moveTo(new int[] {0, 1});
    double[] expected = Dense.leastSquares(near, new int[] {0, 1}, y);
    double size = Dense.norm(expected);
    assertFalse(fit.rankDeficient());
    double tolerance = Math.max(1e-10, 1e-15 / (apart * apart)) * size;
    assertArrayEquals(expected, fit.solution().coefficients(), tolerance);
    assertArrayEquals(expected, fit.coefficients(), tolerance);
    fit.moveTo(new int[] {3});
    assertArrayEquals(Dense.leastSquares(near, new int[] {3}, y), fit.coefficients(), 1e-12 * size);
  }

  /** Blurred neighbours, of which each leaves a good part outside the others but all do not. */
  @Test
  void seesTheColumnsWhereManyTogetherNearlyDepend() {
    double[][] blur = TestProblem.convolutionMatrix(200, 1.5);
    double[] y = TestProblem.convolution(200, 1.5, 30, 0.3, 3120).measurements();
    KnownGramFit fit = new KnownGramFit(new RememberedGram(DenseOperator.of(blur)), y, 14);
    int[] support = {};
    for (int j = 0; j < 14; j++) {
      support = Arrays.copyOf(support, j + 1);
      support[j] = 50 + j;
      fit.moveTo(support);
    }
    double[] residual = Dense.residual(blur, support, y);
    assertEquals(Dense.norm(residual), fit.value(), 1e-10 * Dense.norm(residual));
    double[] again = Dense.apply(Dense.selectColumns(blur, support), fit.coefficients());
    assertArrayEquals(Dense.minus(y, residual), again, 1e-9);
  }

  /** What is left is orthogonal to all columns: rounding errors must not pass for a gradient. */
  @Test
  void gradientIsZeroWhereNothingIsLeft() {
    double[][] matrix = TestProblem.gaussian(ROWS, COLUMNS, 6, 0.3, 3121).matrix();
    double[][] unit = Dense.unitColumns(matrix);
    int[] all = IntStream.range(0, COLUMNS).toArray();
    double[] noise = Dense.residual(unit, all, new Random(3122).doubles(ROWS, -1, 1).toArray());
    double[] y = noise.clone();
    for (int i = 0; i < ROWS; i++) {
      y[i] += 30 * unit[i][7] - 20 * unit[i][11];
    }
    double norm = Dense.norm(y);
    Arrays.setAll(y, i -> y[i] / norm);
    KnownGramFit fit = new KnownGramFit(new RememberedGram(DenseOperator.of(unit)), y, 5);
    fit.moveTo(new int[] {7, 11});
    double[] gradient = new double[COLUMNS];
    fit.gradient(gradient);
    assertEquals(0, Arrays.stream(gradient).map(Math::abs).max().orElseThrow(), 1e-15);
  }

  /** Columns of norms whose squares leave the range of a double. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-200, 1e-170, 1e160, 1e200})
  void worksInAnyUnits(double unit) {
    TestProblem sample = TestProblem.gaussian(20_000, 110, 6, 0.1, 3123);
    double[] factors = new double[110];
    Arrays.setAll(factors, j -> j % 3 == 0 ? unit : 1);
    double[][] matrix = Dense.scaleColumns(sample.matrix(), factors);
    LinearOperator known = new RememberedGram(DenseOperator.of(matrix));
    Solution expected =
        new Omp().solve(SparseProblem.of(DenseOperator.of(matrix), sample.measurements(), 6));
    Solution found = new Omp().solve(SparseProblem.of(known, sample.measurements(), 6));
    assertEquals(expected.support(), found.support());
    assertEquals(expected.relativeResidual(), found.relativeResidual(), 1e-12);
    for (int i = 0; i < 6; i++) {
      double x = expected.coefficients()[i];
      assertEquals(x, found.coefficients()[i], 1e-11 * Math.abs(x));
    }
  }

  /** One product for A'y, none but Gram columns after it, and the answer of the plain pursuit. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0})
  void pursuitReadsTheMatrixOnce(double noise) {
    TestProblem sample = TestProblem.gaussian(20_000, 110, 6, noise, 3119);
    DenseOperator matrix = DenseOperator.of(sample.matrix());
    CountedOperator reads = new CountedOperator(matrix);
    SparseProblem plain = SparseProblem.of(matrix, sample.measurements(), 6);
    SparseProblem known = SparseProblem.of(new RememberedGram(reads), sample.measurements(), 6);
    long before = reads.products();
    Solution expected = new Omp().solve(plain);
    Solution found = new Omp().solve(known);
    assertEquals(1, reads.products() - before);
    assertEquals(expected.support(), found.support());
    assertEquals(expected.status(), found.status());
    assertEquals(expected.relativeResidual(), found.relativeResidual(), 1e-13);
    double[] x = expected.coefficients();
    assertArrayEquals(x, found.coefficients(), 1e-12 * Dense.norm(x));
  }
}
