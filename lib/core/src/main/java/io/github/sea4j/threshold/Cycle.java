package io.github.sea4j.threshold;

import java.util.Arrays;

/**
 * Notices that a sequence of iterates, each a function of the one before, has come back to one of
 * its last 64 members and will repeat for ever. Iterates count as equal when their supports are and
 * their residuals agree to a relative 1e-12.
 */
final class Cycle {

  private static final int MEMORY = 64;
  private static final double EQUAL = 1e-12;

  private final int[][] supports = new int[MEMORY][];
  private final double[] residuals = new double[MEMORY];
  private int count;

  /** How many iterations ago the same iterate was met; 0 if it is new. Remembers it. */
  int closedBy(int[] support, double residual) {
    for (int back = 1; back <= Math.min(count, MEMORY); back++) {
      int i = (count - back) % MEMORY;
      if (Math.abs(residuals[i] - residual) <= EQUAL * residual
          && Arrays.equals(supports[i], support)) {
        return back;
      }
    }
    supports[count % MEMORY] = support.clone();
    residuals[count % MEMORY] = residual;
    count++;
    return 0;
  }
}
