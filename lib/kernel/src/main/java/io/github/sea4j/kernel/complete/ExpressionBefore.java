package io.github.sea4j.kernel.complete;

/** The expression at the end of some code, to which a dot is to be added. */
final class ExpressionBefore {

  private ExpressionBefore() {}

  /** Such as {@code new Sea().solve(p)} of {@code var s = new Sea().solve(p)}. */
  static String end(String code) {
    int at = code.length();
    while (true) {
      int next = part(code, at);
      if (next == at) {
        break;
      }
      at = next;
      if (at == 0 || code.charAt(at - 1) != '.') {
        break;
      }
      at--;
    }
    String expression = code.substring(at).strip();
    String before = code.substring(0, at).stripTrailing();
    return before.endsWith("new") ? "new " + expression : expression;
  }

  /** Where the part begins that ends there: brackets, and the name or literal before them. */
  private static int part(String code, int end) {
    int at = end;
    while (at > 0 && (code.charAt(at - 1) == ')' || code.charAt(at - 1) == ']')) {
      at = opening(code, at - 1);
    }
    if (at > 0 && code.charAt(at - 1) == '"' && at == end) {
      int quote = code.lastIndexOf('"', at - 2);
      return quote < 0 ? end : quote;
    }
    while (at > 0 && Character.isJavaIdentifierPart(code.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** The bracket that the one at this place closes; 0 if there is none. */
  static int opening(String code, int close) {
    int depth = 0;
    for (int i = close; i >= 0; i--) {
      char c = code.charAt(i);
      depth += c == ')' || c == ']' ? 1 : c == '(' || c == '[' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return 0;
  }
}
