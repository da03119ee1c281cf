package io.github.sea4j.loss;

import io.github.sea4j.check.Require;
import io.github.sea4j.linalg.Vectors;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is minimised on a data table: the deviance of a generalised linear model
 *
 * <pre>
 * sum over rows i of  w_i d(y_i, eta_i),   eta = offset + intercept + A x
 * least squares  d = (y - eta)²
 * logistic       d = 2 log(1 + exp(-eta)) for y = 1, 2 log(1 + exp(eta)) for y = 0
 * Poisson        d = 2 (y log(y/mu) - y + mu),  mu = exp(eta)
 * </pre>
 *
 * <p>The intercept is never penalised and never counted in k: size 0 is the intercept alone. A row
 * of weight w counts as w equal rows; one of weight 0 does not count at all. Immutable.
 */
public final class GlmLoss {

  /** Deviances of rows of larger weight could overflow. */
  private static final double HEAVIEST = 1e300;

  /** The means of larger offsets, exp(300), are beyond what squares can hold. */
  private static final int FARTHEST_COUNTS = 300;

  /** Beyond some thousands a fit cannot tell one label from the other, and stays where it is. */
  private static final int FARTHEST_LABELS = 3000;

  private final Family family;
  private final boolean intercept;
  private final double @Nullable [] weights;
  private final double @Nullable [] offset;

  private GlmLoss(
      Family family, boolean intercept, double @Nullable [] weights, double @Nullable [] offset) {
    this.family = family;
    this.intercept = intercept;
    this.weights = weights;
    this.offset = offset;
  }

  /** Least squares with an intercept. */
  public static GlmLoss leastSquares() {
    return new GlmLoss(Family.LEAST_SQUARES, true, null, null);
  }

  /** Logistic loss with an intercept, for measurements 0 and 1. */
  public static GlmLoss logistic() {
    return new GlmLoss(Family.LOGISTIC, true, null, null);
  }

  /** Poisson loss with an intercept, for counts. */
  public static GlmLoss poisson() {
    return new GlmLoss(Family.POISSON, true, null, null);
  }

  /** With an intercept (the default) or without. */
  public GlmLoss withIntercept(boolean yes) {
    return new GlmLoss(family, yes, weights, offset);
  }

  /**
   * With sample weights.
   *
   * @param w one for each row, finite and at least 0, not all 0, their sum at most 1e300; copied
   * @throws IllegalArgumentException naming the entry
   */
  public GlmLoss withWeights(double... w) {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      if (!(w[i] >= 0) || Double.isInfinite(w[i])) {
        throw new IllegalArgumentException(
            "weights: entry %d must be finite and at least 0, but is %s".formatted(i, w[i]));
      }
      sum += w[i];
    }
    if (!(sum > 0)) {
      throw new IllegalArgumentException("weights must not all be 0");
    }
    if (sum > HEAVIEST) {
      throw new IllegalArgumentException(
          "weights must have a sum of at most %s, but it is %s".formatted(HEAVIEST, sum));
    }
    return new GlmLoss(family, intercept, w.clone(), offset);
  }

  /** Whether rows have weights. */
  public boolean hasWeights() {
    return weights != null;
  }

  /**
   * With a known part of eta; for counts the logarithm of the exposure.
   *
   * @param known one for each row, finite; for the Poisson loss between -300 and 300, for the
   *     logistic loss between -3000 and 3000; copied
   * @throws IllegalArgumentException naming the entry
   */
  public GlmLoss withOffset(double... known) {
    Require.finite("offset", known);
    int farthest = family == Family.POISSON ? FARTHEST_COUNTS : FARTHEST_LABELS;
    for (int i = 0; family != Family.LEAST_SQUARES && i < known.length; i++) {
      if (Math.abs(known[i]) > farthest) {
        throw new IllegalArgumentException(
            "offset: entry %d must be between -%d and %d for the %s loss, but is %s"
                .formatted(i, farthest, farthest, family, known[i]));
      }
    }
    return new GlmLoss(family, intercept, weights, known.clone());
  }

  /**
   * Refuses measurements that the loss is not made for, and weights and offsets of another length.
   *
   * @throws IllegalArgumentException naming argument, entry and bound
   */
  public void check(double[] y) {
    checkLength("weights", weights, y.length);
    checkLength("offset", offset, y.length);
    for (int i = 0; i < y.length; i++) {
      String complaint = family.complaint(y[i]);
      if (complaint != null) {
        throw new IllegalArgumentException(
            "measurements: entry %d %s for the %s loss, but is %s"
                .formatted(i, complaint, family, y[i]));
      }
    }
  }

  private static void checkLength(String name, double @Nullable [] values, int rows) {
    if (values != null) {
      Require.length(name, values.length, "rows", rows);
    }
  }

  /** {@code y - offset}; a new array. */
  public double[] withoutOffset(double[] y) {
    double[] left = y.clone();
    if (offset != null) {
      Vectors.axpy(-1, offset, left);
    }
    return left;
  }

  /** Whether it is a sum of squares. */
  public boolean isLeastSquares() {
    return family == Family.LEAST_SQUARES;
  }

  /** Whether there is an intercept. */
  public boolean hasIntercept() {
    return intercept;
  }

  Family family() {
    return family;
  }

  /** Shared; null for equal weights. */
  double @Nullable [] weights() {
    return weights;
  }

  /** Shared; null for none. */
  double @Nullable [] offset() {
    return offset;
  }

  /**
   * The mean that the model predicts: a probability for the logistic loss, an expected count for
   * the Poisson loss, eta itself for least squares.
   *
   * @param eta offset + intercept + A x
   */
  public double mean(double eta) {
    return switch (family) {
      case LEAST_SQUARES -> eta;
      case LOGISTIC -> 1 / (1 + Math.exp(-eta));
      case POISSON -> Math.exp(eta);
    };
  }

  /**
   * The deviance of predictions, rows weighted as in {@link #withWeights} where their number is the
   * same, equally otherwise.
   *
   * @param y measurements
   * @param eta offset + intercept + A x, one for each of them
   */
  public double deviance(double[] y, double[] eta) {
    double[] s = new double[y.length];
    if (weights != null && weights.length == y.length) {
      Arrays.setAll(s, i -> Math.sqrt(weights[i]));
    } else {
      Arrays.fill(s, 1);
    }
    return family.evaluate(y, eta, s, new double[y.length], new double[y.length]);
  }

  /** As in "logistic". */
  @Override
  public String toString() {
    return family.toString();
  }
}
