package io.github.sea4j.solver;

import static io.github.sea4j.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseProblem;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Units at the ends of the doubles: subnormal measurements, columns whose norm is hardly a number.
 * The same problem in units where nothing is near an end must have the same answer.
 *
 * <p>Five shapes, m = 1, n = 1, k = m and k = n among them; seeds 91 to 95, failure budget 0.
 */
class ExtremeUnitsTest {

  static List<SolverCatalog.Named> solvers() {
    return SolverCatalog.small().toList();
  }

  private static List<TestProblem> problems() {
    return List.of(
        TestProblem.gaussian(12, 20, 3, 0.05, 91),
        TestProblem.gaussian(1, 6, 1, 0, 92),
        TestProblem.gaussian(6, 1, 1, 0.05, 93),
        TestProblem.gaussian(5, 9, 5, 0.05, 94),
        TestProblem.gaussian(9, 5, 5, 0.05, 95));
  }

  /** The smaller ones keep some bits of y only, so these are what is scaled back up, exactly. */
  @ParameterizedTest
  @MethodSource("solvers")
  void measurements(SolverCatalog.Named named) {
    for (TestProblem sample : problems()) {
      for (int power : new int[] {-1068, -1040, -1020, -600, 600, 1010}) {
        double[] y = scaled(sample.measurements(), power);
        double[] back = scaled(y, -power);
        Solution plain =
            named.solver().solve(SparseProblem.of(sample.matrix(), back, sample.sparsity()));
        SparseProblem problem = SparseProblem.of(sample.matrix(), y, sample.sparsity());
        Solution answer = named.solver().solve(problem);
        assertEquals(plain.support(), answer.support(), () -> "2^" + power);
        assertEquals(plain.status(), answer.status());
        assertEquals(Math.scalb(plain.residualNorm(), power), answer.residualNorm());
        for (int i = 0; i < answer.support().size(); i++) {
          assertEquals(
              Math.scalb(plain.x().value(i), power), answer.x().value(i), 8 * Double.MIN_VALUE);
        }
      }
    }
  }

  /** Columns of subnormal norm count as zero; all others are columns like any. */
  @ParameterizedTest
  @MethodSource("solvers")
  void columns(SolverCatalog.Named named) {
    for (TestProblem sample : problems()) {
      Solution plain = named.solver().solve(sample.problem());
      for (int power : new int[] {-1015, -700, 700, 1018}) {
        double[] factors = new double[sample.columns()];
        Arrays.fill(factors, Math.scalb(1.0, power));
        double[][] matrix = Dense.scaleColumns(sample.matrix(), factors);
        Solution answer =
            named
                .solver()
                .solve(SparseProblem.of(matrix, sample.measurements(), sample.sparsity()));
        assertEquals(plain.support(), answer.support(), () -> "2^" + power);
        double size = sample.problem().measurementNorm();
        assertEquals(plain.residualNorm(), answer.residualNorm(), 1e-6 * size);
        for (double value : answer.coefficients()) {
          assertTrue(Double.isFinite(value), () -> "2^%d: %s".formatted(power, value));
        }
      }
    }
  }

  @Test
  void normsBeyondTheDoublesAreRefused() {
    double[][] matrix = {{1, Double.MAX_VALUE, 0}, {2, -Double.MAX_VALUE, 1}};
    assertRefused(
        "operator: column 1 must have a finite norm",
        () -> SparseProblem.of(matrix, new double[] {1, 2}, 1));
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void coefficientsBeyondTheDoublesAreRefused(SolverCatalog.Named named) {
    double[][] matrix = {{1e-200, 1}, {0, 2e-3}};
    SparseProblem problem = SparseProblem.of(matrix, new double[] {1e200, 0}, 1);
    assertRefused(
        "operator: column 0 has norm 1.0E-200, so small beside the measurements",
        () -> named.solver().solve(problem));
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void coefficientsBelowTheDoublesAreRefused(SolverCatalog.Named named) {
    double[][] matrix = {{1e200, 0}, {0, 1e200}};
    SparseProblem problem = SparseProblem.of(matrix, new double[] {1e-200, 0}, 1);
    assertRefused(
        "operator: column 0 has norm 1.0E200, so large beside the measurements",
        () -> named.solver().solve(problem));
  }

  private static double[] scaled(double[] v, int power) {
    return Arrays.stream(v).map(value -> Math.scalb(value, power)).toArray();
  }
}
