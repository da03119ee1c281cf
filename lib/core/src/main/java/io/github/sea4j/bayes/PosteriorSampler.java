package io.github.sea4j.bayes;

import io.github.sea4j.bayes.move.Chance;
import io.github.sea4j.bayes.move.Spikes;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.random.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import java.util.function.BooleanSupplier;

/**
 * Samples supports and amplitudes from their posterior given {@code y = A x + e}, by two chains of
 * parallel tempering from different starts.
 *
 * <p>With noise, the support of least residual is not the likeliest one, and neither is the one
 * that misses least on average: that one is made of the columns of largest inclusion probability.
 *
 * <p>The result depends on the problem and the settings alone, not on the number of threads. Cost:
 * with k spikes, some 17 k moves a sweep and chain, each some hundred multiplications and a few
 * Gram columns added.
 */
public final class PosteriorSampler {

  /** Sees the state of the first chain from time to time, on the calling thread. */
  @FunctionalInterface
  public interface Listener {

    /**
     * Called after some sweeps.
     *
     * @param sweeps done so far
     * @param support sorted; the listener's own
     */
    void onSweeps(int sweeps, int[] support);
  }

  /** Sweeps between two looks at the clock. */
  private static final int BLOCK = 8;

  /** Above that many moves a sweep, the levels of a chain are divided among threads too. */
  private static final int LARGE = 4000;

  private final Model model;
  private final PosteriorSettings settings;
  private final Stop stop;
  private final List<Chain> chains;

  /** A stop seen by all threads; only the calling one may ask whether to. */
  private static final class Stop {
    private final Thread owner = Thread.currentThread();
    private final BooleanSupplier wish;
    private volatile boolean stopped;

    Stop(BooleanSupplier wish) {
      this.wish = wish;
    }

    boolean isWanted() {
      if (!stopped && Thread.currentThread() == owner && wish.getAsBoolean()) {
        stopped = true;
      }
      return stopped;
    }
  }

  private PosteriorSampler(
      LinearOperator operator,
      double[] y,
      int k,
      PosteriorSettings settings,
      BooleanSupplier mustStop) {
    this.model = new Model(operator, y, k, settings);
    this.settings = settings;
    this.stop = new Stop(mustStop);
    long seed = settings.seed();
    Spikes random = model.random(new Chance(Seeds.derive(seed, 2)));
    this.chains =
        List.of(
            new Chain(model, settings, model.greedy(), Seeds.derive(seed, 0)),
            new Chain(model, settings, random, Seeds.derive(seed, 1)));
  }

  /**
   * Samples.
   *
   * @param operator A with columns of unit norm; called by one thread at a time
   * @param y m finite numbers, not all zero
   * @param k number of spikes, or the largest one; 1 to n
   * @param mustStop asked on the calling thread every few milliseconds; what has been counted so far
   *     is returned
   */
  public static Posterior sample(
      LinearOperator operator,
      double[] y,
      int k,
      PosteriorSettings settings,
      BooleanSupplier mustStop,
      Listener listener) {
    PosteriorSampler sampler = new PosteriorSampler(operator, y, k, settings, mustStop);
    sampler.run(listener);
    return Summary.of(sampler.model, sampler.chains);
  }

  private void run(Listener listener) {
    Chain first = chains.get(0);
    while (!first.isDone() && !stop.isWanted()) {
      if ((long) model.most() * Ladder.LEVELS > LARGE) {
        sweepLevels();
      } else {
        together(chains.stream().<Runnable>map(chain -> () -> sweepBlock(chain)).toList());
      }
      listener.onSweeps(first.sweeps(), first.state().support());
    }
  }

  private void sweepBlock(Chain chain) {
    for (int i = 0; i < BLOCK && !chain.isDone(); i++) {
      for (int t = 0; t < Ladder.LEVELS; t++) {
        if (stop.isWanted()) {
          return;
        }
        chain.sweep(t, stop::isWanted);
      }
      chain.finishSweep(model);
    }
  }

  private void sweepLevels() {
    List<Runnable> sweeps = new ArrayList<>();
    for (int t = 0; t < Ladder.LEVELS; t++) {
      int level = t;
      for (Chain chain : chains) {
        sweeps.add(() -> chain.sweep(level, stop::isWanted));
      }
    }
    together(sweeps);
    if (!stop.isWanted()) {
      for (Chain chain : chains) {
        chain.finishSweep(model);
      }
    }
  }

  /** Runs tasks that do not depend on each other, one of them at least on this thread. */
  private void together(List<Runnable> tasks) {
    if (!settings.parallel()) {
      tasks.forEach(Runnable::run);
      return;
    }
    List<ForkJoinTask<?>> others =
        tasks.subList(1, tasks.size()).stream()
            .<ForkJoinTask<?>>map(task -> ForkJoinTask.adapt(task).fork())
            .toList();
    tasks.get(0).run();
    for (int i = others.size() - 1; i >= 0; i--) {
      others.get(i).join();
    }
  }
}
