package io.github.sea4j.solver;

import io.github.sea4j.problem.SparseProblem;

/**
 * An algorithm for {@code min ||A x - y||} over x with at most k non-zeros.
 *
 * <p>Solvers are immutable: options are set by methods that return a changed copy. One solver may
 * serve any number of problems and threads. Given the same problem it returns the same support and
 * coefficients, bit for bit.
 *
 * <p>A solver of your own extends {@code search.Search}, which brings limits, interrupts, observers
 * and the rest.
 */
public interface Solver {

  /**
   * The name, which is the solver's identity: solvers of the same name give the same answers.
   *
   * <p>Those of this library have the canonical text of the solver language as their name, {@code
   * sea(omp, eta=0.5)}: {@code Solvers.parse(solver.name())} equals the solver.
   */
  String name();

  /** The name as legends write it, {@code SEA(OMP)}; unless told otherwise the name. */
  default String label() {
    return name();
  }

  /**
   * Solves without a limit and unobserved; a notebook shows how far a long solve has come.
   *
   * @param problem operator (m rows, n columns), m measurements and the sparsity k
   * @return the best answer found, with an honest status
   * @throws IllegalArgumentException as {@link #solve(SparseProblem, Run)} does
   */
  default Solution solve(SparseProblem problem) {
    return solve(problem, Run.standard());
  }

  /**
   * Solves the problem; never changes it. Limits and interrupts end a run with the best answer so
   * far, not with an exception.
   *
   * @param problem operator, measurements and sparsity
   * @param run limits and observer
   * @return the best answer found, with an honest status
   * @throws IllegalArgumentException if the problem is none for this solver (too large to be
   *     written out, coefficients beyond the range of doubles, a start for another number of
   *     columns), or the operator answers with numbers that are not finite; the message names what
   *     and the bound
   */
  Solution solve(SparseProblem problem, Run run);
}
