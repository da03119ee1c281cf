/**
 * The face of all solvers: what goes in, what comes out, what may be watched.
 *
 * <p>Entry class: {@link io.github.sea4j.solver.Solver}.
 *
 * <p>May use {@code problem}, {@code operator}, {@code check}.
 */
@NullMarked
package io.github.sea4j.solver;

import org.jspecify.annotations.NullMarked;
