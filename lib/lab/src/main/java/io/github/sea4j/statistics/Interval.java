package io.github.sea4j.statistics;

import io.github.sea4j.check.Require;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * How sure a number is: the two-sided confidence interval of a mean, a share, or a mean over
 * clusters; for a share of which nothing was seen, the bound above it.
 *
 * @param low lower end
 * @param high upper end
 */
public record Interval(double low, double high) {

  /** Confidence of the intervals that tables and figures show. */
  public static final double CONFIDENCE = 0.95;

  private static final WilsonScoreInterval WILSON = new WilsonScoreInterval();

  /**
   * The interval of a mean of independent values, by Student's t: {@code mean ± t s / sqrt(n)}.
   *
   * @param mean of the values
   * @param standardError {@code s / sqrt(n)}, of the mean
   * @param count n, at least 2: one value says nothing on how sure it is
   */
  public static Interval ofMean(double mean, double standardError, int count) {
    if (count < 2) {
      throw new IllegalArgumentException(
          "count of values must be at least 2 for an interval, but is " + count);
    }
    double half = quantile(count - 1) * standardError;
    return new Interval(mean - half, mean + half);
  }

  /** The quantile t that leaves (1 - {@link #CONFIDENCE}) / 2 above it. */
  private static double quantile(int degreesOfFreedom) {
    return new TDistribution(null, degreesOfFreedom)
        .inverseCumulativeProbability((1 + CONFIDENCE) / 2);
  }

  /**
   * The interval of a mean of values that come in clusters, such as several tasks on each of some
   * instances: clusters are independent, the values of one are not. With G clusters and e_g the sum
   * of the deviations from the mean in cluster g, the standard error is {@code sqrt(G / (G - 1) *
   * sum of e_g²) / n}, with G - 1 degrees of freedom (Cameron and Miller, Journal of Human
   * Resources 50, 2015, section II). With a value a cluster it is {@link #ofMean}.
   *
   * @param values one or more in each cluster
   * @param clusters of the values, in the same order; told apart by equals
   * @throws IllegalArgumentException if there are fewer than 2 clusters
   */
  public static Interval ofClusters(double[] values, List<?> clusters) {
    int count = Math.toIntExact(clusters.stream().distinct().count());
    return ofMean(mean(values), clusteredError(values, clusters), count);
  }

  /**
   * The standard error of the mean of values in clusters, see {@link #ofClusters}; 0 with a single
   * cluster.
   */
  public static double clusteredError(double[] values, List<?> clusters) {
    if (values.length != clusters.size()) {
      throw new IllegalArgumentException(
          "clusters must be as many as the %d values, but are %d"
              .formatted(values.length, clusters.size()));
    }
    double mean = mean(values);
    Map<Object, Double> deviations = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      deviations.merge(clusters.get(i), values[i] - mean, Double::sum);
    }
    return error(
        deviations.values().stream().mapToDouble(Double::doubleValue).toArray(), values.length);
  }

  /**
   * The interval of a ratio of sums over clusters, {@code sum of parts / sum of wholes}, such as
   * the share of columns with a property when each instance has some: see {@link #ofClusters},
   * which it is where the wholes count values.
   *
   * @param parts of the clusters, in one order
   * @param wholes of the clusters, in the same order, of positive sum
   * @throws IllegalArgumentException if there are fewer than 2 clusters, or not one whole for each
   *     part
   */
  public static Interval ofRatio(double[] parts, double[] wholes) {
    Require.length("wholes", wholes.length, "parts", parts.length);
    double whole = sum(wholes);
    double ratio = sum(parts) / whole;
    double[] deviations = new double[parts.length];
    for (int g = 0; g < parts.length; g++) {
      deviations[g] = parts[g] - ratio * wholes[g];
    }
    return ofMean(ratio, error(deviations, whole), parts.length);
  }

  /** Of a mean or ratio over {@code whole}, from the deviations of independent clusters. */
  private static double error(double[] deviations, double whole) {
    double squares = 0;
    for (double deviation : deviations) {
      squares += deviation * deviation;
    }
    double groups = deviations.length;
    return groups < 2 ? 0 : Math.sqrt(squares * groups / (groups - 1)) / whole;
  }

  private static double mean(double[] values) {
    return sum(values) / values.length;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /**
   * The interval of a share seen as {@code successes} in {@code runs}: Wilson's score interval
   * (Wilson, JASA 22, 1927).
   */
  public static Interval ofShare(int successes, int runs, double confidence) {
    ConfidenceInterval interval = WILSON.createInterval(runs, successes, confidence);
    return new Interval(
        Math.max(0, interval.getLowerBound()), Math.min(1, interval.getUpperBound()));
  }

  /** The interval of a share at the confidence of tables and figures. */
  public static Interval ofShare(int successes, int runs) {
    return ofShare(successes, runs, CONFIDENCE);
  }

  /**
   * What the share of an event may still be that was not seen in {@code runs} runs: the p with
   * {@code (1 - p)^runs = 1 - CONFIDENCE}, nearly 3 / runs (Hanley and Lippman-Hand, JAMA 249,
   * 1983).
   *
   * @param runs at least 1
   */
  public static double boundOfUnseen(int runs) {
    if (runs < 1) {
      throw new IllegalArgumentException("runs must be at least 1, but are " + runs);
    }
    return -Math.expm1(Math.log1p(-CONFIDENCE) / runs);
  }
}
