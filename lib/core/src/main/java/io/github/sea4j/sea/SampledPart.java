package io.github.sea4j.sea;

import java.util.Locale;

/** The parts of SEA with sampled supports that an ablation can leave out. */
public enum SampledPart {
  /** The random numbers: without them the support is the largest entries. */
  NOISE,
  /** Taking out of an estimate what it was fed: without it {@code z = x}. */
  SUBTRACTION,
  /** Shrinking the entries of the support towards their mean: without it {@code x = X} there. */
  SHRINKAGE,
  /** The average over iterations: without it X is what the last one says. */
  MEMORY,
  /** The pseudo-inverse: without it the gradient is {@code A'r}, as in the plain algorithm. */
  INVERSE;

  /** The name in the solver language, lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
