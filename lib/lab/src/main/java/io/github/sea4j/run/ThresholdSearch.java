package io.github.sea4j.run;

import io.github.sea4j.table.Tally;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which sparsity a search for the 95 % threshold of one solver at one shape tests next.
 *
 * <ol>
 *   <li>Scouting, one block a cell: the grid of k is climbed by doubling until a block falls below
 *       95 %, then the gap is halved until two neighbours of the grid remain, the lower one above.
 *   <li>Walking, every cell until {@link SearchRule#decided}: from the lower neighbour down to the
 *       first cell that is clearly above 95 %, then from the upper neighbour up to the first that
 *       is clearly below.
 * </ol>
 *
 * <p>The next cell is a function of the finished blocks of this search alone; so is, in the end,
 * the set of cells and the number of instances in each.
 *
 * @param rule how many instances a cell is given
 * @param grid sparsities, ascending
 */
record ThresholdSearch(SearchRule rule, List<Integer> grid) {

  /** The scouting begins at rho of about 0.04. */
  private static final int FIRST_STEPS = 25;

  /**
   * The sparsity whose cell needs one more block.
   *
   * @param tallies the finished blocks at a sparsity, or null for none
   * @return nothing when the search is over
   */
  OptionalInt next(IntFunction<@Nullable Tally> tallies) {
    int low = -1;
    int high = grid.size();
    while (high - low > 1) {
      int probe = probe(low, high);
      Tally cell = tallies.apply(grid.get(probe));
      if (cell == null) {
        return OptionalInt.of(grid.get(probe));
      }
      if (rule.scouted(cell)) {
        low = probe;
      } else {
        high = probe;
      }
    }
    OptionalInt down = walk(low, -1, tallies);
    return down.isPresent() ? down : walk(low + 1, 1, tallies);
  }

  private int probe(int low, int high) {
    if (high < grid.size()) {
      return (low + high) / 2;
    }
    int climbed = low < 0 ? Math.max(1, grid.size() / FIRST_STEPS) : 2 * (low + 1);
    return Math.min(grid.size(), climbed) - 1;
  }

  private OptionalInt walk(int from, int step, IntFunction<@Nullable Tally> tallies) {
    for (int i = from; i >= 0 && i < grid.size(); i += step) {
      Tally cell = tallies.apply(grid.get(i));
      if (cell == null || !rule.decided(cell)) {
        return OptionalInt.of(grid.get(i));
      }
      if (step < 0 ? rule.clearlyAbove(cell) : rule.clearlyBelow(cell)) {
        return OptionalInt.empty();
      }
    }
    return OptionalInt.empty();
  }
}
