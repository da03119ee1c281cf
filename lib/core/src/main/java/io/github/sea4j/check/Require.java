package io.github.sea4j.check;

/** Checks of arguments; each error names the argument, its value and the bound. */
public final class Require {

  private Require() {}

  /** The value, at least {@code bound}. */
  public static int atLeast(String name, int value, int bound) {
    return (int) atLeast(name, (long) value, bound);
  }

  /** The value, at least {@code bound}. */
  public static long atLeast(String name, long value, long bound) {
    if (value < bound) {
      throw new IllegalArgumentException(
          "%s must be at least %d, but is %d".formatted(name, bound, value));
    }
    return value;
  }

  /** The value, from {@code low} to {@code high}. */
  public static int between(String name, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          "%s must be between %d and %d, but is %d".formatted(name, low, high, value));
    }
    return value;
  }

  /** The value, positive and finite. */
  public static double positive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "%s must be positive and finite, but is %s".formatted(name, value));
    }
    return value;
  }

  /** The value, at least 0 and finite. */
  public static double notNegative(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "%s must be at least 0 and finite, but is %s".formatted(name, value));
    }
    return value;
  }

  /** Refuses a length that is not the number of rows, or of columns, as {@code of} says. */
  public static void length(String name, int length, String of, int number) {
    if (length != number) {
      throw new IllegalArgumentException(
          "%s: length must be the number of %s %d, but is %d".formatted(name, of, number, length));
    }
  }

  /** The values, all finite; the same array. */
  public static double[] finite(String name, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "%s: entry %d must be finite, but is %s".formatted(name, i, values[i]));
      }
    }
    return values;
  }
}
