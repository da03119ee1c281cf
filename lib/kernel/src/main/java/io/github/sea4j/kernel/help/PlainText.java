package io.github.sea4j.kernel.help;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML of the kind that comments have, as text. */
final class PlainText {

  private static final Pattern PRE = Pattern.compile("(?is)<pre\\b[^>]*>(.*?)</pre>");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern BREAK =
      Pattern.compile("(?i)\\s*<(?:br|/tr|/div|/pre|dd)\\b[^>]*>\\s*");
  private static final Pattern PARAGRAPH =
      Pattern.compile("(?i)\\s*<(?:/?p|/ul|/ol|pre|h\\d)\\b[^>]*>\\s*");
  private static final Pattern ITEM = Pattern.compile("(?i)\\s*<(?:li|dt)\\b[^>]*>\\s*");
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Map<String, String> ENTITIES =
      Map.of(
          "&lt;", "<", "&gt;", ">", "&nbsp;", " ", "&quot;", "\"", "&le;", "<=", "&ge;", ">=",
          "&pi;", "pi", "&times;", "x", "&#64;", "@");

  private PlainText() {}

  static String of(String html) {
    StringBuilder text = new StringBuilder();
    Matcher block = PRE.matcher(html);
    int at = 0;
    while (block.find()) {
      text.append(flowing(html.substring(at, block.start()))).append("\n\n");
      text.append(unescaped(block.group(1))).append("\n\n");
      at = block.end();
    }
    text.append(flowing(html.substring(at)));
    return text.toString().replaceAll("\n{3,}", "\n\n").strip();
  }

  private static String flowing(String html) {
    String text = SPACE.matcher(html).replaceAll(" ");
    text = PARAGRAPH.matcher(text).replaceAll("\n\n");
    text = BREAK.matcher(text).replaceAll("\n");
    text = ITEM.matcher(text).replaceAll("\n- ");
    return unescaped(text).strip();
  }

  private static String unescaped(String html) {
    String text = TAG.matcher(html).replaceAll("");
    for (Map.Entry<String, String> entity : ENTITIES.entrySet()) {
      text = text.replace(entity.getKey(), entity.getValue());
    }
    return text.replace("&amp;", "&");
  }
}
