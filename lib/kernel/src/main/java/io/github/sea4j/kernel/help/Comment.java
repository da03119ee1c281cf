package io.github.sea4j.kernel.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Javadoc comment taken apart; all texts in HTML.
 *
 * @param summary the first sentence
 * @param rest what follows it
 * @param tags names such as {@code @param} with the texts of all that have it
 */
record Comment(String summary, String rest, Map<String, List<String>> tags) {

  private static final Pattern TAG = Pattern.compile("^\\s*(@\\w+)\\s*", Pattern.MULTILINE);
  private static final Pattern SENTENCE_END =
      Pattern.compile("[.!?](?=\\s|$)|(?=<(?:p|ul|ol|pre|table)\\b)");

  static Comment of(String raw) {
    Map<String, List<String>> tags = new java.util.LinkedHashMap<>();
    Matcher tag = TAG.matcher(raw);
    String body = raw;
    String name = null;
    int begin = 0;
    while (tag.find()) {
      String text = raw.substring(begin, tag.start());
      if (name == null) {
        body = text;
      } else {
        add(tags, name, text);
      }
      name = tag.group(1);
      begin = tag.end();
    }
    if (name != null) {
      add(tags, name, raw.substring(begin));
    }
    String html = InlineTags.html(body.strip());
    int end = sentenceEnd(html);
    return new Comment(html.substring(0, end).strip(), html.substring(end).strip(), tags);
  }

  private static void add(Map<String, List<String>> tags, String name, String text) {
    String key = name.equals("@exception") ? "@throws" : name;
    tags.computeIfAbsent(key, none -> new ArrayList<>()).add(InlineTags.html(text.strip()));
  }

  private static int sentenceEnd(String html) {
    Matcher end = SENTENCE_END.matcher(html);
    while (end.find()) {
      String before = html.substring(0, end.start());
      boolean abbreviated = before.endsWith("e.g") || before.endsWith("i.e");
      if (!abbreviated && end.end() > 0) {
        return end.end();
      }
    }
    return html.length();
  }

  List<String> all(String tag) {
    return tags.getOrDefault(tag, List.of());
  }
}
