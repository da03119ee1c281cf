package io.github.sea4j.plot.style;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Texts of charts, typed in ASCII, as they are set in print: Greek letters, norms, minus signs. */
public final class Typography {

  private static final Map<Pattern, String> SIGNS = signs();

  private Typography() {}

  /** The text with {@code zeta}, {@code ||x_t||}, {@code x^2} and the like as signs. */
  public static String of(String text) {
    String set = text;
    for (Map.Entry<Pattern, String> sign : SIGNS.entrySet()) {
      set = sign.getKey().matcher(set).replaceAll(sign.getValue());
    }
    return set;
  }

  /** The same as a sentence; a single word stays as it is. */
  public static String sentence(String text) {
    String set = of(text);
    boolean word = set.indexOf(' ') < 0 || set.codePointCount(0, set.indexOf(' ')) < 2;
    return word ? set : Character.toUpperCase(set.charAt(0)) + set.substring(1);
  }

  private static Map<Pattern, String> signs() {
    Map<Pattern, String> signs = new LinkedHashMap<>();
    String[][] greek = {
      {"zeta", "\u03B6"},
      {"theta", "\u03B8"},
      {"eta", "\u03B7"},
      {"rho", "\u03C1"},
      {"mu", "\u03BC"},
      {"tau", "\u03C4"},
      {"lambda", "\u03BB"},
      {"sigma", "\u03C3"}
    };
    for (String[] letter : greek) {
      signs.put(Pattern.compile("(?<![\\p{L}\\d_])" + letter[0] + "(?![\\p{L}\\d])"), letter[1]);
    }
    signs.put(Pattern.compile("\\|\\|"), "\u2016");
    signs.put(Pattern.compile("(?<=[\\p{L}|\u2016 ])_t(?![\\p{L}\\d])"), "\u209C");
    signs.put(Pattern.compile("(?<=[\\p{L}\\d)]|\u2016)\\^2(?!\\d)"), "\u00B2");
    signs.put(Pattern.compile("\\blog10\\b"), "log\u2081\u2080");
    signs.put(Pattern.compile("(?<=\\S) - (?=\\S)"), " \u2212 ");
    signs.put(Pattern.compile("(?<![\\w\u2212])-(?=\\d)"), "\u2212");
    signs.put(Pattern.compile("(?<=\\b(?:A|a_j))'(?= |$)"), "\u1D40");
    return signs;
  }
}
