package io.github.sea4j.table;

import static tech.tablesaw.aggregate.AggregateFunctions.countNonMissing;
import static tech.tablesaw.aggregate.AggregateFunctions.mean;
import static tech.tablesaw.aggregate.AggregateFunctions.median;
import static tech.tablesaw.aggregate.AggregateFunctions.quartile1;
import static tech.tablesaw.aggregate.AggregateFunctions.quartile3;
import static tech.tablesaw.aggregate.AggregateFunctions.stdDev;

import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Means over instances, with how sure they are; medians of times. */
public final class Summaries {

  /** Mean over the instances. */
  public static final String MEAN = "mean";

  /** Standard error of the mean, {@code s / sqrt(count)}; 0 for a single instance. */
  public static final String STANDARD_ERROR = "standard_error";

  /** Median over the instances. */
  public static final String MEDIAN = "median";

  /** A quarter of the instances is not above it. */
  public static final String LOWER_QUARTILE = "lower_quartile";

  /** Three quarters of the instances are not above it. */
  public static final String UPPER_QUARTILE = "upper_quartile";

  /** Number of instances. */
  public static final String COUNT = "instances";

  private Summaries() {}

  /**
   * Mean, standard error and number of instances of a column, for each solver and sparsity.
   *
   * @param results a results table
   * @param column a numeric or true-or-false column of it; true counts 1
   * @return columns solver, k, mean, standard_error, instances; solvers in the order of the results
   */
  public static Table bySparsity(Table results, String column) {
    return by(results, column, ResultColumns.SOLVER, ResultColumns.SPARSITY);
  }

  /**
   * Mean, standard error and number of instances of a column, for each combination of the keys.
   *
   * @param results a results table
   * @param column a numeric or true-or-false column of it; true counts 1
   * @param keys columns to group by, in the order of the answer's columns
   * @return the keys, then mean, standard_error, instances; rows by first appearance of the first
   *     key, then ascending
   */
  public static Table by(Table results, String column, String... keys) {
    Groups groups = Groups.of(results, column, keys, mean, stdDev, countNonMissing);
    DoubleColumn average = groups.statistic(mean, MEAN);
    DoubleColumn deviation = groups.statistic(stdDev, STANDARD_ERROR);
    IntColumn count = groups.statistic(countNonMissing, COUNT).asIntColumn();
    DoubleColumn error = DoubleColumn.create(STANDARD_ERROR);
    for (int row = 0; row < count.size(); row++) {
      int instances = count.getInt(row);
      error.append(instances < 2 ? 0 : deviation.getDouble(row) / Math.sqrt(instances));
    }
    return groups.table(average, error, count).setName(column + " by " + String.join(", ", keys));
  }

  /**
   * Median, quartiles and number of instances of a column, for each combination of the keys: for
   * times, of which a busy machine makes some far too long.
   *
   * @param results a results table
   * @param column a numeric column of it
   * @param keys columns to group by, in the order of the answer's columns
   * @return the keys, then median, lower_quartile, upper_quartile, instances; rows as of {@link
   *     #by}
   */
  public static Table quartiles(Table results, String column, String... keys) {
    Groups groups = Groups.of(results, column, keys, median, quartile1, quartile3, countNonMissing);
    return groups
        .table(
            groups.statistic(median, MEDIAN),
            groups.statistic(quartile1, LOWER_QUARTILE),
            groups.statistic(quartile3, UPPER_QUARTILE),
            groups.statistic(countNonMissing, COUNT).asIntColumn())
        .setName(column + " by " + String.join(", ", keys));
  }

  /** The different texts of a column, in the order of their first appearance. */
  public static List<String> inOrder(StringColumn column) {
    return column.asList().stream().distinct().toList();
  }
}
