package io.github.sea4j.compose;

import java.util.Locale;

/** The parts of {@link Best}, from cheap to thorough: it runs them in this order. */
public enum BestPart {
  /** {@code els}. */
  ELS,
  /** {@code sea}. */
  SEA,
  /**
   * {@code els(vamp)}; by default where A is a full matrix, or sparse with columns that overlap.
   */
  VAMP,
  /** {@code whitened(sea(decay=0.003))}. */
  WHITENED,
  /** {@code els(lasso)}. */
  LASSO,
  /** {@code els(pairs)} from the best support so far. */
  PAIRS,
  /** {@code whitened(els(lasso), tau=0)}, in the geometry of the Puffer transform. */
  PUFFER,
  /** {@code els(pairs)} from the best support shaken, again and again. */
  RESTARTS;

  /** The name in the solver language, lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
