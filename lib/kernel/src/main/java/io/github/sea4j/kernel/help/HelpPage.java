package io.github.sea4j.kernel.help;

import java.util.List;

/** Writes help, as text and as HTML at once. */
final class HelpPage {

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder html = new StringBuilder();

  boolean isEmpty() {
    return html.length() == 0;
  }

  /** A declaration; a rule comes between it and what was written before. */
  void head(String declaration, String where) {
    if (!isEmpty()) {
      html.append("<hr>");
      text.append("\n----\n");
    }
    html.append("<pre><b>").append(InlineTags.escape(declaration)).append("</b></pre>");
    text.append(declaration).append('\n');
    if (!where.isEmpty()) {
      html.append("<small>").append(InlineTags.escape(where)).append("</small>");
      text.append("  in ").append(where).append('\n');
    }
  }

  void paragraph(String htmlText) {
    if (!htmlText.isEmpty()) {
      html.append("<p>").append(htmlText).append("</p>");
      text.append('\n').append(PlainText.of(htmlText)).append('\n');
    }
  }

  /** A title with a line for each text; the first word of each is a name where that is asked. */
  void list(String title, List<String> items, boolean named) {
    if (items.isEmpty()) {
      return;
    }
    html.append("<p><b>").append(title).append("</b>");
    text.append('\n').append(title).append('\n');
    for (String item : items) {
      String[] parts = named ? item.split("\\s+", 2) : new String[] {item};
      String line = parts.length < 2 ? item : "<code>" + parts[0] + "</code>&nbsp; " + parts[1];
      html.append("<br>").append(line);
      text.append("  ").append(PlainText.of(line).replace("\n", "\n    ")).append('\n');
    }
    html.append("</p>");
  }

  void code(String title, String source) {
    if (!source.isEmpty()) {
      html.append("<p><b>").append(title).append("</b></p>");
      html.append("<pre>").append(InlineTags.escape(source)).append("</pre>");
      text.append('\n').append(title).append('\n').append(source).append('\n');
    }
  }

  /** The parts of a comment: what it is, what goes in and comes out, what goes wrong, the rest. */
  void comment(Comment comment) {
    paragraph(comment.summary());
    list("Parameters", comment.all("@param"), true);
    list("Returns", comment.all("@return"), false);
    list("Throws", comment.all("@throws"), true);
    paragraph(comment.rest());
    list("See", comment.all("@see"), false);
  }

  HelpText done() {
    return new HelpText(text.toString().stripTrailing() + "\n", html.toString());
  }
}
