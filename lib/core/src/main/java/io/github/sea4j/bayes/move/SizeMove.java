package io.github.sea4j.bayes.move;

import io.github.sea4j.linalg.Vectors;
import java.util.Arrays;

/**
 * One spike more, or one less, with equal chance: a reversible jump (Green, <i>Biometrika</i> 82,
 * 1995) under a prior that gives each size from none to the largest the same probability, and each
 * support of one size as well.
 *
 * <p>A birth draws from the conditional distribution over all n - s free columns; with W the sum of
 * its weights it is accepted with probability {@code W/(n - s)}, a death with the inverse of that
 * for the state that it leads to. Cost: some n multiplications.
 */
public final class SizeMove implements Move {

  private final Chance chance;
  private final Placement placement;
  private final int[] all;
  private final double[] even;

  /** A move with its own random numbers. */
  public SizeMove(Chance chance, int columns) {
    this.chance = chance;
    this.placement = new Placement(columns);
    this.all = new int[columns];
    this.even = Vectors.ones(columns);
    Arrays.setAll(all, j -> j);
  }

  @Override
  public void step(Spikes spikes, Level level) {
    if (chance.share() < 0.5) {
      birth(spikes, level);
    } else {
      death(spikes, level);
    }
  }

  private void birth(Spikes spikes, Level level) {
    if (spikes.size() == spikes.capacity()) {
      return;
    }
    double evidence = evidence(spikes, level);
    placement.draw(spikes, level, chance);
    double correction =
        Placement.correction(spikes, level, placement.column(), placement.amplitude());
    if (placement.isAllowed(level) && chance.happens(evidence * correction)) {
      spikes.add(placement.column(), placement.amplitude());
    }
  }

  private void death(Spikes spikes, Level level) {
    if (spikes.size() == 0) {
      return;
    }
    int i = chance.below(spikes.size());
    int from = spikes.column(i);
    double amplitude = spikes.amplitude(i);
    spikes.lift(i);
    spikes.forget(i);
    double evidence = evidence(spikes, level);
    double correction = Placement.correction(spikes, level, from, amplitude);
    if (!chance.happens(1 / (evidence * correction))) {
      spikes.add(from, amplitude);
    }
  }

  /** {@code W/(n - s)}: how much likelier the measurements are with one more spike somewhere. */
  private double evidence(Spikes spikes, Level level) {
    placement.weigh(spikes, level, all, even, all.length);
    double free = spikes.length() - spikes.size();
    return FastExp.exp(placement.logTotal() + level.logSlabFactor() - StrictMath.log(free));
  }
}
