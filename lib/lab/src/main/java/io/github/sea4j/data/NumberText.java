package io.github.sea4j.data;

import java.util.Locale;
import java.util.Set;

/** What a field means: a number, nothing, a text, or something that only looks like a number. */
final class NumberText {

  private static final Set<String> MISSING =
      Set.of("", "na", "n/a", "#n/a", "nan", "null", "none", "?", "-", ".");

  /** Characters that look like those of a number, and the ones that they look like. */
  private static final String LOOKS =
      "\u2212\u2010\u2011\u2012\u2013\u2014\uFE63\uFF0D\uFF0B\uFF0E";

  private static final String LIKE = "--------+.";

  /** Blanks that no reader sees; those at the ends that are white space to Java are stripped. */
  private static final String INVISIBLE = "\u00A0\u2007\u2009\u202F\u200B\u2060\uFEFF";

  private static final int LONGEST_QUOTE = 40;

  private NumberText() {}

  /**
   * The number, infinite beyond the range of doubles; NaN for all that is not a decimal number.
   *
   * <p>Only what a decimal number is made of: Java would also take 0x1p3, 1d, NaN and Infinity.
   */
  static double parse(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
        return Double.NaN;
      }
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException notANumber) {
      return Double.NaN;
    }
  }

  /** Whether a field says that there is no value. */
  static boolean isMissing(String text) {
    return MISSING.contains(text.toLowerCase(Locale.ROOT));
  }

  /** Whether a field can only be meant as a word, and so as a name. */
  static boolean isWord(String text) {
    return Double.isNaN(parse(text))
        && !isMissing(text)
        && !isInfinite(text)
        && Double.isNaN(parse(plain(text)))
        && Double.isNaN(parse(plain(text).replace(',', '.')));
  }

  /** Why a field is no number, with the text. */
  static String problem(String text) {
    if (isInfinite(text) || Double.isInfinite(parse(text))) {
      return "expected a finite number below 1.8e308, but found '%s'".formatted(quote(text));
    }
    String found = "expected a number, but found '%s'".formatted(quote(text));
    return Double.isNaN(parse(plain(text))) ? found + control(text) : found + oddity(text);
  }

  static String quote(String text) {
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
  }

  private static boolean isInfinite(String text) {
    String bare = text.toLowerCase(Locale.ROOT).replaceFirst("^[+-]", "");
    return bare.equals("inf") || bare.equals("infinity");
  }

  /** The text with the characters that look like others replaced by these. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (char c : text.toCharArray()) {
      int look = LOOKS.indexOf(c);
      if (look >= 0) {
        plain.append(LIKE.charAt(look));
      } else if (Character.digit(c, 10) >= 0) {
        plain.append(Character.digit(c, 10));
      } else if (INVISIBLE.indexOf(c) < 0) {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private static String oddity(String text) {
    int odd = text.codePoints().filter(c -> c > 127).findFirst().orElse(text.codePointAt(0));
    return "; one of its characters is U+%04X (%s)".formatted(odd, Character.getName(odd));
  }

  private static String control(String text) {
    boolean binary = text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t');
    return binary ? "; the file looks binary" : "";
  }
}
