package io.github.sea4j.notebook;

import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Tables as HTML without scripts or style sheets: every text escaped, long tables cut. */
final class HtmlTable {

  private static final int MOST_ROWS = 30;
  private static final String RIGHT = " style=\"text-align:right\"";
  private static final String LEFT = " style=\"text-align:left\"";

  private HtmlTable() {}

  static Output of(Table table) {
    StringBuilder html = new StringBuilder("<table>\n<thead><tr>");
    for (Column<?> column : table.columns()) {
      cell(html, "th", align(column), column.name());
    }
    html.append("</tr></thead>\n<tbody>\n");
    int shown = Math.min(MOST_ROWS, table.rowCount());
    for (int row = 0; row < shown; row++) {
      html.append("<tr>");
      for (Column<?> column : table.columns()) {
        cell(html, "td", align(column), text(column, row));
      }
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>\n<p>").append(escape(caption(table, shown))).append("</p>");
    return Output.html(html.toString(), caption(table, shown));
  }

  /** Names and values, one pair a row. */
  static String ofPairs(List<String> namesAndValues) {
    StringBuilder html = new StringBuilder("<table><tbody>\n");
    for (int i = 0; i < namesAndValues.size(); i += 2) {
      html.append("<tr>");
      cell(html, "th", LEFT, namesAndValues.get(i));
      cell(html, "td", LEFT, namesAndValues.get(i + 1));
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

  private static String caption(Table table, int shown) {
    String all = "%s: %d rows".formatted(table.name(), table.rowCount());
    return shown == table.rowCount() ? all : all + ", the first " + shown + " shown";
  }

  private static String align(Column<?> column) {
    return column.type() == ColumnType.STRING ? LEFT : RIGHT;
  }

  private static String text(Column<?> column, int row) {
    Object value = column.get(row);
    if (column.isMissing(row) || value == null) {
      return "";
    }
    return value instanceof Double number ? number(number) : value.toString();
  }

  /** Four digits that count, without trailing zeros. */
  static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e9) {
      return Long.toString((long) value);
    }
    String text = String.format(Locale.ROOT, "%.4g", value);
    return text.contains("e") ? text : text.replaceAll("0+$", "");
  }
}
