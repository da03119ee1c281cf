package io.github.sea4j.exact.tree;

/** What is known about the best subset that a search has found. */
public enum Proof {

  /** No support of at most k columns has a smaller objective. */
  RIGOROUS,

  /**
   * No vector of at most k non-zeros has a smaller objective, provided that none of its
   * coefficients exceeds a bound that was assumed: {@link BestSubset#magnitude()}.
   */
  CONDITIONAL,

  /** The search ended before its bounds met; the gap tells how far apart they are. */
  NO
}
