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

  @ParameterizedTest
  @MethodSource("solvers")
  void nobodyBeatsTheBestSubset(SolverCatalog.Named named) {
    problems()
        .forEach(
            sample -> {
              double[][] unit = Dense.unitColumns(sample.matrix());
              double[] y = sample.measurements();
              double best = BruteForce.bestResidualNorm(unit, y, sample.sparsity());
              Solution solution = named.solver().solve(sample.problem());
              assertTrue(
                  solution.residualNorm() >= best - 1e-12 * Dense.norm(y),
                  () -> "%s is below the optimum %s".formatted(solution.residualNorm(), best));
            });
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
    problems()
        .forEach(
            sample -> {
              double[][] unit = Dense.unitColumns(sample.matrix());
              double best =
                  BruteForce.bestResidualNorm(unit, sample.measurements(), sample.sparsity());
              Solution solution = new ExhaustiveSearch().solve(sample.problem());
              assertEquals(best, solution.residualNorm(), 1e-12);
            });
  }

  @Test
  void oneExchangeFromTheBestSubsetElsFindsIt() {
    problems()
        .filter(sample -> sample.sparsity() == 1)
        .forEach(
            sample -> {
              double[][] unit = Dense.unitColumns(sample.matrix());
              double best = BruteForce.bestResidualNorm(unit, sample.measurements(), 1);
              assertEquals(best, new Els().solve(sample.problem()).residualNorm(), 1e-12);
              assertEquals(best, new Omp().solve(sample.problem()).residualNorm(), 1e-12);
            });
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
