/**
 * Sparse support recovery: find the few columns of a matrix that explain the measurements.
 *
 * <p>The problem is {@code min ||A x - y||} over all x with at most k non-zeros, for a matrix A of
 * m rows and n columns. A first example:
 *
 * <pre>{@code
 * SparseProblem problem = SparseProblem.of(matrix, measurements, 10);
 * Solution solution = new Sea().solve(problem);
 * Solution polished = new Els().from(new Sea()).solve(problem);
 * solution.support();
 * }</pre>
 *
 * <p>The packages, from the bottom up, each using only those before it:
 *
 * <ul>
 *   <li>{@link io.github.sea4j.check}, {@link io.github.sea4j.random}: arguments and seeds
 *   <li>{@link io.github.sea4j.linalg}: vectors, the k largest entries, updatable factorisations
 *   <li>{@link io.github.sea4j.operator}: matrices known by what they do, and their whitening
 *   <li>{@link io.github.sea4j.fit}: the best coefficients on a support that moves
 *   <li>{@link io.github.sea4j.problem}: problems, supports, sparse vectors
 *   <li>{@link io.github.sea4j.instance}: generators of problems whose truth is known
 *   <li>{@link io.github.sea4j.solver}: the face of all solvers
 *   <li>{@link io.github.sea4j.option}: what a solver declares about itself
 *   <li>{@link io.github.sea4j.search}: the frame that solvers extend, and so may yours
 *   <li>{@link io.github.sea4j.sea}, {@link io.github.sea4j.greedy}, {@link
 *       io.github.sea4j.threshold}, {@link io.github.sea4j.exchange}, {@link
 *       io.github.sea4j.lasso}, {@link io.github.sea4j.exact}, {@link io.github.sea4j.compose}: the
 *       algorithms
 *   <li>{@link io.github.sea4j.language}: the solver language and the list of all solvers
 *   <li>{@link io.github.sea4j.metric}: how far an estimated support is from the true one
 *   <li>{@link io.github.sea4j.theory}: coherence, restricted isometry, and when SEA must succeed
 * </ul>
 */
@NullMarked
package io.github.sea4j;

import org.jspecify.annotations.NullMarked;
