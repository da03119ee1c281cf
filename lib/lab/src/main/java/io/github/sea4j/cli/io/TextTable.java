package io.github.sea4j.cli.io;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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
    return within(Integer.MAX_VALUE);
  }

  /** The same with the widest cells broken behind blanks and commas, to fit a width if it can. */
  public String within(int width) {
    List<List<String>> all = new ArrayList<>(rows);
    all.add(0, headings);
    int[] widths = new int[headings.size()];
    for (List<String> row : all) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    int tooMuch = IntStream.of(widths).sum() + GAP.length() * (widths.length - 1) - width;
    for (; tooMuch > 0; tooMuch--) {
      int widest =
          IntStream.range(0, widths.length).boxed().max(comparingInt(i -> widths[i])).get();
      widths[widest]--;
    }
    all.add(1, IntStream.of(widths).mapToObj("-"::repeat).toList());
    StringBuilder text = new StringBuilder();
    all.forEach(row -> add(text, row, widths));
    return text.toString();
  }

  private void add(StringBuilder text, List<String> row, int[] widths) {
    List<List<String>> cells = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      cells.add(broken(row.get(i), widths[i]));
    }
    int lines = cells.stream().mapToInt(List::size).max().orElse(0);
    for (int l = 0; l < lines; l++) {
      int at = l;
      List<String> parts =
          cells.stream().map(cell -> at < cell.size() ? cell.get(at) : "").toList();
      text.append(line(parts, widths).stripTrailing()).append(System.lineSeparator());
    }
  }

  private static List<String> broken(String cell, int width) {
    List<String> lines = new ArrayList<>();
    String rest = cell;
    while (rest.length() > width) {
      int end = Math.max(rest.lastIndexOf(' ', width), rest.lastIndexOf(',', width - 1) + 1);
      end = end < 1 ? width : end;
      lines.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    lines.add(rest);
    return lines;
  }

  private String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String fill = " ".repeat(Math.max(0, widths[i] - row.get(i).length()));
      boolean right = alignment.charAt(i) == 'r';
      line.append(i == 0 ? "" : GAP).append(right ? fill + row.get(i) : row.get(i) + fill);
    }
    return line.toString();
  }
}
