package io.github.sea4j.summary;

import io.github.sea4j.table.PhaseColumns;
import io.github.sea4j.table.ResultColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What a figure says at a few places, for people to read: one row for each solver, one column for
 * each place, in each a number and its 95 % interval. Places that the results do not have are
 * replaced by the nearest that they have.
 */
public final class Readings {

  private Readings() {}

  /**
   * Means of a column, such as {@code 0.152 ± 0.021}, with the intervals of {@link Summaries#by};
   * without one where there is a single instance. Where an interval is not symmetric, its ends are
   * given: shares of a true-or-false column, such as {@code 0.98 [0.90, 1.00]} (all of a few is not
   * all), and distances of which none but 0 was seen. A noise level is named as by {@link
   * #noiseLevel}.
   *
   * @param results a results table, or one of {@link CellMeans}
   * @param column a numeric or true-or-false column of it; true counts 1
   * @param key column with the places, such as {@code k} or {@code snr_db}
   * @param places values of the key
   */
  public static Table means(Table results, String column, String key, double... places) {
    Table summary = Summaries.by(results, column, ResultColumns.SOLVER, key);
    boolean isShare = Summaries.isFlag(results, column);
    return wide(summary, key, places, isShare ? Readings::share : Readings::mean)
        .setName("mean " + column.replace('_', ' '));
  }

  /**
   * Thresholds, such as {@code 0.240 [0.230, 0.250]}.
   *
   * @param thresholds a table of {@link Thresholds}
   * @param zetas undersampling, m / n
   */
  public static Table thresholds(Table thresholds, double... zetas) {
    return wide(thresholds, PhaseColumns.ZETA, zetas, Readings::threshold).setName("rho95");
  }

  /** A signal-to-noise ratio in words: {@code 40 dB}, or {@code no noise} if it is infinite. */
  public static String noiseLevel(double decibel) {
    return Double.isInfinite(decibel) ? "no noise" : label(decibel) + " dB";
  }

  /**
   * Whole numbers in words, such as {@code 2 to 7, 9}; {@code none} if there are none.
   *
   * @param ascending the numbers, each once
   */
  public static String ranges(int... ascending) {
    List<String> found = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < ascending.length; i++) {
      if (i + 1 == ascending.length || ascending[i + 1] != ascending[i] + 1) {
        found.add(range(ascending[first], ascending[i]));
        first = i + 1;
      }
    }
    return found.isEmpty() ? "none" : String.join(", ", found);
  }

  private static String range(int first, int last) {
    return first == last ? Integer.toString(first) : first + " to " + last;
  }

  /** The values of a column that come nearest to these, ascending, each once. */
  public static double[] nearest(DoubleColumn column, double... wanted) {
    return nearestOf(column, wanted);
  }

  /** The values of a column that come nearest to these, ascending, each once. */
  public static int[] nearest(IntColumn column, int... wanted) {
    double[] found = nearestOf(column, Arrays.stream(wanted).asDoubleStream().toArray());
    return Arrays.stream(found).mapToInt(value -> (int) value).toArray();
  }

  private static double[] nearestOf(NumericColumn<?> column, double... wanted) {
    double[] there = column.asDoubleColumn().unique().asDoubleArray();
    Arrays.sort(there);
    return Arrays.stream(wanted).map(value -> nearest(there, value)).sorted().distinct().toArray();
  }

  private static double nearest(double[] ascending, double wanted) {
    return DoubleStream.of(ascending)
        .reduce((best, next) -> distance(next, wanted) < distance(best, wanted) ? next : best)
        .orElseThrow(() -> new IllegalArgumentException("results must have at least one row"));
  }

  /** Infinity, the absence of noise, is at no distance from itself. */
  private static double distance(double a, double b) {
    return a == b ? 0 : Math.abs(a - b);
  }

  private static Table wide(
      Table summary, String key, double[] places, Function<Row, String> reading) {
    List<String> solvers = Summaries.solvers(summary);
    Table answer = Table.create(StringColumn.create(ResultColumns.SOLVER, solvers));
    for (double place : nearestOf((NumericColumn<?>) summary.column(key), places)) {
      StringColumn cells = StringColumn.create(title(key, place));
      Table there = summary.where(summary.numberColumn(key).asDoubleColumn().isEqualTo(place));
      for (String solver : solvers) {
        cells.append(
            Summaries.ofSolver(there, solver).stream().map(reading).findFirst().orElse(""));
      }
      answer.addColumns(cells);
    }
    return answer;
  }

  private static String title(String key, double place) {
    return key.equals(ResultColumns.SIGNAL_TO_NOISE)
        ? noiseLevel(place)
        : "%s = %s".formatted(key, label(place));
  }

  private static String label(double place) {
    return place == Math.rint(place)
        ? String.format(Locale.ROOT, "%.0f", place)
        : Double.toString(place);
  }

  private static String share(Row row) {
    return row.isMissing(Summaries.LOW)
        ? String.format(Locale.ROOT, "%.2f", row.getDouble(Summaries.MEAN))
        : String.format(
            Locale.ROOT,
            "%.2f [%.2f, %.2f]",
            row.getDouble(Summaries.MEAN),
            row.getDouble(Summaries.LOW),
            row.getDouble(Summaries.HIGH));
  }

  private static String mean(Row row) {
    String mean = number(row.getDouble(Summaries.MEAN));
    if (row.isMissing(Summaries.LOW)) {
      return mean;
    }
    double low = row.getDouble(Summaries.LOW);
    double high = row.getDouble(Summaries.HIGH);
    boolean seenOnlyOne = row.getDouble(Summaries.STANDARD_ERROR) == 0 && low < high;
    return seenOnlyOne
        ? "%s [%s, %s]".formatted(mean, number(low), number(high))
        : "%s ± %s".formatted(mean, number((high - low) / 2));
  }

  /** Shares in thousandths, larger numbers such as counts to three digits or all of them. */
  private static String number(double value) {
    return String.format(
        Locale.ROOT,
        Math.abs(value) < 10 ? "%.3f" : Math.abs(value) < 100 ? "%.1f" : "%.0f",
        value);
  }

  private static String threshold(Row row) {
    return String.format(
        Locale.ROOT,
        "%.3f [%.3f, %.3f]",
        row.getDouble(PhaseColumns.RHO_95),
        row.getDouble(PhaseColumns.RHO_LOW),
        row.getDouble(PhaseColumns.RHO_HIGH));
  }
}
