package io.github.sea4j.kernel.help;

import java.util.ArrayList;
import java.util.List;

/** Up to where JShell is to read a cell, so that it tells what stands at the cursor. */
final class Prefixes {

  private Prefixes() {}

  /** In the order in which they are to be asked; those that are empty ask for nothing. */
  static List<String> of(String code, int cursor) {
    int at = Math.max(0, Math.min(cursor, code.length()));
    int begin = at;
    while (begin > 0 && Character.isJavaIdentifierPart(code.charAt(begin - 1))) {
      begin--;
    }
    int end = at;
    while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
      end++;
    }
    List<String> prefixes = new ArrayList<>();
    int next = end;
    while (next < code.length() && Character.isWhitespace(code.charAt(next))) {
      next++;
    }
    boolean named = begin < end;
    boolean called = named && next < code.length() && code.charAt(next) == '(';
    if (called) {
      prefixes.add(code.substring(0, next + 1));
    } else {
      if (isInCall(code, begin)) {
        prefixes.add(code.substring(0, begin));
      }
      if (named) {
        prefixes.add(code.substring(0, end));
        // A method is found with its parenthesis only.
        prefixes.add(code.substring(0, end) + "(");
      }
    }
    return prefixes;
  }

  /** True if a parenthesis is open there that belongs to a call. */
  private static boolean isInCall(String code, int end) {
    int depth = 0;
    for (int i = end - 1; i >= 0; i--) {
      char c = code.charAt(i);
      if (c == ')') {
        depth++;
      } else if (c == '(' && depth > 0) {
        depth--;
      } else if (c == '(') {
        return i > 0 && isNameEnd(code.charAt(i - 1));
      } else if (c == ';' && depth == 0) {
        return false;
      }
    }
    return false;
  }

  private static boolean isNameEnd(char c) {
    return Character.isJavaIdentifierPart(c) || c == '>';
  }
}
