package io.github.sea4j.option;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A kind of value that an option takes: what is allowed, and its text.
 *
 * @param expected what is allowed, as it reads after "must be"
 * @param allowed whether a value keeps to that
 * @param read the value that a text stands for, null if it stands for none; need not be allowed
 * @param write the canonical text of a value, which {@code read} turns into an equal one
 * @param <T> the type of the value; it must have value equality
 */
public record OptionType<T>(
    String expected,
    Predicate<T> allowed,
    Function<String, @Nullable T> read,
    Function<T, String> write) {

  /** Decimal numbers only: no hexadecimal, no type suffix, no NaN, as Java would also take. */
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  /** Whole numbers from 1 to 2^31 - 1. */
  public static final OptionType<Integer> COUNT =
      new OptionType<>(
          "a whole number >= 1", value -> value >= 1, OptionType::whole, String::valueOf);

  /** Whole numbers from 1 to 2^63 - 1. */
  public static final OptionType<Long> LONG_COUNT =
      new OptionType<>(
          "a whole number >= 1", value -> value >= 1, OptionType::wholeLong, String::valueOf);

  /** Whole numbers from 0 to 2^31 - 1. */
  public static final OptionType<Integer> COUNT_OR_NONE =
      new OptionType<>(
          "a whole number >= 0", value -> value >= 0, OptionType::whole, String::valueOf);

  /** Finite numbers. */
  public static final OptionType<Double> NUMBER = number("a finite number", value -> true);

  /** Finite numbers above 0. */
  public static final OptionType<Double> POSITIVE =
      number("a finite number > 0", value -> value > 0);

  /** Finite numbers from 0. */
  public static final OptionType<Double> NON_NEGATIVE =
      number("a finite number >= 0", value -> value >= 0);

  /** A share of something that stays above 0. */
  public static final OptionType<Double> SHARE =
      number("a number >= 0 and < 1", value -> value >= 0 && value < 1);

  /** At least one finite number from 0, separated by blanks. */
  public static final OptionType<List<Double>> NON_NEGATIVE_LIST =
      new OptionType<>(
          "finite numbers >= 0, separated by blanks",
          values ->
              !values.isEmpty()
                  && values.stream().allMatch(value -> NON_NEGATIVE.allowed().test(value)),
          OptionType::decimals,
          values -> values.stream().map(OptionType::text).collect(Collectors.joining(" ")));

  /** One of the constants of an enum, in lower case. */
  public static <E extends Enum<E>> OptionType<E> oneOf(Class<E> type) {
    List<E> constants = List.of(type.getEnumConstants());
    Function<E, String> write = value -> value.name().toLowerCase(Locale.ROOT);
    return new OptionType<>(
        constants.stream().map(write).collect(Collectors.joining(", ", "one of ", "")),
        value -> true,
        text ->
            constants.stream()
                .filter(each -> write.apply(each).equals(text))
                .findFirst()
                .orElse(null),
        write);
  }

  /** Some of the constants of an enum, in lower case, in any order; at least one. */
  public static <E extends Enum<E>> OptionType<Set<E>> someOf(Class<E> type) {
    OptionType<E> one = oneOf(type);
    return new OptionType<>(
        one.expected().replaceFirst("one of", "some of") + ", separated by blanks",
        constants -> !constants.isEmpty(),
        text -> {
          Set<E> found = EnumSet.noneOf(type);
          for (String word : text.strip().split("\\s+", -1)) {
            E constant = one.read().apply(word);
            if (constant == null) {
              return null;
            }
            found.add(constant);
          }
          return found;
        },
        constants -> constants.stream().sorted().map(one.write()).collect(Collectors.joining(" ")));
  }

  private static OptionType<Double> number(String expected, DoublePredicate bound) {
    return new OptionType<>(
        expected,
        value -> Double.isFinite(value) && bound.test(value),
        OptionType::decimal,
        OptionType::text);
  }

  private static @Nullable Integer whole(String text) {
    Long value = wholeLong(text);
    return value == null || value > Integer.MAX_VALUE || value < Integer.MIN_VALUE
        ? null
        : Integer.valueOf(value.intValue());
  }

  private static @Nullable Long wholeLong(String text) {
    return text.matches("[+-]?\\d{1,18}") ? Long.valueOf(text) : null;
  }

  private static @Nullable List<Double> decimals(String text) {
    List<Double> values =
        Arrays.stream(text.strip().split("\\s+"))
            .map(OptionType::decimal)
            .takeWhile(value -> value != null)
            .toList();
    return values.size() == text.strip().split("\\s+").length ? values : null;
  }

  /** The finite number that a decimal text stands for, null if it stands for none. */
  public static @Nullable Double decimal(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      return null;
    }
    double value = Double.parseDouble(text);
    return Double.isFinite(value) ? value : null;
  }

  /** The shortest common text of a number that reads back as the same one. */
  public static String text(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e9) {
      return Long.toString((long) value);
    }
    return Double.toString(value).toLowerCase(Locale.ROOT).replace(".0e", "e");
  }
}
