package io.github.sea4j.summary;

import io.github.sea4j.statistics.Interval;
import io.github.sea4j.summary.Groups.Group;
import io.github.sea4j.table.ResultColumns;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Means over instances, with how sure they are; medians of times. */
public final class Summaries {

  /** Mean over the instances. */
  public static final String MEAN = "mean";

  /** Standard error of the mean; 0 for a single instance. */
  public static final String STANDARD_ERROR = "standard_error";

  /** Lower end of the 95 % interval of the mean; missing for a single instance. */
  public static final String LOW = "low";

  /** Upper end of the 95 % interval of the mean; missing for a single instance. */
  public static final String HIGH = "high";

  /** Median over the instances. */
  public static final String MEDIAN = "median";

  /** A quarter of the instances is not above it. */
  public static final String LOWER_QUARTILE = "lower_quartile";

  /** Three quarters of the instances are not above it. */
  public static final String UPPER_QUARTILE = "upper_quartile";

  /** Number of instances. */
  public static final String COUNT = "instances";

  private Summaries() {}

  /** {@link #by} for each solver and sparsity. */
  public static Table bySparsity(Table results, String column) {
    return by(results, column, ResultColumns.SOLVER, ResultColumns.SPARSITY);
  }

  /**
   * Mean, standard error, 95 % interval and number of instances of a column, for each combination
   * of the keys.
   *
   * <p>Intervals are by Student's t; those of a true-or-false column are Wilson's. Where an
   * instance gives a group several values, as noise levels together do, standard error and interval
   * are by clusters of instances. Where the support distance is 0 (or 1) on all of them, that is
   * not certain of all others: the interval is that of an event not seen, {@link
   * Interval#boundOfUnseen}.
   *
   * @param results a results table, or one of {@link CellMeans}, which has taken the means already
   * @param column a numeric or true-or-false column of it; true counts 1
   * @param keys columns to group by, in the order of the answer's columns
   * @return the keys, then mean, standard_error, low, high, instances; rows by first appearance of
   *     the first key, then ascending
   */
  public static Table by(Table results, String column, String... keys) {
    if (CellMeans.isOf(results)) {
      return CellMeans.by(results, column, keys);
    }
    Groups groups = Groups.of(results, column, keys);
    boolean isFlag = isFlag(results, column);
    List<Interval> intervals =
        groups.groups().stream().map(group -> interval(group, column, isFlag)).toList();
    return groups
        .table(
            groups.column(MEAN, Summaries::mean),
            groups.column(STANDARD_ERROR, Summaries::standardError),
            column(LOW, intervals, Interval::low),
            column(HIGH, intervals, Interval::high),
            groups.column(COUNT, group -> group.values().length).asIntColumn())
        .setName(column + " by " + String.join(", ", keys));
  }

  static DoubleColumn column(
      String name, List<Interval> intervals, ToDoubleFunction<Interval> end) {
    return DoubleColumn.create(name, intervals.stream().mapToDouble(end).toArray());
  }

  private static double mean(Group group) {
    return StatUtils.mean(group.values());
  }

  private static double standardError(Group group) {
    int count = group.values().length;
    if (count < 2) {
      return 0;
    }
    return group.repeats()
        ? Interval.clusteredError(group.values(), group.instances())
        : Math.sqrt(StatUtils.variance(group.values())) / Math.sqrt(count);
  }

  private static Interval interval(Group group, String column, boolean isFlag) {
    int instances = (int) group.instances().stream().distinct().count();
    boolean isCount = isFlag && !group.repeats();
    return interval(mean(group), standardError(group), instances, isCount, isShare(column, isFlag));
  }

  /** What cannot leave [0, 1]. */
  static boolean isShare(String column, boolean isFlag) {
    return isFlag || column.equals(ResultColumns.SUPPORT_DISTANCE);
  }

  /**
   * The interval of a mean; ends are NaN where one instance says nothing on others.
   *
   * @param isCount whether the mean is the share of instances of which something is true
   */
  static Interval interval(
      double mean, double error, int instances, boolean isCount, boolean isShare) {
    if (instances < 2) {
      return new Interval(Double.NaN, Double.NaN);
    }
    if (isCount) {
      return Interval.ofShare((int) Math.round(mean * instances), instances);
    }
    if (isShare && (mean == 0 || mean == 1)) {
      double unseen = Interval.boundOfUnseen(instances);
      return mean == 0 ? new Interval(0, unseen) : new Interval(1 - unseen, 1);
    }
    return Interval.ofMean(mean, error, instances);
  }

  /** Whether a column, or what the means are of, is true or false. */
  static boolean isFlag(Table results, String column) {
    return CellMeans.isOf(results)
        ? CellMeans.isFlag(column)
        : results.column(column) instanceof BooleanColumn;
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
    Groups groups = Groups.of(results, column, keys);
    return groups
        .table(
            groups.column(MEDIAN, group -> StatUtils.percentile(group.values(), 50)),
            groups.column(LOWER_QUARTILE, group -> StatUtils.percentile(group.values(), 25)),
            groups.column(UPPER_QUARTILE, group -> StatUtils.percentile(group.values(), 75)),
            groups.column(COUNT, group -> group.values().length).asIntColumn())
        .setName(column + " by " + String.join(", ", keys));
  }

  /** The solvers of a table, in the order of their first appearance. */
  public static List<String> solvers(Table table) {
    return inOrder(table.stringColumn(ResultColumns.SOLVER));
  }

  /** The rows of one solver. */
  public static Table ofSolver(Table table, String solver) {
    return table.where(table.stringColumn(ResultColumns.SOLVER).isEqualTo(solver));
  }

  /** The different texts of a column, in the order of their first appearance. */
  public static List<String> inOrder(StringColumn column) {
    return column.asList().stream().distinct().toList();
  }
}
