package io.github.sea4j.solver;

/**
 * The exploration vector X_t of SEA.
 *
 * <p>While the support stays, so does the gradient, and {@code X = anchor - steps (eta g)} is a
 * line. It is evaluated in that form, not summed up step by step: a run that skips along the line
 * and one that an observer follows step by step meet the same numbers, bit for bit.
 */
final class Exploration {

  private final double stepSize;
  private double[] anchor;
  private double[] vector;
  private double[] gradient = {};
  private long steps;

  Exploration(double[] initial, double stepSize) {
    this.stepSize = stepSize;
    this.vector = initial;
    this.anchor = initial.clone();
  }

  /** X_t; shared, valid until the next call of {@link #advance} or {@link #follow}. */
  double[] vector() {
    return vector;
  }

  /** Starts a new line at the present point. The gradient is read until the next line starts. */
  void follow(double[] newGradient) {
    System.arraycopy(vector, 0, anchor, 0, vector.length);
    gradient = newGradient;
    steps = 0;
  }

  /** Moves on by so many iterations. */
  void advance(long count) {
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
