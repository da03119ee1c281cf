package io.github.sea4j.kernel.index;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of one {@code @param} in a comment. */
final class ParamTag {

  private ParamTag() {}

  /** The text with a capital at its beginning, empty if the name has none. */
  static String of(String comment, String name) {
    Pattern tag =
        Pattern.compile(
            "^\\s*@param\\s+" + Pattern.quote(name) + "\\s+(.*?)(?=^\\s*@\\w|\\z)",
            Pattern.MULTILINE | Pattern.DOTALL);
    Matcher matcher = tag.matcher(comment);
    if (!matcher.find()) {
      return "";
    }
    String text = matcher.group(1).strip();
    return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
