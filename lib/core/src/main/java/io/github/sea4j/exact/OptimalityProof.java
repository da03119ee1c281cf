package io.github.sea4j.exact;

import io.github.sea4j.exact.tree.BestSubset;
import io.github.sea4j.exact.tree.Proof;
import io.github.sea4j.problem.UnitNormProblem;
import java.util.Locale;

/**
 * How much better than an answer the best subset can still be: what {@link Exact} says beside its
 * answer, and to observers on the way.
 *
 * <p>The objective is {@code 1/2 ||y - A x||² + gamma/2 ||D x||²}, D the norms of the columns, over
 * all x with at most k non-zeros; in the user's units.
 *
 * @param proof whether the answer is proved to be the best, without or with an assumption
 * @param upper objective of the answer
 * @param lower lower bound of the objective of every x with at most k non-zeros; under the
 *     assumption, if there is one
 * @param gap {@code (upper - lower) / upper}, 0 where the answer is proved to be the best
 * @param magnitude the assumption: no {@code |x_j| ||a_j||} exceeds this; positive infinity if
 *     nothing is assumed
 * @param nodes nodes of the tree so far
 */
public record OptimalityProof(
    Proof proof, double upper, double lower, double gap, double magnitude, long nodes) {

  static OptimalityProof of(BestSubset answer, UnitNormProblem unit) {
    return new OptimalityProof(
        answer.proof(),
        squared(answer.upper(), unit),
        squared(answer.lower(), unit),
        answer.gap(),
        answer.isRigorous() ? answer.magnitude() : unit.toUser(answer.magnitude()),
        answer.nodes());
  }

  private static double squared(double objective, UnitNormProblem unit) {
    return unit.toUser(unit.toUser(objective));
  }

  /** Whether the lower bound holds without an assumption. */
  public boolean isRigorous() {
    return magnitude == Double.POSITIVE_INFINITY;
  }

  /** {@code proved optimal}, {@code within 3.1 %} or {@code not proved}, and the assumption. */
  @Override
  public String toString() {
    String what;
    if (proof != Proof.NO) {
      what = "proved optimal";
    } else if (gap < 1) {
      what = "within %s %%".formatted(percent(gap));
    } else {
      return "not proved";
    }
    return isRigorous()
        ? what
        : what + String.format(Locale.ROOT, " if no coefficient exceeds %.3g", magnitude);
  }

  /** Rounded up, so that the text claims no more than the number. */
  private static String percent(double share) {
    double tenths = Math.ceil(1000 * share) / 10;
    return String.format(Locale.ROOT, tenths == Math.rint(tenths) ? "%.0f" : "%.1f", tenths);
  }
}
