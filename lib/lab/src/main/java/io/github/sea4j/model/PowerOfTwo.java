package io.github.sea4j.model;

import java.util.Arrays;

/**
 * Scaling by powers of two, which is exact: squares of values near 1e200 or 1e-200 would leave the
 * range of numbers.
 */
public final class PowerOfTwo {

  private PowerOfTwo() {}

  /** The exponent of the largest magnitude; 0 where all values are 0. */
  public static int exponent(double[] values) {
    double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
    return largest > 0 ? Math.getExponent(largest) : 0;
  }

  /** The values over two to the power of the exponent; a new array. */
  public static double[] scaled(double[] values, int exponent) {
    return Arrays.stream(values).map(v -> Math.scalb(v, -exponent)).toArray();
  }
}
