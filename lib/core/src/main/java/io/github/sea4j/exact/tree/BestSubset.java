package io.github.sea4j.exact.tree;

/**
 * The best support found, and how much better one could still be.
 *
 * <p>The objective is {@code 1/2 ||y - A x||² + gamma/2 ||x||²}. {@code lower} bounds it from below
 * over all vectors of at most k non-zeros whose coefficients do not exceed {@code magnitude}: over
 * all such vectors without exception where {@code magnitude} is infinite.
 *
 * @param support sorted columns, at most k; not to be changed
 * @param coefficients of the fit on the support, in its order; not to be changed
 * @param upper objective at the least-squares (or ridge) fit on the support
 * @param lower lower bound of the objective; equal to upper where the support is proved to be the
 *     best, to within {@link BranchAndBound#TOLERANCE} of {@code ||y||²/2}
 * @param proof what is proved
 * @param magnitude the assumed bound on the absolute value of all coefficients; positive infinity
 *     if nothing was assumed, so that the bounds are rigorous
 * @param nodes nodes of the tree whose relaxation or last columns were looked at
 */
public record BestSubset(
    int[] support,
    double[] coefficients,
    double upper,
    double lower,
    Proof proof,
    double magnitude,
    long nodes) {

  /** {@code (upper - lower) / upper}, 0 where the support is proved to be the best. */
  public double gap() {
    return upper <= lower ? 0 : (upper - lower) / upper;
  }

  /** Whether the lower bound holds without an assumption on the coefficients. */
  public boolean isRigorous() {
    return magnitude == Double.POSITIVE_INFINITY;
  }
}
