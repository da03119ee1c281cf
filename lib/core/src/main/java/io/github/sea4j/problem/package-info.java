/**
 * Sparse recovery problems as solvers see them, supports and sparse vectors.
 *
 * <p>Entry class: {@link io.github.sea4j.problem.SparseProblem}.
 *
 * <p>May use {@code fit} (the loss of a problem), {@code operator}, {@code linalg} and {@code
 * check}.
 */
@NullMarked
package io.github.sea4j.problem;

import org.jspecify.annotations.NullMarked;
