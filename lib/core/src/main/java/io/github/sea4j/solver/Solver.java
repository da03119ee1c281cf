package io.github.sea4j.solver;

import io.github.sea4j.problem.SparseProblem;

/**
 * An algorithm for {@code min ||A x - y||} over x with at most k non-zeros.
 *
 * <p>Solvers are immutable: options are set by methods that return a changed copy. One solver may
 * serve any number of problems and threads. Given the same problem it returns the same support and
 * coefficients, bit for bit.
 */
public interface Solver {

  /** The name used in tables and legends; compositions read {@code SEA(OMP)}. */
  String name();

  /** Solves without a time limit and unobserved. */
  default Solution solve(SparseProblem problem) {
    return solve(problem, Run.unlimited());
  }

  /**
   * Solves the problem; never changes it.
   *
   * @param problem operator, measurements and sparsity
   * @param run time limit and observer
   * @return the best answer found, with an honest status
   */
  Solution solve(SparseProblem problem, Run run);
}
