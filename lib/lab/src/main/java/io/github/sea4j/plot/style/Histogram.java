package io.github.sea4j.plot.style;

import java.util.Arrays;

/**
 * Counts of values in bins of one width, as the outline that is drawn.
 *
 * @param edges x of the outline, from the left end to the right
 * @param heights y of the outline
 * @param most values in one bin
 */
public record Histogram(double[] edges, double[] heights, int most) {

  /**
   * Counts.
   *
   * @throws IllegalArgumentException if there is no value, one is not finite, or bins are below 1
   */
  public static Histogram of(double[] values, int bins) {
    boolean finite = Arrays.stream(values).allMatch(Double::isFinite);
    if (values.length == 0 || !finite || bins < 1) {
      throw new IllegalArgumentException(
          "histogram needs at least one bin and one value, all finite, but has %d and %d%s"
              .formatted(bins, values.length, finite ? "" : ", not all finite"));
    }
    double low = Arrays.stream(values).min().getAsDouble();
    double high = Arrays.stream(values).max().getAsDouble();
    double width = low == high ? 1.0 / bins : (high - low) / bins;
    int[] counts = new int[bins];
    for (double value : values) {
      counts[(int) Math.min(bins - 1.0, (value - low) / width)]++;
    }
    return outline(low, width, counts);
  }

  private static Histogram outline(double low, double width, int[] counts) {
    double[] edges = new double[4 * counts.length + 1];
    double[] heights = new double[4 * counts.length + 1];
    for (int i = 0; i < counts.length; i++) {
      for (int corner = 0; corner < 4; corner++) {
        edges[4 * i + corner + 1] = low + (corner < 2 ? i : i + 1) * width;
        heights[4 * i + corner + 1] = corner == 0 || corner == 3 ? 0 : counts[i];
      }
    }
    edges[0] = low;
    // XChart sets its ticks on points that are equally spaced, instead of on round numbers.
    edges[2] = low + width / 1000;
    heights[1] = counts[0];
    return new Histogram(edges, heights, Arrays.stream(counts).max().orElse(0));
  }
}
