package io.github.sea4j.cli.io;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;

/** How numbers and messages are read and written on the command line. */
public final class OptionText {

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private OptionText() {}

  /** A whole number that fits an int, in words that a person understands. */
  public static int wholeNumber(String text) {
    return parsed(Integer::parseInt, text, "below 2147483648");
  }

  /** A whole number that fits a long, likewise. */
  public static long longNumber(String text) {
    return parsed(Long::parseLong, text, "between -2^63 and 2^63 - 1");
  }

  private static <T> T parsed(Function<String, T> parse, String text, String range) {
    try {
      return parse.apply(text.strip());
    } catch (NumberFormatException e) {
      throw new TypeConversionException(
          "expected a whole number %s, but is '%s'".formatted(range, text));
    }
  }

  /** A path, or a complaint without the name of a Java class. */
  public static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException("expected a path, but is '" + text + "'" + spelling(text));
    }
  }

  /** Java knows names of files by the locale alone; letters beyond it come as U+FFFD. */
  private static String spelling(String text) {
    return text.chars().allMatch(c -> c < 128)
        ? ""
        : "; the locale's encoding %s cannot spell it: set LC_ALL=C.UTF-8"
            .formatted(System.getProperty("sun.jnu.encoding"));
  }

  /**
   * The value of an option that must be a finite number above a bound.
   *
   * @throws BadInput that names option, value and bound
   */
  public static double numberAbove(double bound, String option, String text) {
    String number = text.strip();
    double value = DECIMAL.matcher(number).matches() ? Double.parseDouble(number) : Double.NaN;
    if (!(value > bound) || Double.isInfinite(value)) {
      throw new BadInput(
          "%s must be a finite number%s, but is '%s'"
              .formatted(
                  option, bound == Double.NEGATIVE_INFINITY ? "" : " > " + compact(bound), text));
    }
    return value;
  }

  /** For a table: four significant digits. */
  public static String compact(double value) {
    if (value == 0) {
      return "0";
    }
    double size = Math.abs(value);
    String format = size >= 1e-3 && size < 1e5 ? "%.4g" : "%.3e";
    String text = String.format(Locale.ROOT, format, value);
    return text.contains("e") || !text.contains(".") ? text : text.replaceFirst("\\.?0+$", "");
  }

  /** Without line breaks and other control characters. */
  public static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    text.strip().codePoints().forEach(c -> line.appendCodePoint(isInvisible(c) ? ' ' : c));
    return line.toString();
  }

  private static boolean isInvisible(int c) {
    int type = Character.getType(c);
    return Character.isISOControl(c)
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.FORMAT;
  }

  /** picocli begins its messages with a capital letter; ours stand after a colon. */
  public static String lowerFirst(@Nullable String text) {
    return text == null || text.isEmpty()
        ? ""
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
