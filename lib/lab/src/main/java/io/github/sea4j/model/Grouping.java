package io.github.sea4j.model;

import io.github.sea4j.data.Indicators;
import io.github.sea4j.problem.Support;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which terms enter together and count once in k. In every grouping but {@link #SINGLE} the words
 * of one column are together. Immutable.
 *
 * @param together whether anything is
 * @param separator columns whose names agree up to its first place are one group; "" for none
 * @param groupOf names of groups by names of columns; those that are not named stay alone
 */
public record Grouping(boolean together, String separator, Map<String, String> groupOf) {

  /** Each term for itself. */
  public static final Grouping SINGLE = new Grouping(false, "", Map.of());

  /** Copies the map. */
  public Grouping {
    groupOf = Map.copyOf(groupOf);
  }

  /** The words of a column are together. */
  public static Grouping ofWords() {
    return new Grouping(true, "", Map.of());
  }

  /**
   * Columns whose names agree up to a text are together: with {@code "_"} the columns {@code
   * dose_1} and {@code dose_2} are the group {@code dose}.
   *
   * @throws IllegalArgumentException if the text is empty
   */
  public static Grouping byPrefix(String separator) {
    if (separator.isEmpty()) {
      throw new IllegalArgumentException("groups: the text after the prefix must not be empty");
    }
    return new Grouping(true, separator, Map.of());
  }

  /** Columns with the same name of a group are together. */
  public static Grouping named(Map<String, String> groupOf) {
    return new Grouping(true, "", groupOf);
  }

  /** The groups of all terms but those that are forced in, in the order of their first terms. */
  List<ColumnGroup> groups(List<Indicators> inputs, Support forced, String source) {
    for (String name : groupOf.keySet()) {
      if (inputs.stream().noneMatch(input -> input.name().equals(name))) {
        throw new IllegalArgumentException(
            "groups must be of columns that may be chosen, but '%s' is none of %s"
                .formatted(name, source));
      }
    }
    Map<String, List<Integer>> members = new LinkedHashMap<>();
    int place = 0;
    for (Indicators input : inputs) {
      for (String term : input.columns()) {
        if (!forced.contains(place)) {
          members.computeIfAbsent(name(input, term), name -> new ArrayList<>()).add(place);
        }
        place++;
      }
    }
    return members.entrySet().stream()
        .map(
            e ->
                new ColumnGroup(
                    e.getKey(),
                    Support.of(e.getValue().stream().mapToInt(Integer::intValue).toArray())))
        .toList();
  }

  private String name(Indicators input, String term) {
    if (!together) {
      return term;
    }
    int end = separator.isEmpty() ? -1 : input.name().indexOf(separator);
    String prefix = end > 0 ? input.name().substring(0, end) : input.name();
    return groupOf.getOrDefault(input.name(), prefix);
  }
}
