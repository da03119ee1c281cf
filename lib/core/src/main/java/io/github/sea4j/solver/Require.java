package io.github.sea4j.solver;

/** Checks of options; each error names the option, its value and the bound. */
final class Require {

  private Require() {}

  static int atLeast(String option, int value, int bound) {
    if (value < bound) {
      throw new IllegalArgumentException(
          "%s must be at least %d, but is %d".formatted(option, bound, value));
    }
    return value;
  }

  static double positive(String option, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "%s must be positive and finite, but is %s".formatted(option, value));
    }
    return value;
  }

  static double share(String option, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(
          "%s must be at least 0 and below 1, but is %s".formatted(option, value));
    }
    return value;
  }

  static double notNegative(String option, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "%s must be at least 0 and finite, but is %s".formatted(option, value));
    }
    return value;
  }
}
