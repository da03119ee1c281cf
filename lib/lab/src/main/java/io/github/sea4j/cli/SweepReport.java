package io.github.sea4j.cli;

import io.github.sea4j.cli.io.OptionText;
import io.github.sea4j.cli.io.TextTable;
import io.github.sea4j.summary.Calibration;
import io.github.sea4j.summary.Choices;
import io.github.sea4j.summary.Summaries;
import io.github.sea4j.table.CalibrationRow;
import io.github.sea4j.table.ChoiceRow;
import io.github.sea4j.table.ResultColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * The results of a sweep in a few lines: means over all its cells, one line a solver; for the
 * shares of missed columns and of recovered instances with their 95 % intervals.
 */
final class SweepReport {

  /** Columns of the results and their headings; tables that lack one do not show it. */
  private static final List<List<String>> SHOWN =
      List.of(
          List.of(ResultColumns.SUPPORT_DISTANCE, "distance"),
          List.of(ResultColumns.EXACT_RECOVERY, "recovered"),
          List.of(ResultColumns.RELATIVE_RESIDUAL, "residual"),
          List.of(ResultColumns.DISTINCT_SUPPORTS, "supports"),
          List.of(ResultColumns.SECONDS, "seconds"));

  /** Those whose interval is shown. */
  private static final List<String> SHARES =
      List.of(ResultColumns.SUPPORT_DISTANCE, ResultColumns.EXACT_RECOVERY);

  private SweepReport() {}

  static String text(Table results) {
    String rows = "%d rows".formatted(results.rowCount()) + System.lineSeparator();
    if (results.containsColumn(CalibrationRow.SAID)) {
      return rows + Calibration.of(results).print() + System.lineSeparator();
    }
    if (results.containsColumn(ChoiceRow.RULE)) {
      return rows + choices(Choices.of(results));
    }
    return results.containsColumn(ResultColumns.SUPPORT_DISTANCE) ? rows + means(results) : rows;
  }

  private static String choices(Table summary) {
    TextTable table =
        new TextTable("lrlrrrrr", "family", "dB", "rule", "runs", "right k", "exact", "k", "false");
    for (Row row : summary) {
      table.add(
          row.getString(ChoiceRow.FAMILY),
          OptionText.compact(row.getDouble(ResultColumns.SIGNAL_TO_NOISE)),
          row.getString(ChoiceRow.RULE),
          Integer.toString(row.getInt(Summaries.COUNT)),
          share(row, Choices.RIGHT),
          share(row, Choices.EXACT),
          String.format(Locale.ROOT, "%.2f", row.getDouble(Choices.MEAN_SIZE)),
          String.format(Locale.ROOT, "%.2f", row.getDouble(Choices.MEAN_FALSE)));
    }
    return table.toString();
  }

  private static String share(Row row, String name) {
    return String.format(
        Locale.ROOT,
        "%.3f [%.3f, %.3f]",
        row.getDouble(name),
        row.getDouble(name + Choices.LOW),
        row.getDouble(name + Choices.HIGH));
  }

  private static String means(Table results) {
    List<List<String>> shown =
        SHOWN.stream().filter(column -> results.containsColumn(column.get(0))).toList();
    List<Table> summaries =
        shown.stream()
            .map(column -> Summaries.by(results, column.get(0), ResultColumns.SOLVER))
            .toList();
    List<String> headings = new ArrayList<>(shown.stream().map(column -> column.get(1)).toList());
    headings.add(0, "mean of " + results.rowCount() / summaries.get(0).rowCount() + " runs");
    TextTable table =
        new TextTable("l" + "r".repeat(shown.size()), headings.toArray(String[]::new));
    for (int row = 0; row < summaries.get(0).rowCount(); row++) {
      String[] cells = new String[headings.size()];
      cells[0] = summaries.get(0).stringColumn(ResultColumns.SOLVER).get(row);
      for (int i = 0; i < shown.size(); i++) {
        cells[i + 1] = cell(summaries.get(i).row(row), SHARES.contains(shown.get(i).get(0)));
      }
      table.add(cells);
    }
    return table.toString();
  }

  /**
   * A single instance says nothing on how sure its mean is. Student's interval of a mean of shares
   * may leave [0, 1], where no such mean is.
   */
  private static String cell(Row summary, boolean isShare) {
    String mean = OptionText.compact(summary.getDouble(Summaries.MEAN));
    double low = summary.getDouble(Summaries.LOW);
    return isShare && Double.isFinite(low)
        ? String.format(
            Locale.ROOT,
            "%s [%.3f, %.3f]",
            mean,
            Math.max(0, low),
            Math.min(1, summary.getDouble(Summaries.HIGH)))
        : mean;
  }
}
