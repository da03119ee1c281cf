package io.github.sea4j.theory;

/** Checks of numbers that callers hand in. */
final class Arguments {

  private Arguments() {}

  static double positive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " must be positive and finite, but is " + value);
    }
    return value;
  }

  static double notNegative(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " must be finite and >= 0, but is " + value);
    }
    return value;
  }
}
