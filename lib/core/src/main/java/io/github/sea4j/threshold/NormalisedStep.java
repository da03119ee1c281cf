package io.github.sea4j.threshold;

import io.github.sea4j.linalg.SymmetricEigenvalues;
import io.github.sea4j.linalg.TopK;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.search.Supports;
import java.util.Arrays;

/**
 * The step of NIHT and NHTP (Blumensath and Davies 2010, section III).
 *
 * <pre>
 * mu = ||g_S||² / ||A g_S||²                  on the present support S
 * where the support of H_k(x - mu g) differs from S:
 *   while mu > (1 - c) ||dx||² / ||A dx||²:  mu = mu / (kappa (1 - c))
 * </pre>
 *
 * <p>with c = 0.01 and kappa = 2. The first rule is the exact line search on S; the second makes a
 * change of support lower the residual. A run that must stop takes the step as it is by then.
 */
final class NormalisedStep implements StepRule {

  private static final double C = 0.01;
  private static final double KAPPA = 2;

  /** Halving this often reaches a step that changes nothing in double precision. */
  private static final int MOST_REDUCTIONS = 100;

  private final SearchContext context;
  private final TopK largest;
  private final int[] support;
  private final double[] x;
  private final double[] proposal;

  NormalisedStep(SearchContext context) {
    this.context = context;
    this.largest = new TopK(context.columns());
    this.support = TopK.firstIndices(context.sparsity());
    this.x = new double[context.columns()];
    this.proposal = new double[context.columns()];
  }

  @Override
  public double[] proposal() {
    return proposal;
  }

  @Override
  public int[] propose(ThresholdedIterate iterate, double[] gradient) {
    iterate.copyTo(x);
    int[] present = iterate.support();
    int[] chosen = present.length == 0 ? largestOf(gradient) : present;
    double mu = onSupport(iterate, gradient, chosen);
    int[] next = advance(gradient, mu);
    for (int i = 0; i < MOST_REDUCTIONS && !Arrays.equals(next, chosen); i++) {
      if (context.mustStop() || mu <= (1 - C) * ofChange(iterate, present, next)) {
        break;
      }
      mu /= KAPPA * (1 - C);
      next = advance(gradient, mu);
    }
    return next;
  }

  private int[] advance(double[] gradient, double mu) {
    System.arraycopy(x, 0, proposal, 0, x.length);
    Vectors.axpy(-mu, gradient, proposal);
    return largestOf(proposal);
  }

  private int[] largestOf(double[] v) {
    largest.select(v, support);
    return support.clone();
  }

  /** {@code ||g_S||² / ||A g_S||²}. */
  private static double onSupport(ThresholdedIterate iterate, double[] gradient, int[] support) {
    return ratio(iterate, support, Vectors.gather(gradient, support));
  }

  /** {@code ||dx||² / ||A dx||²} for dx = H_k(proposal) - x. */
  private double ofChange(ThresholdedIterate iterate, int[] present, int[] next) {
    int[] moving = Supports.union(present, next);
    double[] change = new double[moving.length];
    for (int i = 0; i < change.length; i++) {
      int j = moving[i];
      change[i] = (Arrays.binarySearch(next, j) < 0 ? 0 : proposal[j]) - x[j];
    }
    return ratio(iterate, moving, change);
  }

  /** {@code ||d||² / ||A d||²}; 1, the value for one unit column, where it is 0/0. */
  private static double ratio(ThresholdedIterate iterate, int[] columns, double[] direction) {
    double length = Vectors.norm(direction);
    double image = iterate.imageNorm(columns, direction);
    return image == 0 ? 1 : (length / image) * (length / image);
  }

  /**
   * {@inheritDoc} An exact line search on S takes steps between the inverse eigenvalues, and comes
   * closer to x* in each: {@code ||g||^4 <= (g'Gg) (e'Ge)} for g = G e, by Cauchy and Schwarz.
   */
  @Override
  public double longest(double[][] gram) {
    double smallest = SymmetricEigenvalues.of(gram).smallest();
    return smallest > 0 ? 1 / smallest : Double.POSITIVE_INFINITY;
  }
}
