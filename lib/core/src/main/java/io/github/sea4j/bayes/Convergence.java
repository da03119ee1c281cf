package io.github.sea4j.bayes;

/** Whether chains from different starts tell the same story. */
final class Convergence {

  private Convergence() {}

  /** Half the sum of absolute differences, over the larger sum; 0 where both are zero. */
  static double distance(double[] first, double[] second) {
    double difference = 0;
    double sumFirst = 0;
    double sumSecond = 0;
    for (int j = 0; j < first.length; j++) {
      difference += Math.abs(first[j] - second[j]);
      sumFirst += first[j];
      sumSecond += second[j];
    }
    double larger = Math.max(sumFirst, sumSecond);
    return larger == 0 ? 0 : Math.min(1, difference / (2 * larger));
  }

  /**
   * Split R-hat of the halves of two traces (Gelman et al., <i>Bayesian Data Analysis</i>, third
   * edition, section 11.4): {@code sqrt(((h - 1)/h W + B/h)/W)} for four halves of length h, W the
   * mean of their variances and B h times the variance of their means. 1 for traces that are too
   * short or constant.
   */
  static double rHat(double[] first, double[] second) {
    int half = Math.min(first.length, second.length) / 2;
    if (half < 2) {
      return 1;
    }
    double[] means = {
      mean(first, 0, half), mean(first, half, half), mean(second, 0, half), mean(second, half, half)
    };
    double within =
        (variance(first, 0, half, means[0])
                + variance(first, half, half, means[1])
                + variance(second, 0, half, means[2])
                + variance(second, half, half, means[3]))
            / 4;
    double between = variance(means, 0, 4, mean(means, 0, 4));
    return within > 0 ? Math.sqrt((half - 1.0) / half + between / within) : 1;
  }

  private static double mean(double[] values, int from, int count) {
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += values[i];
    }
    return sum / count;
  }

  private static double variance(double[] values, int from, int count, double mean) {
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += (values[i] - mean) * (values[i] - mean);
    }
    return sum / (count - 1);
  }
}
