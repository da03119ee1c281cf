package io.github.sea4j.summary;

import io.github.sea4j.statistics.Interval;
import io.github.sea4j.table.ChoiceRow;
import io.github.sea4j.table.ResultColumns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** How often each rule chose the right size, and exactly the true columns. */
public final class Choices {

  /** Share of instances on which the rule chose k*. */
  public static final String RIGHT = "right";

  /** Share of instances on which it chose exactly the true columns. */
  public static final String EXACT = "exact";

  /** Behind {@link #RIGHT} or {@link #EXACT}: lower end of the 95 % interval. */
  public static final String LOW = "_low";

  /** Behind {@link #RIGHT} or {@link #EXACT}: upper end of the 95 % interval. */
  public static final String HIGH = "_high";

  /** Mean of the chosen size. */
  public static final String MEAN_SIZE = "mean_k";

  /** Mean number of chosen columns that are not true. */
  public static final String MEAN_FALSE = "mean_false";

  private Choices() {}

  private record Key(String family, double level, String rule) {}

  private record Choice(int truth, int chosen, int hits) {}

  /**
   * Shares over the instances of each family, level and rule, in order of appearance; intervals are
   * Wilson's.
   *
   * @param results a table with the columns of {@link ChoiceRow} but for experiment, solver, trial
   *     and seconds, which need not be there
   * @return family, snr_db, rule, instances, right, right_low, right_high, exact, exact_low,
   *     exact_high, mean_k, mean_false
   */
  public static Table of(Table results) {
    Map<Key, List<Choice>> groups = new LinkedHashMap<>();
    for (Row row : results) {
      Key key =
          new Key(
              row.getString(ChoiceRow.FAMILY),
              row.getNumber(ResultColumns.SIGNAL_TO_NOISE),
              row.getString(ChoiceRow.RULE));
      groups
          .computeIfAbsent(key, unseen -> new ArrayList<>())
          .add(
              new Choice(
                  row.getInt(ResultColumns.SPARSITY),
                  row.getInt(ChoiceRow.CHOSEN),
                  row.getInt(ChoiceRow.HITS)));
    }
    Table table = empty();
    groups.forEach((key, choices) -> append(table, key, choices));
    return table;
  }

  private static Table empty() {
    Table table =
        Table.create(
            "choice of k",
            StringColumn.create(ChoiceRow.FAMILY),
            DoubleColumn.create(ResultColumns.SIGNAL_TO_NOISE),
            StringColumn.create(ChoiceRow.RULE),
            IntColumn.create(Summaries.COUNT));
    for (String share : List.of(RIGHT, EXACT)) {
      table.addColumns(
          DoubleColumn.create(share),
          DoubleColumn.create(share + LOW),
          DoubleColumn.create(share + HIGH));
    }
    return table.addColumns(DoubleColumn.create(MEAN_SIZE), DoubleColumn.create(MEAN_FALSE));
  }

  private static void append(Table table, Key key, List<Choice> choices) {
    Row row = table.appendRow();
    row.setString(ChoiceRow.FAMILY, key.family);
    row.setDouble(ResultColumns.SIGNAL_TO_NOISE, key.level);
    row.setString(ChoiceRow.RULE, key.rule);
    row.setInt(Summaries.COUNT, choices.size());
    share(row, RIGHT, choices.stream().filter(c -> c.chosen == c.truth).count(), choices.size());
    share(
        row,
        EXACT,
        choices.stream().filter(c -> c.chosen == c.truth && c.hits == c.truth).count(),
        choices.size());
    row.setDouble(MEAN_SIZE, choices.stream().mapToInt(Choice::chosen).average().orElse(0));
    row.setDouble(
        MEAN_FALSE, choices.stream().mapToInt(c -> c.chosen - c.hits).average().orElse(0));
  }

  private static void share(Row row, String name, long count, int of) {
    Interval interval = Interval.ofShare((int) count, of);
    row.setDouble(name, (double) count / of);
    row.setDouble(name + LOW, interval.low());
    row.setDouble(name + HIGH, interval.high());
  }
}
