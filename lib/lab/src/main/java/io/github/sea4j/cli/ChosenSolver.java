package io.github.sea4j.cli;

import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.solver.Status;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A solver that was asked for.
 *
 * @param text its canonical text
 * @param solver the solver itself
 * @param timeLimit for this solver alone, if any
 */
record ChosenSolver(String text, Solver solver, @Nullable Duration timeLimit) {

  /**
   * Solves the problem.
   *
   * @throws BadInput if the solver refuses the problem
   * @throws Failures.Interruption if the thread was interrupted
   */
  Answer solve(SparseProblem problem, TraceFile traces) {
    Run run = traces.watch(text, Run.unlimited());
    Solution solution;
    try {
      solution = solver.solve(problem, timeLimit == null ? run : run.withTimeLimit(timeLimit));
    } catch (IllegalArgumentException e) {
      throw new BadInput("--solver " + text + ": " + e.getMessage(), e);
    }
    if (solution.status() == Status.INTERRUPTED) {
      throw new Failures.Interruption();
    }
    return new Answer(text, solution);
  }
}
