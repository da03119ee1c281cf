package io.github.sea4j.sea;

import io.github.sea4j.fit.Fit;
import io.github.sea4j.linalg.TopK;
import io.github.sea4j.search.SearchContext;
import java.util.Arrays;

/**
 * The exploration vector X_t of SEA among columns that stand for themselves.
 *
 * <p>While the support stays, so does the gradient, and {@code X = anchor - steps (eta g)} is a
 * line. It is evaluated in that form, not summed up step by step: a run that skips along the line
 * and one that an observer follows step by step meet the same numbers, bit for bit.
 *
 * <p>With decay the entries outside the support shrink by that share in each iteration, {@code X_j
 * - eta g_j - decay X_j}; then no iteration is skipped.
 */
final class PlainExploration implements Exploration {

  private final SearchContext context;
  private final double stepSize;
  private final double decay;
  private final TopK largest;
  private final boolean[] inside;
  private final double[] anchor;
  private final double[] vector;
  private final double[] gradient;
  private int[] support = {};
  private long steps;

  /** Whether the support has stayed since the last step, so that steps may be skipped. */
  private boolean stays;

  PlainExploration(SearchContext context, double[] initial, double stepSize, double decay) {
    this.context = context;
    this.stepSize = stepSize;
    this.decay = decay;
    this.largest = new TopK(initial.length);
    this.inside = new boolean[initial.length];
    this.vector = initial;
    this.anchor = initial.clone();
    this.gradient = new double[initial.length];
    context.explore(vector);
  }

  @Override
  public boolean largest(int[] indices) {
    stays = true;
    return largest.select(vector, indices);
  }

  /** {@inheritDoc} Starts a new line at the present point. */
  @Override
  public void follow(Fit fit) {
    stays = false;
    fit.gradient(gradient);
    support = fit.support();
    System.arraycopy(vector, 0, anchor, 0, vector.length);
    steps = 0;
    if (decay > 0) {
      Arrays.fill(inside, false);
      for (int j : support) {
        inside[j] = true;
      }
    }
  }

  /**
   * {@inheritDoc} Where the support has stayed and nobody watches, as often as it is known to stay:
   * the iterations between are skipped.
   */
  @Override
  public void step(int most) {
    if (decay > 0) {
      decayOnce();
      return;
    }
    long count = 1;
    if (stays && !context.isObserved()) {
      count = stepsWithin(most - context.iterations());
      context.skip(count - 1);
    }
    moveAlong(count);
  }

  private void decayOnce() {
    for (int j = 0; j < vector.length; j++) {
      if (!inside[j]) {
        vector[j] -= decay * vector[j] + stepSize * gradient[j];
      }
    }
  }

  private void moveAlong(long count) {
    steps += count;
    double factor = steps * stepSize;
    double[] from = anchor;
    double[] to = vector;
    double[] along = gradient;
    for (int j = 0; j < to.length; j++) {
      to[j] = from[j] - factor * along[j];
    }
  }

  /**
   * How many iterations one may advance before the k largest entries can be others than the
   * support, on which the gradient vanishes. At least 1, at most {@code limit}; errs on the low
   * side by an iteration.
   */
  private long stepsWithin(long limit) {
    double bound = Double.POSITIVE_INFINITY;
    for (int j : support) {
      bound = Math.min(bound, Math.abs(vector[j]));
    }
    double first = Double.POSITIVE_INFINITY;
    for (int j = 0; j < vector.length; j++) {
      double slope = stepSize * gradient[j];
      // The entry leaves the band [-bound, bound] on the side it moves to.
      double crossing = (anchor[j] + Math.copySign(bound, slope)) / slope;
      if (slope != 0 && crossing < first) {
        first = crossing;
      }
    }
    double safe = Math.floor(first * (1 - 1e-12)) - 1 - steps;
    return Math.max(1, (long) Math.min(safe, (double) limit));
  }
}
