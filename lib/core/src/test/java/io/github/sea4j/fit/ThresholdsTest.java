package io.github.sea4j.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.PreciseLeastSquares;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The three ways of {@link SupportFit} on both sides of the thresholds between them, against 60
 * decimal digits. A column at angle {@code sin² = pivot} from the span of the others makes the
 * squared pivot; 1e-3 and 1e-9 are the thresholds.
 */
class ThresholdsTest {

  private static final int M = 40;
  private static final int N = 12;
  private static final int K = 6;

  /** Relative, on the residual norm. */
  private static final double RESIDUAL = 1e-8;

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(doubles = {1, 1.2e-3, 0.8e-3, 1e-6, 2e-9, 1.1e-9, 0.9e-9, 1e-12, 1e-16})
  void residualCoefficientsAndGradient(double pivot) {
    for (int trial = 0; trial < 8; trial++) {
      for (double share : new double[] {1, 1e-2, 1e-4, 1e-6}) {
        check(new Random(100 * trial + 7), pivot, share);
      }
    }
  }

  /**
   * @param share of the measurements that lies outside the span of the support
   */
  private static void check(Random random, double pivot, double share) {
    double[][] columns = columns(random, pivot);
    double[] y = measurements(columns, share, random);
    SupportFit fit = new SupportFit(DenseOperator.of(transpose(columns)), y, K);
    int[] support = {0, 1, 2, 3, 4, 5};
    fit.moveTo(support);
    double[][] held = Arrays.copyOf(columns, K);
    double precise = PreciseLeastSquares.residualNorm(held, y);
    double[] x = PreciseLeastSquares.coefficients(held, y);
    // A change of the columns in their last digit moves the fit by this much; nobody owes less.
    double size = Arrays.stream(x).map(Math::abs).sum() + Dense.norm(y);
    double unavoidable = 4 * Math.ulp(1.0) * size;
    String where = "squared pivot %s, share %s".formatted(pivot, share);
    assertEquals(precise, fit.value(), Math.max(RESIDUAL * precise, unavoidable), where);
    assertFalse(fit.rankDeficient(), where);
    double amplified = (1 + precise / Math.sqrt(pivot)) * unavoidable / Math.sqrt(pivot);
    for (int i = 0; i < K; i++) {
      assertEquals(x[i], fit.coefficients()[i], 20 * amplified, where);
    }
    double[] gradient = new double[N];
    fit.gradient(gradient);
    double[] residual = PreciseLeastSquares.residual(held, y);
    for (int j = 0; j < N; j++) {
      double expected = j < K ? 0 : -Dense.dot(columns[j], residual);
      double allowed = Math.max(RESIDUAL * precise, 20 * unavoidable);
      assertEquals(expected, gradient[j], j < K ? 0 : allowed, where + ", gradient");
    }
  }

  /** The thresholds divide what this test draws: normal equations alone lose the small pivots. */
  @Test
  void theAnglesAreWhatTheySay() {
    for (double pivot : new double[] {1e-3, 1e-9}) {
      double[][] columns = columns(new Random(9), pivot);
      double[] last = columns[K - 1];
      double outside = PreciseLeastSquares.residualNorm(Arrays.copyOf(columns, K - 1), last);
      assertEquals(1, outside * outside / pivot, 1e-4);
    }
  }

  /** Unit columns, the first K - 1 orthonormal but for a little, the K-th close to their span. */
  private static double[][] columns(Random random, double pivot) {
    double[][] columns = new double[N][];
    for (int j = 0; j < N; j++) {
      columns[j] = unit(random.doubles(M, -1, 1).toArray());
    }
    double[] inside = new double[M];
    for (int j = 0; j < K - 1; j++) {
      add(inside, random.nextGaussian(), columns[j]);
    }
    double[][] others = Arrays.copyOf(columns, K - 1);
    double[] outside = unit(PreciseLeastSquares.residual(others, columns[K - 1]));
    double[] last = new double[M];
    add(last, Math.sqrt(Math.max(0, 1 - pivot)), unit(inside));
    add(last, Math.sqrt(pivot), outside);
    columns[K - 1] = unit(last);
    return columns;
  }

  private static double[] measurements(double[][] columns, double share, Random random) {
    double[] y = new double[M];
    for (int j = 0; j < K; j++) {
      add(y, 1 + random.nextDouble(), columns[j]);
    }
    double[] noise = unit(random.doubles(M, -1, 1).toArray());
    add(y, share * Dense.norm(y), noise);
    return unit(y);
  }

  private static void add(double[] sum, double factor, double[] v) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * v[i];
    }
  }

  private static double[] unit(double[] v) {
    double norm = Dense.norm(v);
    return Arrays.stream(v).map(value -> value / norm).toArray();
  }

  private static double[][] transpose(double[][] columns) {
    double[][] rows = new double[M][columns.length];
    for (int j = 0; j < columns.length; j++) {
      for (int i = 0; i < M; i++) {
        rows[i][j] = columns[j][i];
      }
    }
    return rows;
  }
}
