package io.github.sea4j.run;

import io.github.sea4j.statistics.Interval;
import io.github.sea4j.table.Tally;

/**
 * How many instances a cell of a threshold search is given.
 *
 * <p>Instances come in blocks; after each the cell is stopped early only if one of these holds:
 *
 * <ul>
 *   <li>hopeless: even if all runs left succeeded, fewer than 95 % of all would have;
 *   <li>certain: even if all runs left failed, at least 95 % of all would have succeeded;
 *   <li>plain: the 99.9 % Wilson interval of the success rate does not contain 95 %.
 * </ul>
 *
 * The first two never change the verdict of the full number of runs. The third may, in a cell whose
 * true rate is close to 95 %; with 50 looks at the data it does so seldom, and never far from 95 %.
 *
 * @param runs instances in a cell at most
 * @param block instances in a block; the last one of a cell may be smaller
 */
public record SearchRule(int runs, int block) {

  private static final double STOP_CONFIDENCE = 0.999;

  /** How many instances follow after this many. */
  int next(int done) {
    return Math.min(block, runs - done);
  }

  /** Number of instances in the first block of a cell. */
  int first() {
    return next(0);
  }

  /** Whether a cell needs no more instances. */
  boolean decided(Tally cell) {
    int left = runs - cell.runs();
    boolean hopeless = !Tally.reachesTarget(cell.successes() + left, runs);
    boolean certain = Tally.reachesTarget(cell.successes(), runs);
    return left == 0 || hopeless || certain || !mayBeTarget(cell, STOP_CONFIDENCE);
  }

  /** Whether the first block of a cell reached 95 %: what the scouting goes by. */
  boolean scouted(Tally cell) {
    return Tally.reachesTarget(cell.blocks().get(0), first());
  }

  /** Whether the cell's 95 % interval is above 95 %, or all of the runs it may have succeeded. */
  boolean clearlyAbove(Tally cell) {
    return cell.successes() == runs || (passes(cell) && !mayBeTarget(cell, Interval.CONFIDENCE));
  }

  /** Whether the cell's 95 % interval is below 95 %. */
  boolean clearlyBelow(Tally cell) {
    return !passes(cell) && !mayBeTarget(cell, Interval.CONFIDENCE);
  }

  private static boolean passes(Tally cell) {
    return Tally.reachesTarget(cell.successes(), cell.runs());
  }

  private static boolean mayBeTarget(Tally cell, double confidence) {
    Interval interval = Interval.ofShare(cell.successes(), cell.runs(), confidence);
    return interval.low() < Tally.TARGET && interval.high() >= Tally.TARGET;
  }
}
