package io.github.sea4j.kernel.help;

/** Turns the tags within a comment's sentences into HTML; HTML itself stays. */
final class InlineTags {

  private InlineTags() {}

  static String html(String text) {
    StringBuilder html = new StringBuilder();
    int at = 0;
    while (true) {
      int tag = text.indexOf("{@", at);
      int end = tag < 0 ? -1 : closing(text, tag);
      if (end < 0) {
        return html.append(text, at, text.length()).toString();
      }
      html.append(text, at, tag).append(tag(text.substring(tag + 2, end)));
      at = end + 1;
    }
  }

  /** The brace that ends the tag; braces nest. */
  private static int closing(String text, int tag) {
    int depth = 0;
    for (int i = tag; i < text.length(); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static String tag(String tag) {
    String[] parts = tag.strip().split("\\s+", 2);
    String content = parts.length < 2 ? "" : parts[1];
    return switch (parts[0]) {
      case "code" -> "<code>" + escape(content) + "</code>";
      case "literal" -> escape(content);
      case "link", "linkplain", "value" -> link(content);
      case "return" -> "Returns " + html(content) + ".";
      case "inheritDoc" -> "";
      default -> html(content);
    };
  }

  /** The label, or what is named in the form in which a cell names it. */
  private static String link(String content) {
    int end = content.indexOf(')') >= 0 ? content.indexOf(')') + 1 : content.indexOf(' ');
    if (end > 0 && end < content.length() && !content.substring(end).isBlank()) {
      return html(content.substring(end).strip());
    }
    String name = content.strip().replace('#', '.');
    return "<code>" + escape(name.startsWith(".") ? name.substring(1) : name) + "</code>";
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
