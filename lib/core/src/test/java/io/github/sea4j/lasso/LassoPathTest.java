package io.github.sea4j.lasso;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.instance.Deconvolution;
import io.github.sea4j.instance.GaussianMatrix;
import io.github.sea4j.oracle.CoordinateDescent;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.solver.Status;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The path against its duality gap, its optimality conditions, and coordinate descent. */
class LassoPathTest {

  /** scikit-learn's test: objective 1/(2n) ||y - X w||² + alpha |w|, n = 3. */
  @ParameterizedTest
  @CsvSource({"0.1, 0.85", "0.5, 0.25", "1, 0"})
  void oneColumn(double alpha, double expected) {
    SparseProblem problem =
        SparseProblem.of(new double[][] {{-1}, {0}, {1}}, new double[] {-1, 0, 1}, 1);
    LassoPoint point = new Lasso().path(problem).at(3 * alpha / Math.sqrt(2));
    assertEquals(expected, point.x().get(0), 1e-15);
    assertTrue(point.relativeGap() <= 1e-15);
  }

  @ParameterizedTest
  @ValueSource(longs = {301, 302, 303})
  void everyKnotOfAGaussianPathIsCertified(long seed) {
    LassoPath noiseless =
        new Lasso().path(GaussianMatrix.of(200, 500).instance(40, seed).problem());
    assertEquals(Status.CONVERGED, noiseless.status());
    assertCertified(noiseless, 1e-9, 1e-7);
    LassoPath noisy = new Lasso().path(TestProblem.gaussian(40, 100, 5, 0.3, seed).problem());
    assertEquals(Status.CONVERGED, noisy.status());
    assertEquals(40, noisy.points().get(noisy.points().size() - 2).x().support().size());
    assertCertified(noisy, 1e-9, 1e-7);
  }

  /** Condition number of the Gram matrix 1e18: rounding of 1e-15 beside lambda limits the gap. */
  @Tag("slow")
  @ParameterizedTest
  @ValueSource(ints = {10, 50})
  void everyKnotOfADeconvolutionPathIsCertified(int k) {
    Deconvolution clean = Deconvolution.gaussian(500, 3);
    for (Deconvolution family : List.of(clean, clean.withSignalToNoise(20), clean.truncated())) {
      LassoPath path = new Lasso().withSteps(1000).path(family.instance(k, 7).problem());
      assertCertified(path, 1e-11, 1e-4);
      assertCertified(path, 1e-8, 1e-6);
    }
  }

  private static void assertCertified(LassoPath path, double bound, double smallestLambda) {
    double first = path.points().get(0).lambda();
    double previous = Double.POSITIVE_INFINITY;
    for (LassoPoint point : path.points()) {
      assertTrue(point.lambda() <= previous);
      previous = point.lambda();
      assertTrue(point.relativeGap() >= 0);
      if (point.lambda() >= smallestLambda * first) {
        assertTrue(point.relativeGap() <= bound, () -> point.lambda() + " " + point.relativeGap());
      }
    }
  }

  @Test
  void optimalityConditionsHoldAtKnotsAndBetween() {
    TestProblem sample = TestProblem.gaussian(30, 60, 5, 0.2, 311);
    LassoPath path = new Lasso().path(sample.problem());
    double[] norms = Dense.columnNorms(sample.matrix());
    double first = path.points().get(0).lambda();
    for (double share : new double[] {1.5, 1, 0.7, 0.3, 0.1, 0.01}) {
      LassoPoint point = path.at(share * first);
      double[] x = point.x().toDense();
      double[] residual = Dense.minus(sample.measurements(), Dense.apply(sample.matrix(), x));
      double[] c = Dense.applyTranspose(sample.matrix(), residual);
      for (int j = 0; j < x.length; j++) {
        double correlation = c[j] / norms[j];
        if (x[j] == 0) {
          assertTrue(Math.abs(correlation) <= point.lambda() + 1e-12);
        } else {
          assertEquals(Math.signum(x[j]) * point.lambda(), correlation, 1e-12);
        }
      }
    }
  }

