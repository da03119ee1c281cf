package io.github.sea4j.ideas;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Two contenders on the same instances.
 *
 * @param challenger what the idea's contender did, one entry an instance
 * @param against what the other one did, in the same order
 */
record PairedTest(List<Outcome> challenger, List<Outcome> against) {

  /** Residuals that differ by less, beside the norm of the measurements, are equal. */
  private static final double EQUAL = 1e-9;

  static final List<String> COLUMNS =
      List.of(
          "instances",
          "distance",
          "distance_against",
          "difference",
          "half_width",
          "closer",
          "farther",
          "residual_below",
          "residual_above",
          "products",
          "products_against",
          "cpu_milliseconds",
          "cpu_milliseconds_against");

  /**
   * What one contender did with one instance.
   *
   * @param distance support distance to the truth
   * @param residual in the original problem, beside the norm of the measurements
   * @param products with A, A', or their whitened forms
   * @param cpuNanos of the thread
   */
  record Outcome(double distance, double residual, long products, long cpuNanos) {}

  /** The instances of both tests. */
  static PairedTest together(List<PairedTest> tests) {
    return new PairedTest(
        tests.stream().flatMap(test -> test.challenger.stream()).toList(),
        tests.stream().flatMap(test -> test.against.stream()).toList());
  }

  /** The values of {@link #COLUMNS}. */
  List<String> row() {
    double[] distances = differences();
    double mean = Arrays.stream(distances).average().orElseThrow();
    return Stream.of(
            Integer.toString(distances.length),
            number("%.4f", mean(challenger, false)),
            number("%.4f", mean(against, false)),
            number("%.4f", mean),
            number("%.4f", halfWidth(distances, mean)),
            Long.toString(Arrays.stream(distances).filter(d -> d < 0).count()),
            Long.toString(Arrays.stream(distances).filter(d -> d > 0).count()),
            Long.toString(residualsApart(-1)),
            Long.toString(residualsApart(1)),
            number("%.0f", mean(challenger, true)),
            number("%.0f", mean(against, true)),
            number("%.3g", milliseconds(challenger)),
            number("%.3g", milliseconds(against)))
        .toList();
  }

  private double[] differences() {
    double[] differences = new double[challenger.size()];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = challenger.get(i).distance - against.get(i).distance;
    }
    return differences;
  }

  /** Half of the 95 % interval of the mean, by Student's t. */
  private static double halfWidth(double[] values, double mean) {
    int count = values.length;
    if (count < 2) {
      return Double.NaN;
    }
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    double quantile = new TDistribution(count - 1).inverseCumulativeProbability(0.975);
    return quantile * Math.sqrt(squares / (count - 1) / count);
  }

  /** How many residuals are lower (-1) or higher (1) than the other's. */
  private long residualsApart(int sign) {
    long count = 0;
    for (int i = 0; i < challenger.size(); i++) {
      double change = challenger.get(i).residual - against.get(i).residual;
      count += sign * change > EQUAL ? 1 : 0;
    }
    return count;
  }

  private static double mean(List<Outcome> outcomes, boolean ofProducts) {
    return outcomes.stream()
        .mapToDouble(outcome -> ofProducts ? outcome.products : outcome.distance)
        .average()
        .orElseThrow();
  }

  /** The median: the first solves of a contender are slow, as the JIT has not met them. */
  private static double milliseconds(List<Outcome> outcomes) {
    double[] sorted = outcomes.stream().mapToDouble(o -> o.cpuNanos * 1e-6).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
