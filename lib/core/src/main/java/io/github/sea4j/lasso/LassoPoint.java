package io.github.sea4j.lasso;

import io.github.sea4j.problem.SparseVector;

/**
 * A point of the LASSO path.
 *
 * @param lambda weight of the l1 norm, in the units of the measurements: {@code |a_j'r| / ||a_j||}
 *     is lambda on the active columns and at most lambda elsewhere
 * @param x the minimiser of {@code 1/2 ||y - A x||² + lambda sum_j ||a_j|| |x_j|}, in the scale of
 *     the user's columns; its support is the active set, in which a coefficient may just be zero
 * @param relativeGap {@code (P - D) / P}, a bound on how far the objective P(x) is from its
 *     minimum; see {@link Lasso#relativeGap}
 */
public record LassoPoint(double lambda, SparseVector x, double relativeGap) {}
