package io.github.sea4j.kernel.cell;

/** White space and comments before code, after which JShell counts lines wrongly. */
final class Leading {

  private Leading() {}

  /** Number of leading characters that are no code; 0 if nothing else follows. */
  static int length(String source) {
    int at = 0;
    while (at < source.length()) {
      int next = after(source, at);
      if (next == at) {
        return at;
      }
      at = next;
    }
    return 0;
  }

  private static int after(String source, int at) {
    if (Character.isWhitespace(source.charAt(at))) {
      return at + 1;
    }
    if (source.startsWith("//", at)) {
      return end(source, "\n", at);
    }
    if (source.startsWith("/*", at)) {
      return end(source, "*/", at + 2);
    }
    return at;
  }

  private static int end(String source, String mark, int from) {
    int at = source.indexOf(mark, from);
    return at < 0 ? source.length() : at + mark.length();
  }
}
