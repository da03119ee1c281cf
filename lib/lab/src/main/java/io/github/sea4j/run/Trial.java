package io.github.sea4j.run;

import io.github.sea4j.random.Seeds;
import io.github.sea4j.table.Cell;
import io.github.sea4j.table.TrialRow;

/**
 * One instance of a sweep.
 *
 * @param cell its point of the grid
 * @param number its number within the cell, from 0
 * @param seed what its instance is drawn from
 */
public record Trial(Cell cell, int number, long seed) {

  /**
   * The trial whose seed follows from experiment seed, shape, sparsity and number. The noise level
   * does not count, so that all levels share their matrices and truths; nor do the other cells of
   * the sweep, so that a cell's instances do not depend on which cells stand beside it; nor does
   * the name of the experiment: two experiments with the same seed meet the same instances in the
   * cells that they share, so that their results can be paired.
   */
  public static Trial of(long experimentSeed, Cell cell, int number) {
    return new Trial(
        cell,
        number,
        Seeds.ofTrial(experimentSeed, cell.rows(), cell.columns(), cell.sparsity(), number));
  }

  /** What tells the rows of one sweep apart: an instance and a solver. */
  record Key(Cell cell, int number, String solver) {
    static Key of(TrialRow row) {
      return new Key(row.cell(), row.trial(), row.contestant());
    }
  }

  Key key(String solver) {
    return new Key(cell, number, solver);
  }
}