  @Test
  void coordinateDescentFindsTheSame() {
    for (long seed = 321; seed < 331; seed++) {
      TestProblem sample = TestProblem.gaussian(25, 40, 4, 0.3, seed);
      LassoPath path = new Lasso().path(sample.problem());
      for (double share : new double[] {0.5, 0.1}) {
        double lambda = share * path.points().get(0).lambda();
        double[] expected =
            CoordinateDescent.minimise(sample.matrix(), sample.measurements(), lambda, 20_000);
        assertArrayEquals(expected, path.at(lambda).x().toDense(), 1e-9);
      }
    }
  }

  @Test
  void theGapSeesWhatIsNotOptimal() {
    TestProblem sample = TestProblem.gaussian(25, 40, 4, 0.3, 331);
    SparseProblem problem = sample.problem();
    LassoPath path = new Lasso().path(problem);
    double lambda = 0.3 * path.points().get(0).lambda();
    assertTrue(Lasso.relativeGap(problem, path.at(lambda).x(), lambda) <= 1e-13);
    assertTrue(Lasso.relativeGap(problem, path.at(1.01 * lambda).x(), lambda) > 1e-7);
    assertTrue(Lasso.relativeGap(problem, SparseVector.zero(40), lambda) > 0.1);
    assertTrue(Lasso.relativeGap(problem, sample.truth(), lambda) > 1e-3);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-200, 1e-6, 1e6, 1e200})
  void thePathFollowsTheUnitsOfTheMeasurements(double unit) {
    TestProblem sample = TestProblem.convolution(60, 2, 6, 0.01, 341);
    double[] y = sample.measurements().clone();
    for (int i = 0; i < y.length; i++) {
      y[i] *= unit;
    }
    LassoPath path = new Lasso().withSteps(60).path(sample.problem());
    LassoPath scaled = new Lasso().withSteps(60).path(sample.problem().withMeasurements(y));
    double lambda = path.points().get(20).lambda();
    SparseVector expected = path.at(lambda).x();
    SparseVector actual = scaled.at(lambda * unit).x();
    for (int j = 0; j < 60; j++) {
      assertEquals(expected.get(j), actual.get(j) / unit, 1e-9);
    }
  }

  @Test
  void withoutMeasurementsOrColumnsThePathIsZero() {
    double[][] matrix = {{1, 0}, {0, 0}};
    LassoPath path = new Lasso().path(SparseProblem.of(matrix, new double[2], 1));
    assertEquals(SparseVector.zero(2), path.at(1).x());
    LassoPath none = new Lasso().path(SparseProblem.of(new double[2][2], new double[] {1, 2}, 1));
    assertEquals(SparseVector.zero(2), none.at(0).x());
    assertEquals(0, none.at(0).relativeGap());
  }

  @Test
  void thePathAndItsGapAreThoseOfPlainLeastSquares() {
    SparseProblem bounded = TestProblem.gaussian(20, 40, 3, 0, 308).problem().withNonNegative();
    assertThrows(IllegalArgumentException.class, () -> new Lasso().path(bounded));
    SparseVector zero = SparseVector.zero(40);
    assertThrows(IllegalArgumentException.class, () -> Lasso.relativeGap(bounded, zero, 1));
  }

  @Test
  void anInterruptEndsThePath() {
    SparseProblem problem = TestProblem.gaussian(25, 40, 4, 0.3, 351).problem();
    Thread.currentThread().interrupt();
    LassoPath path;
    try {
      path = new Lasso().path(problem);
    } finally {
      assertTrue(Thread.interrupted());
    }
    assertEquals(Status.INTERRUPTED, path.status());
    assertEquals(1, path.points().size());
    String message = assertThrows(IllegalArgumentException.class, () -> path.at(0)).toString();
    assertTrue(message.contains("lambda") && message.contains("" + path.smallestLambda()), message);
  }
}
