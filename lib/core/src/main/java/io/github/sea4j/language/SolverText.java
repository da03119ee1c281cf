package io.github.sea4j.language;

/** A text of the solver language while it is read: where we are, the next word, and errors. */
final class SolverText {

  private static final int LONGEST_QUOTE = 80;

  private final String text;
  private int position;

  SolverText(String text) {
    this.text = text;
  }

  /** The same text at the same place, to look ahead with. */
  SolverText copy() {
    SolverText ahead = new SolverText(text);
    ahead.position = position;
    return ahead;
  }

  void moveTo(SolverText ahead) {
    position = ahead.position;
  }

  /** Index of the next character that is not blank. */
  int position() {
    skipBlanks();
    return position;
  }

  boolean atEnd() {
    return position() == text.length();
  }

  /** Whether the next character is this one. */
  boolean sees(char c) {
    return !atEnd() && text.charAt(position) == c;
  }

  /** Passes over the next character if it is this one. */
  boolean take(char c) {
    boolean seen = sees(c);
    position += seen ? 1 : 0;
    return seen;
  }

  /** The next name, as it is written; empty where none stands. */
  String word() {
    int start = position();
    while (position < text.length() && isWordCharacter(text.charAt(position))) {
      position++;
    }
    return text.substring(start, position);
  }

  /** All up to the next comma or parenthesis, without the blanks around it. */
  String value() {
    int start = position();
    while (position < text.length() && ",()".indexOf(text.charAt(position)) < 0) {
      position++;
    }
    return text.substring(start, position).strip();
  }

  /** The error that something else was expected at the next character. */
  IllegalArgumentException unexpected(String expected) {
    String found = atEnd() ? "the text ends" : "found '" + upToNextDelimiter() + "'";
    return error(position(), "expected " + expected + ", but " + found);
  }

  /** An error at a place of the text. */
  IllegalArgumentException error(int at, String message) {
    return new IllegalArgumentException(
        "solver '%s', position %d: %s"
            .formatted(printable(text), at + 1, printable(message, 1000)));
  }

  private String upToNextDelimiter() {
    int end = position + 1;
    while (end < text.length()
        && isWordCharacter(text.charAt(position))
        && isWordCharacter(text.charAt(end))) {
      end++;
    }
    return printable(text.substring(position, end));
  }

  private void skipBlanks() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  private static boolean isWordCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  static String printable(String text) {
    return printable(text, LONGEST_QUOTE);
  }

  /** On one line, without control characters, and not endless. */
  private static String printable(String text, int longest) {
    StringBuilder out = new StringBuilder();
    int end = Math.min(text.length(), longest);
    text.substring(0, end)
        .codePoints()
        .map(c -> isControl(c) ? '?' : c)
        .forEach(out::appendCodePoint);
    return end < text.length() ? out + "..." : out.toString();
  }

  private static boolean isControl(int c) {
    int type = Character.getType(c);
    return Character.isISOControl(c)
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.UNASSIGNED;
  }
}
