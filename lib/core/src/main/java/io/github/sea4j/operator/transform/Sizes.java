package io.github.sea4j.operator.transform;

import io.github.sea4j.check.Require;

/** Sizes of transforms: checks, and what they cost. */
final class Sizes {

  private Sizes() {}

  /** The number of pixels of an image. */
  static int pixels(int height, int width) {
    long pixels = (long) Require.atLeast("height", height, 1) * Require.atLeast("width", width, 1);
    if (pixels > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "height times width must be at most %d, but is %d".formatted(Integer.MAX_VALUE, pixels));
    }
    return (int) pixels;
  }

  /** About how many multiplications a real Fourier transform of n entries costs. */
  static long transformCost(int n) {
    return (long) n * (4 + 2 * (Integer.SIZE - Integer.numberOfLeadingZeros(n)));
  }
}
