package io.github.sea4j.data;

import java.util.List;
import java.util.stream.Collectors;

/** Names of columns in a sentence or a cell, such as {@code age, "rain, mm", bmi}. */
public final class NameList {

  private NameList() {}

  /** All of them; one that a reader could not tell from two is quoted, as in a CSV file. */
  public static String of(List<String> names) {
    return names.stream().map(NameList::quoted).collect(Collectors.joining(", "));
  }

  /** The first of them, and how many more there are. */
  public static String of(List<String> names, int most) {
    return names.size() > most
        ? of(names.subList(0, most)) + " and %d more".formatted(names.size() - most)
        : of(names);
  }

  /** One name as it stands in such a list: without its quotes, and without spaces around it. */
  public static String read(String name) {
    String bare = name.strip();
    boolean quoted = bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"");
    return quoted ? bare.substring(1, bare.length() - 1).replace("\"\"", "\"") : bare;
  }

  private static String quoted(String name) {
    boolean clear = name.indexOf(',') < 0 && name.indexOf('"') < 0 && name.equals(name.strip());
    return clear ? name : '"' + name.replace("\"", "\"\"") + '"';
  }
}
