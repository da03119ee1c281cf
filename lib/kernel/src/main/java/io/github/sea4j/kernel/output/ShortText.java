package io.github.sea4j.kernel.output;

/** A text that may stay in a notebook. */
public final class ShortText {

  private static final int MOST_CHARACTERS = 20_000;

  private ShortText() {}

  /** The text, or its beginning and how much is left out. */
  public static String of(String text) {
    if (text.length() <= MOST_CHARACTERS) {
      return text;
    }
    int end = MOST_CHARACTERS;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end)
        + "%n[... and %,d more characters; print or save the value to have all of it.]"
            .formatted(text.length() - end);
  }
}
