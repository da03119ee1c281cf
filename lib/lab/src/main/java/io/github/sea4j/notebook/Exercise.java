package io.github.sea4j.notebook;

import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells a student whether an answer is right.
 *
 * <p>The check itself stands in the notebook's cell, as a predicate over the answer, where it can
 * be read: what makes an answer right is part of the lesson. An exercise that still holds its
 * placeholder, null, is no error: the notebook runs to its end.
 */
public final class Exercise {

  private Exercise() {}

  /**
   * Shows the verdict on an answer: not yet answered, right, or not right yet with the hint. Never
   * throws: an answer on which the check fails (empty, too short, out of range) is not right yet.
   *
   * @param number of the exercise, as in 10.1
   * @param answer null for not yet answered
   * @param right whether an answer is right; what it throws is told after the hint
   * @param hint shown with a wrong answer, in Markdown
   */
  public static <T> void check(String number, @Nullable T answer, Predicate<T> right, String hint) {
    String verdict = verdict(number, answer, right, hint);
    Notebook.markdown("%s", verdict);
  }

  /** {@link #check} of a number, which may be an int, a long or a double. */
  public static void checkNumber(
      String number, @Nullable Number answer, DoublePredicate right, String hint) {
    check(number, answer, given -> right.test(given.doubleValue()), hint);
  }

  static <T> String verdict(String number, @Nullable T answer, Predicate<T> right, String hint) {
    if (answer == null) {
      return "Exercise " + number + ": not yet answered.";
    }
    String notYet = "Exercise " + number + ": **not right yet.** " + hint;
    try {
      return right.test(answer) ? "Exercise " + number + ": **right.**" : notYet;
    } catch (RuntimeException | StackOverflowError failed) {
      return notYet + " (The check could not use this answer: " + failed + ")";
    }
  }
}
