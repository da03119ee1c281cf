package io.github.sea4j.solver;

import io.github.sea4j.leastsquares.SupportSolution;
import org.jspecify.annotations.Nullable;

/**
 * What a search hands back, in the unit-norm geometry.
 *
 * @param support sorted columns
 * @param fit their coefficients and residual; null to have them fitted afresh by least squares
 * @param status why the search ended
 */
record Outcome(int[] support, @Nullable SupportSolution fit, Status status) {

  /** A support to be fitted afresh: updates of a factorisation leave nothing in the answer. */
  static Outcome refitted(int[] support, Status status) {
    return new Outcome(support, null, status);
  }
}
