/**
 * Solvers: the Support Exploration Algorithm ({@link io.github.sea4j.solver.Sea}), the algorithms
 * it is compared with, and their compositions.
 *
 * <p>Every solver is an immutable {@link io.github.sea4j.solver.Solver}; {@link
 * io.github.sea4j.solver.Solvers} lists them by name and reads expressions such as {@code
 * els(sea)}. A {@link io.github.sea4j.solver.Solution} says what was found and why the solver
 * stopped; a {@link io.github.sea4j.solver.Run} limits and watches one solve.
 *
 * <p>May use leastsquares, problem, operator and linalg. Solvers know nothing of metrics and never
 * see the truth of an instance.
 */
@NullMarked
package io.github.sea4j.solver;

import org.jspecify.annotations.NullMarked;
