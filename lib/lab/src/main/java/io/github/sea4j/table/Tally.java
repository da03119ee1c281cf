package io.github.sea4j.table;

import java.util.ArrayList;
import java.util.List;

/**
 * How often one solver found the exact support in one cell.
 *
 * @param cell shape and sparsity of the instances
 * @param solver name of the solver
 * @param runs number of instances
 * @param blocks successes in each block of instances, in the order of the blocks
 * @param seconds wall-clock time of all runs together; never part of a hash
 */
public record Tally(Cell cell, String solver, int runs, List<Integer> blocks, double seconds) {

  /** Copies the blocks; checks that there are not more successes than runs. */
  public Tally {
    blocks = List.copyOf(blocks);
    int successes = blocks.stream().mapToInt(Integer::intValue).sum();
    if (runs < 1 || successes > runs) {
      throw new IllegalArgumentException(
          "runs must be at least 1 and at least the %d successes, but are %d"
              .formatted(successes, runs));
    }
  }

  /** How many of the runs found the exact support. */
  public int successes() {
    return blocks.stream().mapToInt(Integer::intValue).sum();
  }

  /** The same with one more block. */
  public Tally plus(int moreRuns, int moreSuccesses, double moreSeconds) {
    List<Integer> all = new ArrayList<>(blocks);
    all.add(moreSuccesses);
    return new Tally(cell, solver, runs + moreRuns, all, seconds + moreSeconds);
  }
}
