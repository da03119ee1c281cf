package io.github.sea4j.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Everything that decides an experiment's results, as names and texts: readable in a record, equal
 * where the results are. Immutable; the names are those it was made with.
 */
public final class Parameters {

  /** Of a range: more are not meant, and would not fit. */
  private static final long MOST_NUMBERS = 1_000_000;

  private static final int LEAST_DECIBELS = -3000;

  private final Map<String, String> values;

  private Parameters(Map<String, String> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /** Parameters from names and values in turn; the order is kept. */
  public static Parameters of(String... namesAndValues) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Parameters(values);
  }

  /** Whole numbers as {@link #integers} reads them. */
  public static String join(int... numbers) {
    return Arrays.stream(numbers).mapToObj(Integer::toString).collect(Collectors.joining(","));
  }

  /** Numbers as {@link #decimals} reads them. */
  public static String join(double... numbers) {
    return Arrays.stream(numbers)
        .mapToObj(number -> Double.isInfinite(number) ? "inf" : Double.toString(number))
        .collect(Collectors.joining(","));
  }

  /**
   * The same with another value.
   *
   * @throws IllegalArgumentException on a name that these parameters do not have
   */
  public Parameters with(String name, String value) {
    if (!values.containsKey(name)) {
      throw new IllegalArgumentException(
          "unknown parameter '" + name + "'; known are " + values.keySet());
    }
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.put(name, value.strip());
    return new Parameters(changed);
  }

  /** These, and others behind them; of a name that is in both the value is the others'. */
  public Parameters and(Parameters others) {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.putAll(others.values);
    return new Parameters(all);
  }

  /** Names and values, in order. */
  public Map<String, String> toMap() {
    return values;
  }

  /** The value as it was given. */
  public String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "unknown parameter '" + name + "'; known are " + values.keySet());
    }
    return value;
  }

  /** A whole number of at least {@code least}. */
  public int integer(String name, int least) {
    int value = parseInteger(name, text(name));
    if (value < least) {
      throw new IllegalArgumentException(
          "%s must be at least %d, but is %d".formatted(name, least, value));
    }
    return value;
  }

  /** A whole number of 64 bits. */
  public long whole(String name) {
    try {
      return Long.parseLong(text(name));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s must be a whole number from -2^63 to 2^63 - 1, but is '%s'"
              .formatted(name, text(name)),
          e);
    }
  }

  /** Numbers separated by commas, all different; {@code inf} for infinity; never NaN. */
  public List<Double> decimals(String name) {
    return different(name, list(name).stream().map(item -> parseDecimal(name, item)).toList());
  }

  /** Levels in decibels, as {@link #decimals} reads them; below -3000 noise may not be finite. */
  public List<Double> decibels(String name) {
    List<Double> levels = decimals(name);
    for (double level : levels) {
      if (level < LEAST_DECIBELS) {
        throw new IllegalArgumentException(
            "%s must be at least %d, but one is %s".formatted(name, LEAST_DECIBELS, level));
      }
    }
    return levels;
  }

  /** A positive finite number. */
  public double positive(String name) {
    double value = parseDecimal(name, text(name));
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "%s must be positive and finite, but is %s".formatted(name, text(name)));
    }
    return value;
  }

  /**
   * Whole numbers separated by commas, or ranges, all different: {@code 1,2,5:50:5} ends with 45,
   * 50.
   */
  public List<Integer> integers(String name) {
    return different(name, list(name).stream().flatMap(item -> range(name, item).boxed()).toList());
  }

  private static <T> List<T> different(String name, List<T> items) {
    Set<T> seen = new HashSet<>();
    for (T item : items) {
      if (!seen.add(item)) {
        throw new IllegalArgumentException(
            "%s must be all different, but %s is there twice".formatted(name, item));
      }
    }
    return items;
  }

  /** Texts separated by commas; commas within parentheses belong to a text. */
  public List<String> list(String name) {
    List<String> items = split(text(name));
    if (items.contains("")) {
      throw new IllegalArgumentException(
          "%s must be texts separated by commas, but is '%s'".formatted(name, text(name)));
    }
    return items;
  }

  /** A text parted at its commas, those within parentheses left alone; blanks around are gone. */
  public static List<String> split(String text) {
    List<String> items = new ArrayList<>();
    StringBuilder item = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        items.add(item.toString().strip());
        item.setLength(0);
      } else {
        item.append(c);
      }
    }
    items.add(item.toString().strip());
    return items;
  }

  private static IntStream range(String name, String item) {
    String[] parts = item.split(":", -1);
    int first = parseInteger(name, parts[0]);
    int last = parts.length > 1 ? parseInteger(name, parts[1]) : first;
    int step = parts.length > 2 ? parseInteger(name, parts[2]) : 1;
    if (parts.length > 3 || step < 1 || last < first) {
      throw new IllegalArgumentException(
          "%s: a range must read first:last or first:last:step, ascending, but is '%s'"
              .formatted(name, item));
    }
    // Counted first: what comes behind the last number may be beyond the range of an int.
    long steps = ((long) last - first) / step;
    if (steps >= MOST_NUMBERS) {
      throw new IllegalArgumentException(
          "%s: a range must have at most %d numbers, but '%s' has %d"
              .formatted(name, MOST_NUMBERS, item, steps + 1));
    }
    return IntStream.rangeClosed(0, (int) steps).map(i -> first + i * step);
  }

  private static int parseInteger(String name, String item) {
    try {
      return Integer.parseInt(item.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s must be a whole number from -2^31 to 2^31 - 1, but is '%s'".formatted(name, item), e);
    }
  }

  private static double parseDecimal(String name, String item) {
    double value;
    try {
      value = item.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(item);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s must be a number, but is '%s'".formatted(name, item), e);
    }
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException(name + " must be a number, but is NaN");
    }
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Parameters that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
