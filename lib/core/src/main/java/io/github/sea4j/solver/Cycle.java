package io.github.sea4j.solver;

import java.util.Arrays;

/**
 * Notices that a sequence of supports, each a function of the one before, has come back to one of
 * its last 64 members and will repeat for ever.
 */
final class Cycle {

  private static final int MEMORY = 64;

  private final int[][] recent = new int[MEMORY][];
  private int count;

  boolean closedBy(int[] support) {
    for (int i = 0; i < Math.min(count, MEMORY); i++) {
      if (Arrays.equals(recent[i], support)) {
        return true;
      }
    }
    recent[count % MEMORY] = support.clone();
    count++;
    return false;
  }
}
