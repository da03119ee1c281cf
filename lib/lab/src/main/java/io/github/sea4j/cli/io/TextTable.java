package io.github.sea4j.cli.io;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Aligned columns for a person: numbers to the right, words to the left. */
public final class TextTable {

  private static final String GAP = "  ";

  private final List<String> headings;
  private final String alignment;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * An empty table.
   *
   * @param alignment one letter a column, l or r
   */
  public TextTable(String alignment, String... headings) {
    this.alignment = alignment;
    this.headings = List.of(headings);
  }

  /** Adds a row. */
  public void add(String... cells) {
    rows.add(List.of(cells));
  }

  /** The table as lines of text; no blanks at their ends. */
  @Override
  public String toString() {
    List<List<String>> all = new ArrayList<>(rows);
    all.add(0, headings);
    all.add(1, headings.stream().map(heading -> "-".repeat(heading.length())).toList());
    List<Integer> widths = new ArrayList<>(Collections.nCopies(headings.size(), 0));
    for (List<String> row : all) {
      for (int i = 0; i < row.size(); i++) {
        widths.set(i, Math.max(widths.get(i), row.get(i).length()));
      }
    }
    all.set(1, widths.stream().map(width -> "-".repeat(width)).toList());
    StringBuilder text = new StringBuilder();
    for (List<String> row : all) {
      text.append(line(row, widths).stripTrailing()).append(System.lineSeparator());
    }
    return text.toString();
  }

  private String line(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String fill = " ".repeat(widths.get(i) - row.get(i).length());
      boolean right = alignment.charAt(i) == 'r';
      line.append(i == 0 ? "" : GAP).append(right ? fill + row.get(i) : row.get(i) + fill);
    }
    return line.toString();
  }
}
