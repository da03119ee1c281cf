package io.github.sea4j.solver;

import java.util.Arrays;

/**
 * The exploration vector X_t of SEA.
 *
 * <p>While the support stays, so does the gradient, and {@code X = anchor - steps (eta g)} is a
 * line. It is evaluated in that form, not summed up step by step: a run that skips along the line
 * and one that an observer follows step by step meet the same numbers, bit for bit.
 *
 * <p>With decay the entries outside the support shrink by that share in each iteration, {@code X_j
 * - eta g_j - decay X_j}; then no iteration is skipped.
 */
final class Exploration {

  private final double stepSize;
  private final double decay;
  private final boolean[] inside;
  private double[] anchor;
  private double[] vector;
  private double[] gradient = {};
  private long steps;

  Exploration(double[] initial, double stepSize, double decay) {
    this.stepSize = stepSize;
    this.decay = decay;
    this.inside = new boolean[initial.length];
    this.vector = initial;
    this.anchor = initial.clone();
  }

  /** X_t; shared, valid until the next call of {@link #advance} or {@link #follow}. */
  double[] vector() {
    return vector;
  }

  /**
   * Starts a new line at the present point. The gradient is read until the next line starts; it
   * vanishes on the support.
   */
  void follow(double[] newGradient, int[] support) {
    System.arraycopy(vector, 0, anchor, 0, vector.length);
    gradient = newGradient;
    steps = 0;
    if (decay > 0) {
      Arrays.fill(inside, false);
      for (int j : support) {
        inside[j] = true;
      }
    }
  }

  /** Moves on by so many iterations; by one at a time with decay. */
  void advance(long count) {
    if (decay > 0) {
      decayOnce();
    } else {
      moveAlong(count);
    }
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
   * How many iterations one may advance before the k largest entries can be others than {@code
   * support}, on which the gradient vanishes. At least 1, at most {@code limit}; errs on the low
   * side by an iteration.
   */
  long stepsWithin(int[] support, long limit) {
    if (decay > 0) {
      return 1;
    }
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
