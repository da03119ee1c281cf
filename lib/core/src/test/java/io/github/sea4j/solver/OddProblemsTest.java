package io.github.sea4j.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.language.Solvers;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseProblem;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Problems at the edge of what a problem can be: an honest answer, never NaN, never a hang. */
class OddProblemsTest {

  static Stream<SolverCatalog.Named> solvers() {
    return SolverCatalog.small();
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void zeroMeasurements(SolverCatalog.Named named) {
    SparseProblem problem =
        TestProblem.gaussian(10, 20, 3, 0, 41).problem().withMeasurements(new double[10]);
    Solution solution = named.solver().solve(problem);
    Certificates.assertSound(problem, solution);
    assertEquals(Status.ZERO_MEASUREMENTS, solution.status());
    assertEquals(0, Dense.norm(solution.coefficients()));
    assertEquals(0, solution.residualNorm());
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void zeroColumnsAreNeverChosen(SolverCatalog.Named named) {
    TestProblem sample = TestProblem.gaussian(20, 30, 4, 0.05, 42);
    double[] kept = new double[30];
    for (int j = 0; j < 30; j++) {
      kept[j] = j % 2 == 0 || sample.truth().support().contains(j) ? 1 : 0;
    }
    double[][] matrix = Dense.scaleColumns(sample.matrix(), kept);
    for (int k : new int[] {1, 4, 20}) {
      SparseProblem problem = SparseProblem.of(matrix, sample.measurements(), k);
      Certificates.assertSound(problem, named.solver().solve(problem));
    }
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void fewerUsableColumnsThanTheSparsity(SolverCatalog.Named named) {
    double[][] matrix = {{0, 1, 0, 0}, {0, 1, 0, 2}, {0, 0, 0, 1}};
    SparseProblem problem = SparseProblem.of(matrix, new double[] {1, 2, 3}, 3);
    Solution solution = named.solver().solve(problem);
    Certificates.assertSound(problem, solution);
    assertTrue(solution.support().size() <= 2);
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void allColumnsZero(SolverCatalog.Named named) {
    SparseProblem problem = SparseProblem.of(new double[3][5], new double[] {1, 2, 2}, 2);
    Solution solution = named.solver().solve(problem);
    Certificates.assertSound(problem, solution);
    assertEquals(0, solution.support().size());
    assertEquals(3, solution.residualNorm());
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void duplicateColumns(SolverCatalog.Named named) {
    TestProblem sample = TestProblem.gaussian(12, 8, 4, 0.02, 43);
    int[] twice = new int[16];
    for (int j = 0; j < 16; j++) {
      twice[j] = j / 2;
    }
    double[][] matrix = Dense.selectColumns(sample.matrix(), twice);
    for (int k : new int[] {1, 2, 5, 12}) {
      SparseProblem problem = SparseProblem.of(matrix, sample.measurements(), k);
      Certificates.assertSound(problem, named.solver().solve(problem));
    }
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void oneDirectionOnly(SolverCatalog.Named named) {
    double[][] matrix = new double[6][9];
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 9; j++) {
        matrix[i][j] = (i + 1) * (j - 4.5);
      }
    }
    for (int k : new int[] {1, 3, 6}) {
      SparseProblem problem = SparseProblem.of(matrix, new double[] {3, 1, 4, 1, 5, 9}, k);
      Certificates.assertSound(problem, named.solver().solve(problem));
    }
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void rankBelowTheSparsity(SolverCatalog.Named named) {
    double[][] left = TestProblem.gaussian(10, 3, 1, 0, 44).matrix();
    double[][] right = TestProblem.gaussian(3, 15, 1, 0, 45).matrix();
    double[][] matrix = new double[10][];
    for (int i = 0; i < 10; i++) {
      matrix[i] = Dense.applyTranspose(right, left[i]);
    }
    double[] y = TestProblem.gaussian(10, 12, 4, 0.1, 46).measurements();
    SparseProblem problem = SparseProblem.of(matrix, y, 6);
    Solution solution = named.solver().solve(problem);
    Certificates.assertSound(problem, solution);
    assertTrue(solution.residualNorm() <= problem.measurementNorm() * (1 + 1e-12));
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void asManyColumnsAsRows(SolverCatalog.Named named) {
    SparseProblem problem = TestProblem.gaussian(8, 14, 3, 0.1, 47).problem().withSparsity(8);
    Certificates.assertSound(problem, named.solver().solve(problem));
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void allColumnsAskedFor(SolverCatalog.Named named) {
    SparseProblem problem = TestProblem.gaussian(14, 6, 3, 0.1, 48).problem().withSparsity(6);
    Solution solution = named.solver().solve(problem);
    Certificates.assertSound(problem, solution);
    SparseProblem square = TestProblem.gaussian(6, 6, 3, 0.1, 49).problem().withSparsity(6);
    Certificates.assertSound(square, named.solver().solve(square));
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void oneColumnOrOneRow(SolverCatalog.Named named) {
    SparseProblem column =
        SparseProblem.of(new double[][] {{3}, {4}, {0}}, new double[] {3, 4, 12}, 1);
    Solution fit = named.solver().solve(column);
    Certificates.assertSound(column, fit);
    assertEquals(12, fit.residualNorm(), 12 * 1e-8);
    SparseProblem row = SparseProblem.of(new double[][] {{1, -2, 0, 5}}, new double[] {7}, 1);
    Certificates.assertSound(row, named.solver().solve(row));
    SparseProblem single = SparseProblem.of(new double[][] {{-2}}, new double[] {5}, 1);
    Solution one = named.solver().solve(single);
    Certificates.assertSound(single, one);
    assertEquals(-2.5, one.x().get(0), 1e-8);
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void measurementsOrthogonalToEveryColumn(SolverCatalog.Named named) {
    double[][] matrix = {{1, 1, 2}, {0, 1, -1}, {0, 0, 0}};
    SparseProblem problem = SparseProblem.of(matrix, new double[] {0, 0, 4}, 2);
    Solution solution = named.solver().solve(problem);
    Certificates.assertSound(problem, solution);
    assertEquals(4, solution.residualNorm(), 1e-12);
  }

  /** Two and three columns so close that coefficients of single fits are worse than zero. */
  @ParameterizedTest
  @MethodSource("solvers")
  void nearlySingularColumnsGiveNoAnswerWorseThanZero(SolverCatalog.Named named) {
    double[][] two = {{1, 1}, {0, 0.01}};
    SparseProblem pair = SparseProblem.of(two, new double[] {0, 1}, 1);
    Certificates.assertSound(pair, named.solver().solve(pair));
    double[][] three = {{44.6, -391.9, -66}, {-391.9, 3487.5, 503.9}, {-66, 503.9, 216.1}};
    for (int k = 1; k <= 3; k++) {
      SparseProblem triple = SparseProblem.of(three, new double[] {1, 2, 3}, k);
      Certificates.assertSound(triple, named.solver().solve(triple));
    }
  }

  /** Steps far too long: the iterates of IHT are worse than x = 0 from the first on. */
  @Test
  void coefficientsWorseThanZeroAreRefittedAndSaidToBe() {
    SparseProblem problem = TestProblem.convolution(60, 3, 6, 0.05, 51).problem();
    Solution own = Solvers.parse("iht(step=1000)").solve(problem);
    Certificates.assertSound(problem, own);
    Certificates.assertNormalEquations(problem, own);
    assertEquals(Status.REFITTED, own.status());
  }

  /** Both of two identical columns: every solver says so, whoever found them. */
  @ParameterizedTest
  @ValueSource(strings = {"iht", "niht", "cosamp", "htp", "sea", "iht(refitted)"})
  void identicalColumnsThatAreBothChosenAreSaidToDepend(String text) {
    double[][] matrix = {{1, 1, 0}, {1, 1, 0}, {0, 0, 1}};
    SparseProblem problem = SparseProblem.of(matrix, new double[] {2, 2, 0.1}, 2);
    Solution solution = Solvers.parse(text).solve(problem);
    Certificates.assertSound(problem, solution);
    boolean both = solution.support().contains(0) && solution.support().contains(1);
    assertEquals(both, solution.rankDeficient(), solution::toString);
    assertTrue(both || !text.startsWith("iht"), "the case no longer shows what it is for");
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void badSparsityIsNamed(SolverCatalog.Named named) {
    TestProblem sample = TestProblem.gaussian(5, 8, 2, 0, 50);
    for (int k : new int[] {-1, 0, 6, 9}) {
      String message =
          assertThrows(
                  IllegalArgumentException.class,
                  () -> named.solver().solve(sample.problem().withSparsity(k)))
              .toString();
      assertTrue(
          message.contains("sparsity") && message.contains("5") && message.contains("" + k),
          message);
    }
  }
}
