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

  /**
   * Refuses arrays of a product but x with an entry for each column and y with one for each row.
   */
  public static void product(double[] x, int columns, double[] y, int rows) {
    length("x", x.length, "columns", columns);
    length("y", y.length, "rows", rows);
  }

  /** The same for the first {@code count} of several products. */
  public static void products(double[][] x, int columns, double[][] y, int rows, int count) {
    for (int b = 0; b < count; b++) {
      product(x[b], columns, y[b], rows);
    }
  }

  /** Refuses a j that is no column. */
  public static void column(int j, int columns) {
    between("j", j, 0, columns - 1);
  }

  /** Refuses a j that is no column, and an array that has not one entry for each row. */
  public static void column(int j, int columns, double[] out, int rows) {
    column(j, columns);
    length("out", out.length, "rows", rows);
  }

  /** Refuses a j that is no column, and an array that has not one entry for each column. */
  public static void gramColumn(int j, int columns, double[] out) {
    column(j, columns);
    length("out", out.length, "columns", columns);
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
