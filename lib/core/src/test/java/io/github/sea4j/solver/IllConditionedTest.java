package io.github.sea4j.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.PreciseLeastSquares;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseProblem;
import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Least squares on the first k columns of the Gaussian convolution of standard deviation 3, n =
 * 500, whose condition number reaches 1e12, against 60 decimal digits. One iteration of SEA from
 * zero is the fit on the first k columns.
 */
class IllConditionedTest {

  private static final int N = 500;
  private static final double[][] MATRIX = TestProblem.convolutionMatrix(N, 3);
  private static final double RELATIVE = 1e-8;

  @ParameterizedTest
  @ValueSource(ints = {5, 10, 15, 20, 25, 30})
  void residualNormsAreRightToEightDigits(int k) {
    for (double noise : new double[] {0.1, 1e-3}) {
      double[] y = measurements(k, noise, 300 + k);
      double precise = PreciseLeastSquares.residualNorm(firstColumns(k), y);
      SparseProblem problem = SparseProblem.of(MATRIX, y, k);
      Solution fit = new Sea().withIterations(1).withTolerance(0).solve(problem);
      assertEquals(k, fit.support().size());
      assertEquals(k - 1, fit.support().get(k - 1), "the first k columns");
      assertEquals(1, fit.residualNorm() / precise, RELATIVE, "noise " + noise);
    }
  }

  /** The test above would be empty if the supports were harmless. */
  @Test
  void theSupportsAreBadlyConditioned() {
    assertTrue(condition(20) > 1e8, "k = 20: " + condition(20));
    assertTrue(condition(30) > 1e11, "k = 30: " + condition(30));
  }

  /** What normal equations in doubles make of the same fit. */
  @Test
  void normalEquationsInDoublesLoseIt() {
    int k = 30;
    double[] y = measurements(k, 1e-3, 300 + k);
    double precise = PreciseLeastSquares.residualNorm(firstColumns(k), y);
    double[][] a = Dense.selectColumns(MATRIX, IntStream.range(0, k).toArray());
    SimpleMatrix columns = new SimpleMatrix(a);
    DMatrixRMaj gram = columns.transpose().mult(columns).getDDRM();
    DMatrixRMaj right = new DMatrixRMaj(k, 1, true, Dense.applyTranspose(a, y));
    DMatrixRMaj z = new DMatrixRMaj(k, 1);
    boolean solved = CommonOps_DDRM.solve(gram, right, z);
    double residual = Dense.norm(Dense.minus(y, Dense.apply(a, z.data)));
    assertTrue(
        !solved || Math.abs(residual / precise - 1) > 100 * RELATIVE,
        "normal equations were right: %s for %s".formatted(residual, precise));
  }

  /** Five columns outside the support and noise: what the fit can not explain. */
  private static double[] measurements(int k, double noise, long seed) {
    Random random = new Random(seed);
    double[] y = new double[N];
    for (int spike = 0; spike < 5; spike++) {
      int column = k + random.nextInt(N - 2 * k);
      double amplitude = 1 + random.nextDouble();
      for (int i = 0; i < N; i++) {
        y[i] += amplitude * MATRIX[i][column];
      }
    }
    // One more right beside the support, or the fit would have nothing to do.
    for (int i = 0; i < N; i++) {
      y[i] += MATRIX[i][k] + noise * random.nextGaussian();
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
