package io.github.sea4j.data;

import io.github.sea4j.data.DataFormat.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The columns of numbers that one column of a table becomes: itself, or zeros and ones for its
 * words. Immutable.
 *
 * @param name of the column in the table
 * @param levels the words that get a column; none for numbers
 * @param other the word that has none as it is the first, of two or of a group; empty otherwise
 */
public record Indicators(String name, List<String> levels, String other) {

  /** Copies the list. */
  public Indicators {
    levels = List.copyOf(levels);
  }

  /**
   * Those of some columns of a table, in this order.
   *
   * @throws DataException if a column holds words and the table refuses them
   */
  public static List<Indicators> of(DataTable table, List<String> names) {
    return of(table, names, false);
  }

  /**
   * Those of some columns of a table, in this order.
   *
   * @param together whether the words of a column enter a model together: then the first in order
   *     has no column of its own, as the others say it all
   * @throws DataException if a column holds words and the table refuses them
   */
  public static List<Indicators> of(DataTable table, List<String> names, boolean together) {
    List<Indicators> all = new ArrayList<>();
    for (String name : names) {
      List<String> levels = table.levels(name);
      if (!levels.isEmpty() && table.format().text() == Text.REFUSED) {
        throw table.failure(
            name,
            0,
            "expected a number, but found '%s'; its %d words can become columns of 0 and 1 by choice (one-hot)"
                .formatted(NumberText.quote(levels.get(0)), levels.size()));
      }
      boolean less = levels.size() == 2 || (together && levels.size() > 2);
      all.add(
          new Indicators(
              name, less ? levels.subList(1, levels.size()) : levels, less ? levels.get(0) : ""));
    }
    return all;
  }

  /** Names of the columns of numbers: the column's own, or {@code name=word}. */
  public List<String> columns() {
    return levels.isEmpty()
        ? List.of(name)
        : levels.stream().map(level -> name + "=" + level).toList();
  }

  /** What became of the column, where it holds words. */
  public Optional<String> note() {
    return levels.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "column '%s' holds words and becomes %s"
                .formatted(
                    name,
                    levels.size() > 1
                        ? "%d columns of 0 and 1%s"
                            .formatted(levels.size(), other.isEmpty() ? "" : ", all 0 for " + other)
                        : "%s, 1 for %s and 0 for %s"
                            .formatted(columns().get(0), levels.get(0), other)));
  }

  /**
   * One of these columns for a table, NaN for missing values; a new array.
   *
   * @param place among {@link #columns}
   * @throws DataException if the table has no such column, numbers for words, words for numbers, or
   *     a word that is none of those known
   */
  public double[] values(DataTable table, int place) {
    if (levels.isEmpty()) {
      return table.numbers(name);
    }
    String[] words = table.texts(name);
    double[] values = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      if (words[i].isEmpty()) {
        values[i] = Double.NaN;
      } else if (words[i].equals(levels.get(place))) {
        values[i] = 1;
      } else if (!words[i].equals(other) && !levels.contains(words[i])) {
        throw table.failure(
            name,
            i,
            "expected one of %s%s, but found '%s'"
                .formatted(
                    other.isEmpty() ? "" : other + ", ",
                    String.join(", ", levels),
                    NumberText.quote(words[i])));
      }
    }
    return values;
  }
}
