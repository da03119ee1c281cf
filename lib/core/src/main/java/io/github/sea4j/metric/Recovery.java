package io.github.sea4j.metric;

import io.github.sea4j.problem.SparseVector;
import java.util.Locale;

/**
 * How well an answer meets a truth that is known.
 *
 * @param supportDistance share of the true indices that were missed
 * @param precision share of the chosen indices that are true
 * @param recall share of the true indices that were chosen
 * @param f1 harmonic mean of precision and recall
 * @param coefficientError {@code ||x - x*|| / ||x*||}
 */
public record Recovery(
    double supportDistance, double precision, double recall, double f1, double coefficientError) {

  /**
   * Compares supports and coefficients.
   *
   * @param truth x*, not zero
   * @param estimate x, of the same length; {@code solution.x()}
   * @throws IllegalArgumentException if the truth is zero, or the lengths differ
   */
  public static Recovery of(SparseVector truth, SparseVector estimate) {
    return new Recovery(
        SupportMetrics.supportDistance(truth.support(), estimate.support()),
        SupportMetrics.precision(truth.support(), estimate.support()),
        SupportMetrics.recall(truth.support(), estimate.support()),
        SupportMetrics.f1(truth.support(), estimate.support()),
        SupportMetrics.coefficientError(truth, estimate));
  }

  /** One line for a person. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "support distance %.3g, precision %.3g, recall %.3g, F1 %.3g, coefficient error %.3g",
        supportDistance,
        precision,
        recall,
        f1,
        coefficientError);
  }
}
