package io.github.sea4j.sea;

import io.github.sea4j.fit.Fitted;
import io.github.sea4j.linalg.TopK;
import io.github.sea4j.search.Outcome;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.solver.Status;
import java.util.Set;

/**
 * SEA with sampled supports.
 *
 * <pre>
 * X_0 = (n/m) A^+ y,  r_0 = y
 * for t = 0 .. T-1
 *   tau     = (n/m - 1) r_t'(A A')^-1 r_t / m                  variance of X_t about the truth
 *   E       = mu |X_t| / tau                                   |X_0| at first
 *   S_t     = largest_k(E + logistic noise),  theta = the smallest of them
 *   mu, phi = mean of |X_t| on S_t, and their variance less tau
 *   x_t     = sign(X_t) h on S_t,  h = w |X_t| + (1 - w) mu,  w = phi / (phi + tau)
 *   a       = (w k + sum q (1 - q) (mu / tau) h) / n,  q = 1 / (1 + exp(theta - E))
 *   z_t     = (x_t - a X_t) / (1 - a)
 *   X_{t+1} = .9 X_t + .1 (z_t + (n/m) A^+ (y - A z_t))
 *   r_{t+1} = .9 r_t + .1 (y - A z_t)
 * return the k largest of |X_t|, every tenth t, of the smallest residual
 * </pre>
 *
 * <p>A gate that opens for the k largest has a derivative of zero almost everywhere, and the
 * straight-through estimator puts the identity in its place. With logistic noise the mean of the
 * gate is a sigmoid, whose slope is known. So it is known what share a of X comes back to X through
 * its own estimate; without it, the residual of z measures the error of X. The average over
 * iterations averages the sampled supports. Ours, after vector approximate message passing.
 */
final class SampledSea {

  /** Iterations from one fit to the next. */
  private static final int PERIOD = 10;

  private final int iterations;
  private final double tolerance;
  private final Set<SampledPart> without;
  private final int seed;

  SampledSea(int iterations, double tolerance, Set<SampledPart> without, int seed) {
    this.iterations = iterations;
    this.tolerance = tolerance;
    this.without = without;
    this.seed = seed;
  }

  Outcome search(SearchContext context, double[] start) {
    context.requireLeastSquares();
    double exact = tolerance * context.measurementNorm();
    SampledExploration x = new SampledExploration(context, start, without, seed);
    int[] support = TopK.firstIndices(context.sparsity());
    x.largest(support);
    Fitted fitted = context.solve(support).on(support);

    while (context.iterations() < iterations) {
      boolean due = context.iterations() % PERIOD == 0;
      if (due && x.largest(support)) {
        fitted = context.solve(support).on(support);
      }
      if (!context.visit(fitted)) {
        break;
      }
      if (fitted.value() <= exact) {
        return context.best(Status.EXACT_FIT);
      }
      x.draw();
      x.shrink();
      x.takeOutFeedback();
      x.move();
    }
    return context.best(Status.ITERATION_LIMIT);
  }
}
