package io.github.sea4j.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.language.Solvers;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.PreciseLeastSquares;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.sea.Sea;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Least squares on the first k columns of the Gaussian convolution of standard deviation 3, n =
 * 500, whose condition number reaches 1e12, against 60 decimal digits. One iteration of SEA from
 * zero is the fit on the first k columns.
 */
@Tag("slow")
class IllConditionedTest {

  private static final int N = 500;
  private static final double[][] MATRIX = TestProblem.convolutionMatrix(N, 3);
  private static final double RELATIVE = 1e-8;
  private static final double EPSILON = Math.ulp(1.0);

  @ParameterizedTest
  @ValueSource(ints = {5, 10, 15, 20, 25, 30})
  void residualNormsAreRightToEightDigits(int k) {
    for (double noise : new double[] {0.1, 1e-3}) {
      double[] y = measurements(spread(k), noise);
      Solution fit = fitOnFirst(k, y);
      double precise = PreciseLeastSquares.residualNorm(firstColumns(k), y);
      assertEquals(1, fit.residualNorm() / precise, RELATIVE, "noise " + noise);
    }
  }

  /**
   * Columns right beside the support are explained nearly, with huge coefficients. A change of A in
   * its last digit then moves the residual norm by {@code epsilon ||x||_1}; no program that stores
   * A in doubles owes more than that.
   */
  @ParameterizedTest
  @ValueSource(ints = {20, 25, 30})
  void nearlyExplainedMeasurementsLoseNoMoreThanTheyMust(int k) {
    for (double noise : new double[] {1e-3, 1e-6}) {
      double[] y = measurements(IntStream.range(k, k + 4).toArray(), noise);
      Solution fit = fitOnFirst(k, y);
      double precise = PreciseLeastSquares.residualNorm(firstColumns(k), y);
      double size = Arrays.stream(fit.coefficients()).map(Math::abs).sum();
      assertEquals(precise, fit.residualNorm(), EPSILON * size, "noise " + noise);
    }
  }

  /**
   * What the solvers return: the residual norm that they claim is that of the best fit on the
   * support that they chose, wherever the spikes stand; crowded ones make coherent supports.
   */
  @ParameterizedTest
  @ValueSource(strings = {"sea", "htp", "els(first)", "ompr", "splicing", "sea(els(first))"})
  void answersAreTheBestFitsOnTheirSupports(String solver) {
    for (int k : new int[] {10, 30}) {
      for (int[] spikes : new int[][] {spread(k), IntStream.range(0, k).toArray()}) {
        double[] y = measurements(spikes, 1e-2);
        Solution answer = Solvers.parse(solver).solve(SparseProblem.of(MATRIX, y, k));
        double[][] columns =
            Arrays.stream(answer.support().toArray())
                .mapToObj(j -> Dense.column(MATRIX, j))
                .toArray(double[][]::new);
        double precise = PreciseLeastSquares.residualNorm(columns, y);
        assertEquals(1, answer.residualNorm() / precise, RELATIVE, "k = " + k);
      }
    }
  }

  /** The tests above would be empty if the supports were harmless. */
  @Test
  void theSupportsAreBadlyConditioned() {
    assertTrue(condition(20) > 1e8, "k = 20: " + condition(20));
    assertTrue(condition(30) > 1e11, "k = 30: " + condition(30));
  }

  /** What normal equations in doubles make of the same fits: four digits are left at most. */
  @ParameterizedTest
  @ValueSource(ints = {25, 30})
  void normalEquationsInDoublesLoseIt(int k) {
    double[] y = measurements(spread(k), 0.1);
    double precise = PreciseLeastSquares.residualNorm(firstColumns(k), y);
    double elimination = normalEquationsError(LinearSolverFactory_DDRM.lu(k), k, y, precise);
    double cholesky = normalEquationsError(LinearSolverFactory_DDRM.chol(k), k, y, precise);
    assertTrue(elimination > 1e4 * RELATIVE, "elimination was right to " + elimination);
    assertTrue(cholesky > 1e4 * RELATIVE, "Cholesky was right to " + cholesky);
  }

  /** Relative error of the residual norm; infinite where the Gram matrix was refused. */
  private static double normalEquationsError(
      LinearSolverDense<DMatrixRMaj> solver, int k, double[] y, double precise) {
    double[][] a = Dense.selectColumns(MATRIX, IntStream.range(0, k).toArray());
    SimpleMatrix columns = new SimpleMatrix(a);
    if (!solver.setA(columns.transpose().mult(columns).getDDRM())) {
      return Double.POSITIVE_INFINITY;
    }
    DMatrixRMaj z = new DMatrixRMaj(k, 1);
    solver.solve(DMatrixRMaj.wrap(k, 1, Dense.applyTranspose(a, y)), z);
    double residual = Dense.norm(Dense.minus(y, Dense.apply(a, z.data)));
    return Math.abs(residual / precise - 1);
  }

  private static Solution fitOnFirst(int k, double[] y) {
    Solution fit =
        new Sea().withIterations(1).withTolerance(0).solve(SparseProblem.of(MATRIX, y, k));
    assertEquals(k, fit.support().size());
    assertEquals(k - 1, fit.support().get(k - 1), "the first k columns");
    return fit;
  }

  /** Five columns anywhere outside the support. */
  private static int[] spread(int k) {
    return new Random(300 + k).ints(5, k, N - k).toArray();
  }

  private static double[] measurements(int[] columns, double noise) {
    Random random = new Random(columns[0]);
    double[] y = new double[N];
    for (int column : columns) {
      double amplitude = 1 + random.nextDouble();
      for (int i = 0; i < N; i++) {
        y[i] += amplitude * MATRIX[i][column];
      }
    }
    for (int i = 0; i < N; i++) {
      y[i] += noise * random.nextGaussian();
    }
    return y;
  }

  private static double[][] firstColumns(int k) {
    return IntStream.range(0, k).mapToObj(j -> Dense.column(MATRIX, j)).toArray(double[][]::new);
  }

  private static double condition(int k) {
    int[] first = IntStream.range(0, k).toArray();
    DMatrixRMaj a = new DMatrixRMaj(Dense.selectColumns(MATRIX, first));
    double[] singular = SingularOps_DDRM.singularValues(a);
    return singular[0] / singular[k - 1];
  }
}
