package io.github.sea4j.solver;

import org.jspecify.annotations.Nullable;

/**
 * What a search hands back, in the unit-norm geometry.
 *
 * @param support sorted columns
 * @param coefficients their coefficients where the algorithm does not re-fit (IHT); null to have
 *     them fitted afresh by least squares
 * @param status why the search ended
 */
record Outcome(int[] support, double @Nullable [] coefficients, Status status) {

  static Outcome refitted(int[] support, Status status) {
    return new Outcome(support, null, status);
  }
}
