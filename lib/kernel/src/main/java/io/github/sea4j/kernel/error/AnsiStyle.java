package io.github.sea4j.kernel.error;

/** Colours of a terminal, which notebooks show too. */
final class AnsiStyle {

  private static final String RED = "\u001b[1;31m";
  private static final String GREY = "\u001b[90m";
  private static final String END = "\u001b[0m";

  private AnsiStyle() {}

  static String red(String text) {
    return RED + text + END;
  }

  static String grey(String text) {
    return GREY + text + END;
  }
}
