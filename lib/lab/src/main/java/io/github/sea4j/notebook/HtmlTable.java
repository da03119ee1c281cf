package io.github.sea4j.notebook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Tables as HTML without scripts or style sheets: every text escaped, long tables cut. */
final class HtmlTable {

  private static final int MOST_ROWS = 30;
  private static final int MOST_COLUMNS = 30;
  private static final int MOST_CHARACTERS = 300;
  private static final String RIGHT = " style=\"text-align:right\"";
  private static final String LEFT = " style=\"text-align:left\"";

  private HtmlTable() {}

  static Output of(Table table) {
    Size size = new Size(table.rowCount(), table.columnCount());
    return of(table, "%s: %d rows".formatted(table.name(), size.rows()), size);
  }

  /** A matrix by rows; where one is shorter than the longest, nothing shows. */
  static Output ofMatrix(double[][] matrix) {
    int columns = Arrays.stream(matrix).mapToInt(row -> row.length).max().orElse(0);
    Size size = new Size(matrix.length, columns);
    Table corner = Table.create();
    for (int j = 0; j < size.shownColumns(); j++) {
      int column = j;
      corner.addColumns(
          DoubleColumn.create(
              Integer.toString(j),
              Arrays.stream(matrix)
                  .limit(MOST_ROWS)
                  .mapToDouble(row -> column < row.length ? row[column] : Double.NaN)));
    }
    return of(corner, "matrix, %d x %d".formatted(size.rows(), size.columns()), size);
  }

  private record Size(int rows, int columns) {
    int shownRows() {
      return Math.min(MOST_ROWS, rows);
    }

    int shownColumns() {
      return Math.min(MOST_COLUMNS, columns);
    }

    String cut() {
      return (shownRows() == rows ? "" : ", the first " + shownRows() + " shown")
          + (shownColumns() == columns
              ? ""
              : ", the first %d of %d columns".formatted(shownColumns(), columns));
    }
  }

  private static Output of(Table table, String title, Size size) {
    List<Column<?>> columns = table.columns().subList(0, size.shownColumns());
    StringBuilder html = new StringBuilder("<table>\n<thead><tr>");
    for (Column<?> column : columns) {
      cell(html, "th", align(column), column.name());
    }
    html.append("</tr></thead>\n<tbody>\n");
    for (int row = 0; row < size.shownRows(); row++) {
      html.append("<tr>");
      for (Column<?> column : columns) {
        cell(html, "td", align(column), text(column, row));
      }
      html.append("</tr>\n");
    }
    String caption = title + size.cut();
    html.append("</tbody>\n</table>\n<p>").append(escape(caption)).append("</p>");
    return Output.html(html.toString(), caption);
  }

  /** Names and values, one pair a row. */
  static String ofPairs(String... namesAndValues) {
    StringBuilder html = new StringBuilder("<table><tbody>\n");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      html.append("<tr>");
      cell(html, "th", LEFT, namesAndValues[i]);
      cell(html, "td", LEFT, namesAndValues[i + 1]);
      html.append("</tr>\n");
    }
    return html.append("</tbody></table>").toString();
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static void cell(StringBuilder html, String tag, String style, String text) {
    html.append('<').append(tag).append(style).append('>');
    html.append(escape(text)).append("</").append(tag).append('>');
  }

  private static String align(Column<?> column) {
    return column.type() == ColumnType.STRING ? LEFT : RIGHT;
  }

  private static String text(Column<?> column, int row) {
    Object value = column.get(row);
    if (column.isMissing(row) || value == null) {
      return "";
    }
    return value instanceof Double number ? number(number) : cut(value.toString());
  }

  private static String cut(String text) {
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + " ...";
  }

  /** Four digits that count, without trailing zeros behind the point. */
  static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e9) {
      return Long.toString((long) value);
    }
    String text = String.format(Locale.ROOT, "%.4g", value);
    return text.contains("e") ? text : text.replaceAll("\\.0*$|(\\.\\d*?)0+$", "$1");
  }
}
