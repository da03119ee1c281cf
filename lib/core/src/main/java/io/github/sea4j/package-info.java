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
 *   <li>{@link io.github.sea4j.linalg}: vectors, the k largest entries, an updatable factorisation
 *   <li>{@link io.github.sea4j.operator}: matrices known by what they do
 *   <li>{@link io.github.sea4j.problem}: problems, supports, sparse vectors, generators of
 *       instances
 *   <li>{@link io.github.sea4j.leastsquares}: least squares on a support that moves
 *   <li>{@link io.github.sea4j.solver}: SEA and its rivals
 *   <li>{@link io.github.sea4j.metric}: how far an estimated support is from the true one
 *   <li>{@link io.github.sea4j.theory}: coherence, restricted isometry, and when SEA must succeed
 * </ul>
 */
@NullMarked
package io.github.sea4j;

import org.jspecify.annotations.NullMarked;
