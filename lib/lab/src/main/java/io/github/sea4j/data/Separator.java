package io.github.sea4j.data;

import java.util.List;

/** Finds out what separates the fields of a text. */
final class Separator {

  private static final int LINES = 20;

  private Separator() {}

  /**
   * Tab or semicolon where each of the first lines has one outside of quotes, comma otherwise:
   * behind one of the first two a comma is a decimal comma.
   */
  static char of(String start) {
    List<String> all = start.lines().toList();
    // The last line of a long text may be cut.
    List<String> lines =
        all
            .subList(0, all.size() > 1 ? all.size() - (start.endsWith("\n") ? 0 : 1) : all.size())
            .stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .limit(LINES)
            .toList();
    for (char separator : new char[] {'\t', ';'}) {
      if (!lines.isEmpty() && lines.stream().allMatch(line -> has(line, separator))) {
        return separator;
      }
    }
    return ',';
  }

  private static boolean has(String line, char separator) {
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      quoted ^= line.charAt(i) == '"';
      if (line.charAt(i) == separator && !quoted) {
        return true;
      }
    }
    return false;
  }
}
