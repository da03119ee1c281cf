package io.github.sea4j.threshold;

import io.github.sea4j.fit.Fitted;
import io.github.sea4j.fit.LeastSquaresPoint;
import io.github.sea4j.fit.SupportFit;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.search.Supports;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Proves that thresholded descent will never leave its support S again, so that its limit is known:
 * the least-squares solution x* on S.
 *
 * <p>Let g* be the gradient at x*, e = x - x*, and M a bound on the steps to come, none of which
 * lengthens e or A e ({@link StepRule#longest}). If
 *
 * <pre>
 * min over j in S of |x*_j| - ||e||  &gt;  M (max over j not in S of |g*_j| + ||A e||)
 * </pre>
 *
 * <p>then S stays in the next iteration, as the entries of {@code x - mu g} on S differ from x* by
 * at most ||e||, and those off S are at most M times the gradient, whose distance from g* is at
 * most ||A e|| for unit-norm columns. Neither norm has grown, so the same holds of all iterations
 * to come, and x tends to x*.
 *
 * <p>Where x* is a fixed point with no tie, descent eventually comes close enough for the proof.
 */
final class SettledSupport {

  /** Iterations on one support before x* is computed, which costs about as much as they do. */
  private static final int PATIENCE = 10;

  private final SearchContext context;
  private final StepRule rule;
  private final ThresholdedIterate x;
  private final LeastSquaresPoint point;
  private final SupportFit fit;
  private final double[] gradient;

  private int[] support = {};
  private int stayed;
  private double[] limit = {};
  private double longest;

  /** {@code min |x*_j| - M max |g*_j|}; 0, which proves nothing, until x* is known. */
  private double slack;

  private SettledSupport(
      SearchContext context, StepRule rule, ThresholdedIterate x, LeastSquaresPoint point) {
    this.context = context;
    this.rule = rule;
    this.x = x;
    this.point = point;
    this.fit =
        new SupportFit(
            context.operator(), point.cache(), context.measurements(), context.sparsity());
    this.gradient = new double[context.columns()];
  }

  /** The proof for least squares; null for other losses, of which it is not known. */
  static @Nullable SettledSupport of(SearchContext context, StepRule rule, ThresholdedIterate x) {
    return x.point() instanceof LeastSquaresPoint point
        ? new SettledSupport(context, rule, x, point)
        : null;
  }

  /** Whether the support of x is proved to be final; asked once in each iteration. */
  boolean isProved() {
    if (!Arrays.equals(x.support(), support)) {
      support = x.support();
      stayed = 0;
      slack = 0;
      return false;
    }
    stayed++;
    if (stayed == PATIENCE) {
      double[][] gram = point.cache().innerProducts(support, context::mustStop);
      if (gram != null) {
        solve(gram);
      }
    }
    return slack > 0 && isCloseEnough();
  }

  private void solve(double[][] gram) {
    fit.moveTo(support);
    limit = fit.coefficients();
    longest = fit.rankDeficient() ? Double.POSITIVE_INFINITY : rule.longest(gram);
    double smallest = Math.abs(limit[Supports.smallestMagnitude(limit)]);
    // Most supports are no fixed point, as a column met before says without a product.
    if (!point.gramIsDear() || smallest > longest * point.steepestMet(support, limit)) {
      fit.gradient(gradient);
      slack = smallest - longest * Vectors.largestMagnitude(gradient);
    }
  }

  /** False too where the bound is infinite and the slack therefore not a number. */
  private boolean isCloseEnough() {
    double[] error = limit.clone();
    Vectors.axpy(-1, x.coefficients(), error);
    double distance = Vectors.norm(error);
    return slack > distance && slack > distance + longest * x.imageNorm(support, error);
  }

  /** The limit, once it is proved. */
  Fitted limit() {
    return fit;
  }
}
