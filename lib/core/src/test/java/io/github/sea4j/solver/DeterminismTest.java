package io.github.sea4j.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseProblem;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same problem gives the same bits: after other work, and beside other threads. */
@Tag("slow")
class DeterminismTest {

  static Stream<SolverCatalog.Named> solvers() {
    return SolverCatalog.all();
  }

  static List<SparseProblem> problems() {
    return List.of(
        TestProblem.gaussian(40, 100, 12, 0.1, 11).problem(),
        TestProblem.convolution(100, 3, 8, 0.02, 12).problem());
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void oneSolverObjectRepeatsItself(SolverCatalog.Named named) {
    Solver solver = named.solver();
    for (SparseProblem problem : problems()) {
      Solution first = solver.solve(problem);
      solver.solve(TestProblem.gaussian(10, 20, 3, 0, 13).problem());
      assertSameBits(first, solver.solve(problem));
      assertSameBits(first, named.solver().solve(problem));
    }
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void fourThreadsShareASolverAndAProblem(SolverCatalog.Named named) throws Exception {
    Solver solver = named.solver();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (SparseProblem problem : problems()) {
        Solution alone = solver.solve(problem);
        List<Callable<Solution>> tasks =
            IntStream.range(0, 8)
                .<Callable<Solution>>mapToObj(i -> () -> solver.solve(problem))
                .toList();
        for (Future<Solution> together : threads.invokeAll(tasks)) {
          assertSameBits(alone, together.get());
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void assertSameBits(Solution expected, Solution actual) {
    assertEquals(expected.x(), actual.x());
    assertEquals(
        Double.doubleToLongBits(expected.residualNorm()),
        Double.doubleToLongBits(actual.residualNorm()));
    assertEquals(expected.status(), actual.status());
    assertEquals(expected.iterations(), actual.iterations());
    assertEquals(expected.distinctSupports(), actual.distinctSupports());
    assertEquals(expected.rankDeficient(), actual.rankDeficient());
  }
}
