package io.github.sea4j.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseProblem;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How soon an interrupt ends a solve, counted in products with the operator, which does not depend
 * on the machine: an interrupt at any product leaves room for the few that finish a step.
 */
@Tag("slow")
class PromptnessTest {

  private static final int MOST_PRODUCTS = 6;

  private static final TestProblem SAMPLE = TestProblem.gaussian(60, 150, 20, 0.2, 71);

  static Stream<SolverCatalog.Named> solvers() {
    return Stream.concat(
        SolverCatalog.all(),
        Stream.of("htp(step=1.8/L)", "iht(omp)").map(SolverCatalog.Named::new));
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void anInterruptInAnyProductEndsTheSolve(SolverCatalog.Named named) {
    Solver solver = named.solver();
    WatchedOperator operator = new WatchedOperator(DenseOperator.of(SAMPLE.matrix()));
    SparseProblem problem = SparseProblem.of(operator, SAMPLE.measurements(), SAMPLE.sparsity());
    Solution undisturbed = solver.solve(problem);
    int interrupted = 0;
    for (int product : new int[] {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233}) {
      operator.interruptAt(product);
      Solution solution;
      boolean flag;
      try {
        solution = solver.solve(problem);
      } finally {
        flag = Thread.interrupted();
      }
      long more = operator.productsSinceInterrupt();
      assertTrue(
          more <= MOST_PRODUCTS,
          () -> "%d more products after an interrupt in product %d".formatted(more, product));
      Certificates.assertSound(problem, solution);
      interrupted += flag && solution.status() == Status.INTERRUPTED ? 1 : 0;
    }
    assertTrue(interrupted > 0, "no solve was interrupted");
    operator.interruptAt(Long.MAX_VALUE);
    assertEquals(undisturbed.x(), solver.solve(problem).x(), "solved again");
  }
}
