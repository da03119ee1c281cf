package io.github.sea4j.selection;

import java.util.OptionalDouble;

/**
 * Bounds on the expected number of columns that stability selection takes though a half of the rows
 * would choose them with a probability below q / p, the average (Shah and Samworth, J. R. Statist.
 * Soc. B 75, 2013).
 */
final class StabilityBound {

  /** Of a sum of shares. */
  private static final double ROUNDING = 1e-12;

  private StabilityBound() {}

  /**
   * Theorem 1, which assumes nothing: {@code q² / (p (2 tau - 1))}.
   *
   * @param chosen q, mean number of columns that a half chooses
   * @param columns p
   * @param threshold tau, above 1/2
   */
  static double worstCase(double chosen, int columns, double threshold) {
    return chosen * chosen / (columns * (2 * threshold - 1));
  }

  /**
   * The largest q at which {@link #worstCase} is at most a number: {@code sqrt(V p (2 tau - 1))}.
   *
   * @param most V, columns expected by chance
   */
  static int largestSize(double most, int columns, double threshold) {
    return (int) Math.floor(Math.sqrt(most * columns * (2 * threshold - 1)));
  }

  /**
   * Theorem 2, where the share of pairs whose both halves choose a column has a unimodal
   * distribution; empty outside of its range of theta and tau. The smallest tau is {@code 1/2 +
   * 1/B}.
   *
   * @param pairs B
   */
  static OptionalDouble unimodal(double chosen, int columns, double threshold, int pairs) {
    double theta = chosen / columns;
    double step = 1.0 / (2 * pairs);
    double least = Math.min(0.5 + theta * theta, 0.5 + step + 0.75 * theta * theta);
    boolean tooLow = !(threshold > least) || threshold < 0.5 + 2 * step - ROUNDING;
    if (theta > 1 / Math.sqrt(3) || tooLow) {
      return OptionalDouble.empty();
    }
    double c =
        threshold <= 0.75
            ? 1 / (2 * (2 * threshold - 1 - step))
            : 4 * (1 - threshold + step) / (1 + 2 * step);
    return OptionalDouble.of(c * theta * chosen);
  }
}
