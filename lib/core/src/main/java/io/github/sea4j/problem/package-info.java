/**
 * Sparse recovery problems, their truth where it is known, and the generators that draw them.
 *
 * <p>{@link io.github.sea4j.problem.SparseProblem} is what a solver sees; {@link
 * io.github.sea4j.problem.Instance} adds the truth. {@link io.github.sea4j.problem.GaussianMatrix},
 * {@link io.github.sea4j.problem.Deconvolution} and {@link
 * io.github.sea4j.problem.CorrelatedMatrix} draw instances from a seed.
 *
 * <p>May use {@code operator}, {@code linalg} and commons-rng.
 */
@NullMarked
package io.github.sea4j.problem;

import org.jspecify.annotations.NullMarked;
