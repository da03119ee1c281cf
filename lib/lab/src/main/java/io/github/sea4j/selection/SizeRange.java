package io.github.sea4j.selection;

import io.github.sea4j.model.Design;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sizes to try: numbers of columns, those that are forced in not counted.
 *
 * @param from the smallest, at least 0
 * @param to the largest
 */
public record SizeRange(int from, int to) {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(?::(\\d{1,9}))?");
  private static final int MOST = 20;
  private static final int ROWS_FOR_ONE = 5;

  /** Checks the order. */
  public SizeRange {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException(
          "sizes must go up from 0 or more, but go from %d to %d".formatted(from, to));
    }
  }

  /**
   * The range that a text names, {@code 0:20} or {@code 5}.
   *
   * @throws IllegalArgumentException that quotes the text
   */
  public static SizeRange of(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "sizes must be two numbers as in 0:20, or one, but are '%s'".formatted(text));
    }
    int from = Integer.parseInt(matcher.group(1));
    return new SizeRange(
        from, matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2)));
  }

  /** 0 to 20, or to the number of columns, or to a fifth of the rows. */
  static SizeRange standard(Design design) {
    return new SizeRange(
        0, Math.min(MOST, Math.min(design.choices(), design.rows() / ROWS_FOR_ONE)));
  }

  /** How many sizes. */
  public int count() {
    return to - from + 1;
  }

  @Override
  public String toString() {
    return from == to ? Integer.toString(from) : from + ":" + to;
  }
}
