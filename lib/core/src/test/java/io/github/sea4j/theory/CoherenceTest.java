package io.github.sea4j.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.oracle.BruteForce;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.theory.RestrictedIsometry.Certainty;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SingularOps_DDRM;
import org.junit.jupiter.api.Test;

/** Seeds 401 to 410, failure budget 0. */
class CoherenceTest {

  private static final double ROUNDING = 1e-12;

  private static void forSeeds(LongConsumer check) {
    LongStream.rangeClosed(401, 410).forEach(check);
  }

  private static double[][] matrix(long seed) {
    return TestProblem.gaussian(8, 10, 1, 0, seed).matrix();
  }

  @Test
  void coherenceAndBabelFunctionByTheirDefinitions() {
    forSeeds(
        seed -> {
          double[][] unit = Dense.unitColumns(matrix(seed));
          for (int size = 1; size <= 9; size++) {
            double[] babel = {0};
            int l = size;
            BruteForce.forEachSubset(
                10,
                l + 1,
                set -> {
                  for (int i : set) {
                    double sum = -1;
                    for (int j : set) {
                      sum += Math.abs(Dense.dot(Dense.column(unit, i), Dense.column(unit, j)));
                    }
                    babel[0] = Math.max(babel[0], sum);
                  }
                });
            double actual = Coherence.babel(DenseOperator.of(matrix(seed)), 9)[l - 1];
            assertEquals(babel[0], actual, ROUNDING);
          }
          double[] all = Coherence.babel(DenseOperator.of(matrix(seed)), 9);
          assertEquals(all[0], Coherence.of(DenseOperator.of(matrix(seed))));
        });
  }

  @Test
  void adjacentColumnsOfTheGaussianKernel() {
    double[][] convolution = TestProblem.convolutionMatrix(100, 3);
    assertEquals(0.9726, Coherence.of(DenseOperator.of(convolution)), 5e-5);
  }

  @Test
  void theConstantIsTheWorstSingularValue() {
    forSeeds(
        seed -> {
          double[][] unit = Dense.unitColumns(matrix(seed));
          for (int order = 1; order <= 6; order++) {
            double[] worst = {0};
            int l = order;
            BruteForce.forEachSubset(
                10,
                l,
                support -> {
                  DMatrixRMaj part = new DMatrixRMaj(Dense.selectColumns(unit, support));
                  double[] singular = SingularOps_DDRM.singularValues(part);
                  double top = singular[0] * singular[0] - 1;
                  double bottom = 1 - singular[l - 1] * singular[l - 1];
                  worst[0] = Math.max(worst[0], Math.max(top, bottom));
                });
            RestrictedIsometry exact = RestrictedIsometry.exact(DenseOperator.of(matrix(seed)), l);
            assertEquals(worst[0], exact.value(), 1e-11);
            assertEquals(Certainty.EXACT, exact.certainty());
          }
        });
  }

  @Test
  void boundsStandOnTheirSides() {
    forSeeds(
        seed -> {
          DenseOperator operator = DenseOperator.of(matrix(seed));
          double before = 0;
          for (int l = 1; l <= 10; l++) {
            double exact = RestrictedIsometry.exact(operator, l).value();
            RestrictedIsometry sampled =
                RestrictedIsometry.sampledLowerBound(operator, l, 20, seed);
            RestrictedIsometry babel = RestrictedIsometry.babelBound(operator, l);
            RestrictedIsometry coherence = RestrictedIsometry.coherenceBound(operator, l);
            assertEquals(Certainty.LOWER_BOUND, sampled.certainty());
            assertEquals(Certainty.UPPER_BOUND, babel.certainty());
            assertEquals(Certainty.UPPER_BOUND, coherence.certainty());
            assertTrue(sampled.value() <= exact + ROUNDING);
            assertTrue(exact <= babel.value() + ROUNDING);
            assertTrue(babel.value() <= coherence.value() + ROUNDING);
            assertTrue(before <= exact + ROUNDING, "delta_l grows with l");
            before = exact;
          }
          double mu = Coherence.of(operator);
          assertEquals(mu, RestrictedIsometry.exact(operator, 2).value(), ROUNDING);
          assertEquals(0, RestrictedIsometry.exact(operator, 1).value(), ROUNDING);
          RestrictedIsometry all = RestrictedIsometry.sampledLowerBound(operator, 10, 1, seed);
          assertEquals(RestrictedIsometry.exact(operator, 10).value(), all.value(), ROUNDING);
        });
  }

  @Test
  void badArgumentsAreNamed() {
    DenseOperator operator = DenseOperator.of(matrix(401));
    DenseOperator zeroColumn = DenseOperator.of(new double[][] {{1, 0}, {1, 0}});
    DenseOperator wide = DenseOperator.of(new double[2][60]);
    assertNamed("column 1", () -> Coherence.of(zeroColumn));
    assertNamed("maxSize", () -> Coherence.babel(operator, 10));
    assertNamed("order", () -> RestrictedIsometry.exact(operator, 11));
    assertNamed("order", () -> RestrictedIsometry.exact(operator, 0));
    assertNamed("2000000", () -> RestrictedIsometry.exact(wide, 20));
    assertNamed("samples", () -> RestrictedIsometry.sampledLowerBound(operator, 2, 0, 1));
  }

  private static void assertNamed(String name, Runnable call) {
    String text = assertThrows(IllegalArgumentException.class, call::run).toString();
    assertTrue(text.contains(name), text);
  }
}
