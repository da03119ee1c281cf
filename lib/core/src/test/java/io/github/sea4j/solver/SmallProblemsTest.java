package io.github.sea4j.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.exact.ExhaustiveSearch;
import io.github.sea4j.exchange.Els;
import io.github.sea4j.greedy.Omp;
import io.github.sea4j.oracle.BruteForce;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.NaiveOmp;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.Support;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small enough to try everything: n up to 12, k up to 3, seeds 201 to 230, failure budget 0. */
@Tag("slow")
class SmallProblemsTest {

  static Stream<SolverCatalog.Named> solvers() {
    return SolverCatalog.small();
  }

  static Stream<TestProblem> problems() {
    return LongStream.rangeClosed(201, 230)
        .boxed()
        .flatMap(
            seed ->
                Stream.of(
                    TestProblem.gaussian(5, 12, 2, 0.3, seed),
                    TestProblem.gaussian(8, 12, 3, 0.5, seed),
                    TestProblem.gaussian(6, 9, 1, 0.5, seed),
                    TestProblem.convolution(12, 1, 3, 0.1, seed)));
  }

  /** A problem and the residual norm of its best subset. */
  private record Bound(TestProblem sample, double best) {}

  /** Counted once for all solvers. */
  private static final List<Bound> BOUNDS =
      problems()
          .map(
              sample -> {
                double[][] unit = Dense.unitColumns(sample.matrix());
                int k = sample.sparsity();
                return new Bound(
                    sample, BruteForce.bestResidualNorm(unit, sample.measurements(), k));
              })
          .toList();

  @ParameterizedTest
  @MethodSource("solvers")
  void nobodyBeatsTheBestSubset(SolverCatalog.Named named) {
    for (Bound bound : BOUNDS) {
      Solution solution = named.solver().solve(bound.sample.problem());
      assertTrue(
          solution.residualNorm() >= bound.best - 1e-12 * Dense.norm(bound.sample.measurements()),
          () -> "%s is below the optimum %s".formatted(solution.residualNorm(), bound.best));
    }
  }

  @Test
  void elsEndsWhereNoExchangeHelps() {
    Stream<TestProblem> larger =
        LongStream.rangeClosed(231, 236)
            .mapToObj(seed -> TestProblem.gaussian(20, 40, 8, 0.2, seed));
    Stream.concat(problems(), larger)
        .forEach(
            sample -> {
              double[][] unit = Dense.unitColumns(sample.matrix());
              double[] y = sample.measurements();
              Solution solution = new Els().solve(sample.problem());
              assertEquals(Status.CONVERGED, solution.status());
              double swapped =
                  BruteForce.bestSwapResidualNorm(unit, y, solution.support().toArray());
              assertTrue(
                  solution.residualNorm() <= swapped * (1 + 1e-10),
                  () -> "an exchange gives %s, but %s".formatted(swapped, solution));
            });
  }

  @Test
  void exhaustiveSearchIsTheBruteForce() {
    for (Bound bound : BOUNDS) {
      Solution solution = new ExhaustiveSearch().solve(bound.sample.problem());
      assertEquals(bound.best, solution.residualNorm(), 1e-12);
    }
  }

  @Test
  void oneExchangeFromTheBestSubsetElsFindsIt() {
    for (Bound bound : BOUNDS) {
      TestProblem sample = bound.sample;
      if (sample.sparsity() == 1) {
        assertEquals(bound.best, new Els().solve(sample.problem()).residualNorm(), 1e-12);
        assertEquals(bound.best, new Omp().solve(sample.problem()).residualNorm(), 1e-12);
      }
    }
  }

  @Test
  void ompIsTheNaiveOmp() {
    Stream<TestProblem> larger =
        LongStream.rangeClosed(241, 260)
            .boxed()
            .flatMap(
                seed ->
                    Stream.of(
                        TestProblem.gaussian(40, 100, 15, 0.1, seed),
                        TestProblem.convolution(80, 2, 8, 0.05, seed)));
    Stream.concat(problems(), larger)
        .forEach(
            sample ->
                assertEquals(
                    Support.of(NaiveOmp.support(sample)),
                    new Omp().solve(sample.problem()).support()));
  }
}
