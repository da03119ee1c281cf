package io.github.sea4j.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseProblem;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Certificates of every solver on seeded random problems (seeds 1 to 6, failure budget 0). */
class SolutionCertificatesTest {

  static Stream<SolverCatalog.Named> solvers() {
    return SolverCatalog.all();
  }

  static Stream<SolverCatalog.Named> refitted() {
    return SolverCatalog.refitted();
  }

  static Stream<TestProblem> problems() {
    return LongStream.rangeClosed(1, 6)
        .boxed()
        .flatMap(
            seed ->
                Stream.of(
                    TestProblem.gaussian(30, 60, 5, 0, seed),
                    TestProblem.gaussian(30, 60, 12, 0.1, seed),
                    TestProblem.gaussian(50, 20, 6, 0.3, seed),
                    TestProblem.convolution(60, 2, 6, 0.05, seed),
                    TestProblem.convolution(60, 3, 4, 0, seed)));
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void anAnswerIsWhatItClaimsToBe(SolverCatalog.Named named) {
    problems()
        .map(TestProblem::problem)
        .forEach(problem -> Certificates.assertSound(problem, named.solver().solve(problem)));
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("refitted")
  void coefficientsAreTheLeastSquaresFitOnTheSupport(SolverCatalog.Named named) {
    problems()
        .forEach(
            sample -> {
              SparseProblem problem = sample.problem();
              Solution solution = named.solver().solve(problem);
              Certificates.assertNormalEquations(problem, solution);
              assertEquals(
                  Dense.norm(
                      Dense.residual(
                          Dense.unitColumns(sample.matrix()),
                          solution.support().toArray(),
                          sample.measurements())),
                  solution.residualNorm(),
                  1e-10 * problem.measurementNorm());
            });
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void theCallersArraysStayAsTheyAre(SolverCatalog.Named named) {
    TestProblem sample = TestProblem.gaussian(25, 50, 6, 0.05, 7);
    double[][] matrix =
        Arrays.stream(sample.matrix()).map(double[]::clone).toArray(double[][]::new);
    double[] y = sample.measurements().clone();
    SparseProblem problem = SparseProblem.of(new Rows(matrix), y, 6);
    Solution solution = named.solver().solve(problem);
    assertArrayEquals(sample.measurements(), y);
    assertArrayEquals(sample.measurements(), problem.measurements());
    assertArrayEquals(sample.matrix(), matrix);
    assertEquals(
        named.solver().solve(sample.problem()).support(),
        solution.support(),
        "the user's own operator and a dense one must agree");
  }

  /** A user's operator over the caller's own arrays: nothing but the three methods. */
  private record Rows(double[][] matrix) implements LinearOperator {
    @Override
    public int rows() {
      return matrix.length;
    }

    @Override
    public int columns() {
      return matrix[0].length;
    }

    @Override
    public void apply(double[] x, double[] y) {
      System.arraycopy(Dense.apply(matrix, x), 0, y, 0, y.length);
    }

    @Override
    public void applyTranspose(double[] y, double[] x) {
      System.arraycopy(Dense.applyTranspose(matrix, y), 0, x, 0, x.length);
    }

    @Override
    public void column(int j, double[] out) {
      System.arraycopy(Dense.column(matrix, j), 0, out, 0, out.length);
    }
  }
}
