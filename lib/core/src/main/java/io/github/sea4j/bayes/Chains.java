package io.github.sea4j.bayes;

import io.github.sea4j.bayes.move.Chance;
import io.github.sea4j.bayes.move.Spikes;
import io.github.sea4j.concurrent.Workers;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.random.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Samples supports and amplitudes from their posterior given {@code y = A x + e}, by two chains of
 * parallel tempering from different starts.
 *
 * <p>The result depends on the problem and the settings alone, not on the number of threads. Cost:
 * with k spikes, some 17 k moves a sweep and chain, each some hundred multiplications and a few
 * Gram columns added.
 */
final class Chains {

  /** Sees what is known so far from time to time, on the calling thread. */
  @FunctionalInterface
  interface Listener {

    /**
     * Called after some sweeps.
     *
     * @param sweeps done so far
     */
    void onSweeps(int sweeps, Summary soFar);
  }

  /** Sweeps between two looks at the clock. */
  private static final int BLOCK = 8;

  /** Above that many moves a sweep, the levels of a chain are divided among threads too. */
  private static final int LARGE = 4000;

  private final SpikeModel model;
  private final BooleanSupplier mustStop;
  private final List<Chain> all;
  private boolean stopped;

  private Chains(
      LinearOperator operator,
      double[] y,
      int k,
      PosteriorSettings settings,
      BooleanSupplier mustStop) {
    this.mustStop = mustStop;
    this.model = new SpikeModel(operator, y, k, settings, this::isStopped);
    long seed = settings.seed();
    Spikes greedy = model.greedy();
    Spikes random = model.random(new Chance(Seeds.derive(seed, 2)));
    this.all =
        List.of(
            new Chain(model, settings, greedy, Seeds.derive(seed, 0)),
            new Chain(model, settings, random, Seeds.derive(seed, 1)));
  }

  /**
   * Whether the caller wants to stop. One thread asks at a time; the caller waits meanwhile. A
   * thread that the pool interrupts on behalf of the caller finds that out here too.
   */
  private synchronized boolean isStopped() {
    stopped = stopped || mustStop.getAsBoolean();
    return stopped;
  }

  /**
   * Samples.
   *
   * @param operator A with columns of unit norm; called by one thread at a time
   * @param y m finite numbers, not all zero
   * @param k number of spikes, or the largest one; 1 to n
   * @param mustStop asked every few milliseconds, by one thread at a time; what has been counted so
   *     far is returned
   */
  static Summary sample(
      LinearOperator operator,
      double[] y,
      int k,
      PosteriorSettings settings,
      BooleanSupplier mustStop,
      Listener listener) {
    Chains chains = new Chains(operator, y, k, settings, mustStop);
    chains.run(listener);
    return chains.summary();
  }

  private Summary summary() {
    return new Summary(model, all);
  }

  private void run(Listener listener) {
    Chain first = all.get(0);
    listener.onSweeps(0, summary());
    while (!first.isDone() && !isStopped()) {
      if ((long) model.most() * Ladder.LEVELS > LARGE) {
        sweepLevels();
      } else {
        together(all.stream().map(chain -> () -> sweepBlock(chain)));
      }
      listener.onSweeps(first.sweeps(), summary());
    }
  }

  private void sweepBlock(Chain chain) {
    for (int i = 0; i < BLOCK && !chain.isDone(); i++) {
      for (int t = 0; t < Ladder.LEVELS; t++) {
        if (isStopped()) {
          return;
        }
        chain.sweep(t, this::isStopped);
      }
      chain.finishSweep(model);
    }
  }

  private void sweepLevels() {
    List<Runnable> sweeps = new ArrayList<>();
    for (int t = 0; t < Ladder.LEVELS; t++) {
      int level = t;
      all.forEach(chain -> sweeps.add(() -> chain.sweep(level, this::isStopped)));
    }
    together(sweeps.stream());
    if (!isStopped()) {
      together(all.stream().map(chain -> () -> chain.finishSweep(model)));
    }
  }

  /** Runs tasks that do not depend on each other; one that is stopped leaves its move undone. */
  private static void together(Stream<Runnable> tasks) {
    List<Callable<Boolean>> jobs = new ArrayList<>();
    tasks.forEach(task -> jobs.add(() -> isFinished(task)));
    Workers.all(jobs);
  }

  private static boolean isFinished(Runnable task) {
    try {
      task.run();
      return true;
    } catch (CancellationException stop) {
      return false;
    }
  }
}
