package io.github.sea4j.theory;

import java.util.Locale;

/**
 * A condition of a statement, with the numbers that decide it.
 *
 * @param statement which bound or corollary asks for it
 * @param condition the inequality {@code left < right} (or {@code <=}) in words of the formulas
 * @param left value of its left side
 * @param right value of its right side
 * @param holds whether it is met
 */
public record Hypothesis(
    String statement, String condition, double left, double right, boolean holds) {

  static Hypothesis less(String statement, String condition, double left, double right) {
    return new Hypothesis(statement, condition, left, right, left < right);
  }

  static Hypothesis atMost(String statement, String condition, double left, double right) {
    return new Hypothesis(statement, condition, left, right, left <= right);
  }

  /** One line for a person. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %s: %.4g against %.4g, %s",
        statement,
        condition,
        left,
        right,
        holds ? "holds" : "does not hold");
  }
}
