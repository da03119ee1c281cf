package io.github.sea4j.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which parameters of a study may grow from run to run: the rows that a smaller value gave are
 * among those of a larger one, bit for bit, so that they stay and the rest is run.
 *
 * @param counts names of numbers, such as that of the instances: larger ones grow
 * @param lists names of lists, such as the solvers: those that hold all that was there grow
 */
public record Growth(Set<String> counts, Set<String> lists) {

  /** Nothing may change. */
  public static final Growth NONE = new Growth(Set.of(), Set.of());

  /** Copies the names. */
  public Growth {
    counts = Set.copyOf(counts);
    lists = Set.copyOf(lists);
  }

  /** Whether rows of the earlier value are among those of the present one. */
  boolean covers(String name, String now, String earlier) {
    try {
      if (counts.contains(name)) {
        return number(name, now) >= number(name, earlier);
      }
      return lists.contains(name)
          && new HashSet<>(items(name, now)).containsAll(items(name, earlier));
    } catch (IllegalArgumentException unreadable) {
      // The record was edited: its value covers nothing, and the refusal that follows shows it.
      return false;
    }
  }

  private static int number(String name, String value) {
    return Parameters.of(name, value).integer(name, 0);
  }

  /** Ranges as all their numbers. */
  private static List<String> items(String name, String value) {
    return Parameters.split(value).stream()
        .flatMap(
            item ->
                item.matches("\\d+(:\\d+)+")
                    ? Parameters.of(name, item).integers(name).stream().map(String::valueOf)
                    : Stream.of(item))
        .toList();
  }
}
