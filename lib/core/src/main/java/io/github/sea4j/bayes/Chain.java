package io.github.sea4j.bayes;

import io.github.sea4j.bayes.move.ModelParameters;
import io.github.sea4j.bayes.move.Spikes;
import java.util.function.BooleanSupplier;

/**
 * One chain from its start to its end: the first 4/9 of the sweeps take amplitudes to be Gaussian
 * around zero, the next sixth or so learn their law, the rest count.
 *
 * <p>Used by one thread at a time, though the levels of a sweep may be divided among several.
 */
final class Chain {

  private final Ladder ladder;
  private final Learning learning;
  private final int broad;
  private final int learned;
  private final int end;
  private InclusionCount tally;
  private int sweeps;

  Chain(SpikeModel model, PosteriorSettings settings, Spikes start, long seed) {
    this(model, settings, start, new Ladder(model, start, seed));
  }

  Chain(SpikeModel model, PosteriorSettings settings, Spikes start, Ladder ladder) {
    this.ladder = ladder;
    this.learning = new Learning(model, settings, start);
    this.end = settings.sweeps();
    this.broad = 4 * end / 9;
    this.learned = broad + (end - broad) / 3;
    this.tally = new InclusionCount(model.columns(), model.most(), end);
    ladder.set(learning.parameters());
    ladder.report(tally);
  }

  /** Sweeps one level; to be followed by {@link #finishSweep} once all have been. */
  void sweep(int level, BooleanSupplier mustStop) {
    ladder.sweep(level, mustStop);
  }

  /** What follows once each level has been swept: exchanges, learning, counting. */
  void finishSweep(SpikeModel model) {
    ladder.exchange();
    sweeps++;
    tally.addSweep(ladder.coldest());
    if (sweeps < broad) {
      learning.learnBroadly(ladder.coldest());
      ladder.set(learning.parameters());
    } else if (sweeps < learned) {
      learning.learnLaw(ladder.coldest(), sweeps == broad);
      ladder.set(learning.parameters());
    }
    if (sweeps == broad || sweeps == learned) {
      tally = new InclusionCount(model.columns(), model.most(), end);
      ladder.report(tally);
    }
  }

  /** Sweeps done. */
  int sweeps() {
    return sweeps;
  }

  boolean isDone() {
    return sweeps >= end;
  }

  ModelParameters parameters() {
    return learning.parameters();
  }

  /** What has been counted since parameters changed their course last. */
  InclusionCount tally() {
    return tally;
  }

  Spikes state() {
    return ladder.coldest();
  }
}
