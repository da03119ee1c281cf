package io.github.sea4j.solver;

import java.util.Locale;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A kind of value that an option of the solver language takes.
 *
 * @param expected what is allowed, as it reads after "expected"
 * @param read the value that a text stands for, or null if it stands for none
 * @param write the canonical text of a value
 */
record OptionValue<T>(
    String expected, Function<String, @Nullable T> read, Function<T, String> write) {

  /** Decimal numbers only: no hexadecimal, no type suffix, no NaN, as Java would also take. */
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  /** Whole numbers from 1. */
  static final OptionValue<Integer> COUNT =
      new OptionValue<>("a whole number >= 1", OptionValue::count, String::valueOf);

  /** Finite numbers above 0. */
  static final OptionValue<Double> POSITIVE = number("a number > 0", value -> value > 0);

  /** Finite numbers from 0. */
  static final OptionValue<Double> NON_NEGATIVE = number("a number >= 0", value -> value >= 0);

  /** A share of something that stays above 0. */
  static final OptionValue<Double> SHARE =
      number("a number >= 0 and < 1", value -> value >= 0 && value < 1);

  /** A step size for columns of unit norm, alone or relative to {@code L = ||A||_2^2}. */
  static final OptionValue<Step> STEP =
      new OptionValue<>(
          "a number > 0, or one over L = ||A||^2 as in 1.8/L",
          OptionValue::step,
          OptionValue::text);

  private static OptionValue<Double> number(String expected, DoublePredicate allowed) {
    return new OptionValue<>(
        expected,
        text -> {
          Double value = decimal(text);
          return value != null && allowed.test(value) ? value : null;
        },
        OptionValue::text);
  }

  private static @Nullable Integer count(String text) {
    if (!text.matches("\\+?\\d{1,10}")) {
      return null;
    }
    long value = Long.parseLong(text);
    return value >= 1 && value <= Integer.MAX_VALUE ? (int) value : null;
  }

  private static @Nullable Step step(String text) {
    boolean relative = text.matches("(?s).*/\\s*[lL]");
    String number = relative ? text.substring(0, text.lastIndexOf('/')).strip() : text;
    Double value = POSITIVE.read().apply(number);
    return value == null ? null : relative ? Step.relative(value) : Step.fixed(value);
  }

  /** The finite number that a decimal text stands for. */
  static @Nullable Double decimal(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      return null;
    }
    double value = Double.parseDouble(text);
    return Double.isFinite(value) ? value : null;
  }

  /** The shortest common text of a number that reads back as the same one. */
  static String text(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e9) {
      return Long.toString((long) value);
    }
    return Double.toString(value).toLowerCase(Locale.ROOT).replace(".0e", "e");
  }

  private static String text(Step step) {
    return text(step.value()) + (step.relative() ? "/L" : "");
  }
}
