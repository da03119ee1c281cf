package io.github.sea4j.kernel.cell;

/** With what the line after an incomplete piece of code should begin. */
final class Indentation {

  private static final String STEP = "  ";

  private Indentation() {}

  /** The last line's own indentation, and a step more if it opens more brackets than it closes. */
  static String after(String code) {
    String last = code.stripTrailing();
    last = last.substring(last.lastIndexOf('\n') + 1);
    String own = last.substring(0, last.length() - last.stripLeading().length());
    int open = 0;
    for (int i = 0; i < last.length(); i++) {
      open += step(last.charAt(i));
    }
    return open > 0 ? own + STEP : own;
  }

  private static int step(char c) {
    return switch (c) {
      case '{', '(' -> 1;
      case '}', ')' -> -1;
      default -> 0;
    };
  }
}
