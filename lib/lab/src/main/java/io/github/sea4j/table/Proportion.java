package io.github.sea4j.table;

import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * A share of successes and how sure it is: the Wilson score interval (Wilson, JASA 22, 1927).
 *
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
public record Proportion(double low, double high) {

  /** The success rate that the phase transition asks for (caption of Figure 2). */
  public static final double TARGET = 0.95;

  /** Confidence of the intervals that tables and figures show. */
  public static final double CONFIDENCE = 0.95;

  private static final WilsonScoreInterval WILSON = new WilsonScoreInterval();

  /** The two-sided interval of a proportion seen as {@code successes} in {@code runs}. */
  public static Proportion of(int successes, int runs, double confidence) {
    ConfidenceInterval interval = WILSON.createInterval(runs, successes, confidence);
    return new Proportion(
        Math.max(0, interval.getLowerBound()), Math.min(1, interval.getUpperBound()));
  }

  /** The interval at the confidence of tables and figures. */
  public static Proportion of(int successes, int runs) {
    return of(successes, runs, CONFIDENCE);
  }

  /** Whether these successes reach the target: {@code successes >= 0.95 runs}, exactly. */
  public static boolean reachesTarget(int successes, int runs) {
    return 100L * successes >= Math.round(100 * TARGET) * runs;
  }
}
