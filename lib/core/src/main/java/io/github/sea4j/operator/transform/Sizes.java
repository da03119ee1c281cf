package io.github.sea4j.operator.transform;

/** Sizes of transforms: checks, and what they cost. */
final class Sizes {

  private Sizes() {}

  static int atLeast(String name, int value, int bound) {
    if (value < bound) {
      throw new IllegalArgumentException(
          "%s must be at least %d, but is %d".formatted(name, bound, value));
    }
    return value;
  }

  /** The number of pixels of an image. */
  static int pixels(int height, int width) {
    long pixels = (long) atLeast("height", height, 1) * atLeast("width", width, 1);
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
