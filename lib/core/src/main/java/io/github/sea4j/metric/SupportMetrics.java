package io.github.sea4j.metric;

import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.Support;

/** How far an estimated support is from the true one. */
public final class SupportMetrics {

  private SupportMetrics() {}

  /**
   * The paper's support distance, {@code (|S*| - |S* n S|) / |S*|}: 0 when every true index was
   * found, 1 when none was.
   *
   * @throws IllegalArgumentException if the true support is empty
   */
  public static double supportDistance(Support truth, Support estimate) {
    requireNonEmpty(truth);
    return (truth.size() - truth.intersect(estimate).size()) / (double) truth.size();
  }

  /**
   * Share of the estimated indices that are true, {@code |S* n S| / |S|}; 0 for an empty estimate.
   *
   * @throws IllegalArgumentException if the true support is empty
   */
  public static double precision(Support truth, Support estimate) {
    requireNonEmpty(truth);
    return estimate.size() == 0 ? 0 : truth.intersect(estimate).size() / (double) estimate.size();
  }

  /**
   * Share of the true indices that were found, {@code |S* n S| / |S*|}: one minus the support
   * distance.
   *
   * @throws IllegalArgumentException if the true support is empty
   */
  public static double recall(Support truth, Support estimate) {
    requireNonEmpty(truth);
    return truth.intersect(estimate).size() / (double) truth.size();
  }

  /**
   * Harmonic mean of precision and recall, {@code 2 |S* n S| / (|S*| + |S|)} (F1, Dice's
   * coefficient); 0 where the two have nothing in common.
   *
   * @throws IllegalArgumentException if the true support is empty
   */
  public static double f1(Support truth, Support estimate) {
    requireNonEmpty(truth);
    return 2.0 * truth.intersect(estimate).size() / (truth.size() + estimate.size());
  }

  /**
   * Relative error of the coefficients, {@code ||x - x*|| / ||x*||}: 0 for the truth, 1 for x = 0.
   *
   * @throws IllegalArgumentException if the true vector is zero, or the lengths differ
   */
  public static double coefficientError(SparseVector truth, SparseVector estimate) {
    requireNonEmpty(truth.support());
    if (truth.length() != estimate.length()) {
      throw new IllegalArgumentException(
          "estimate: length must be that of the truth, %d, but is %d"
              .formatted(truth.length(), estimate.length()));
    }
    double[] difference = estimate.toDense();
    double[] exact = truth.toDense();
    for (int j = 0; j < exact.length; j++) {
      difference[j] -= exact[j];
    }
    double norm = Vectors.norm(exact);
    if (norm == 0) {
      throw new IllegalArgumentException("truth must have a non-zero value");
    }
    return Vectors.norm(difference) / norm;
  }

  /** Whether the two supports are the same set. */
  public static boolean exactRecovery(Support truth, Support estimate) {
    return truth.equals(estimate);
  }

  /**
   * Mean over the estimated indices of the distance, in positions, to the nearest true index; 0 for
   * an empty estimate.
   *
   * @param period number of positions of a circular domain, or 0 for a line
   */
  public static double meanShift(Support truth, Support estimate, int period) {
    requireNonEmpty(truth);
    double sum = 0;
    for (int j : estimate.toArray()) {
      int nearest = Integer.MAX_VALUE;
      for (int t : truth.toArray()) {
        int gap = Math.abs(j - t);
        nearest = Math.min(nearest, period > 0 ? Math.min(gap, period - gap) : gap);
      }
      sum += nearest;
    }
    return estimate.size() == 0 ? 0 : sum / estimate.size();
  }

  /**
   * Wasserstein-1 distance on a line between the uniform distributions on the two supports, in
   * positions: {@code integral |F(t) - G(t)| dt} of their distribution functions.
   *
   * @throws IllegalArgumentException if either support is empty
   */
  public static double wasserstein(Support truth, Support estimate) {
    requireNonEmpty(truth);
    if (estimate.size() == 0) {
      throw new IllegalArgumentException("estimate must have at least one index");
    }
    double distance = 0;
    double gap = 0;
    int previous = Math.min(truth.get(0), estimate.get(0));
    int a = 0;
    int b = 0;
    while (a < truth.size() || b < estimate.size()) {
      int nextTruth = a < truth.size() ? truth.get(a) : Integer.MAX_VALUE;
      int nextEstimate = b < estimate.size() ? estimate.get(b) : Integer.MAX_VALUE;
      int position = Math.min(nextTruth, nextEstimate);
      distance += Math.abs(gap) * (position - previous);
      previous = position;
      if (nextTruth == position) {
        gap += 1.0 / truth.size();
        a++;
      }
      if (nextEstimate == position) {
        gap -= 1.0 / estimate.size();
        b++;
      }
    }
    return distance;
  }

  private static void requireNonEmpty(Support truth) {
    if (truth.size() == 0) {
      throw new IllegalArgumentException("truth must have at least one index");
    }
  }
}
