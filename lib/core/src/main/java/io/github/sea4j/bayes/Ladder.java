package io.github.sea4j.bayes;

import io.github.sea4j.bayes.move.Chance;
import io.github.sea4j.bayes.move.Level;
import io.github.sea4j.bayes.move.ModelParameters;
import io.github.sea4j.bayes.move.Move;
import io.github.sea4j.bayes.move.PairMove;
import io.github.sea4j.bayes.move.SingleMove;
import io.github.sea4j.bayes.move.SizeMove;
import io.github.sea4j.bayes.move.Spikes;
import io.github.sea4j.random.Seeds;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Parallel tempering (Geyer 1991): states of the same problem at rising temperatures, that is with
 * noise of growing variance, which change places with their neighbours.
 *
 * <p>Level t has {@code 1.4^t} times the noise variance of level 0, the posterior itself. Hot
 * states move freely between supports; what they find sinks to level 0 by exchanges, which keep the
 * posterior of every level. Where the law of the amplitudes is tempered too, it is a Gaussian
 * around zero without bounds at the hottest level, and in between on the way there. Each level has
 * random numbers of its own, so levels may be swept by different threads.
 */
class Ladder {

  /** Number of temperatures. */
  static final int LEVELS = 11;

  private static final double RATIO = 1.4;

  /** Rounding must not add up for longer than that many sweeps. */
  private static final int REFRESH = 64;

  /** Moves between two questions whether to stop. */
  private static final int POLL = 16;

  private static final int SPIKES_PER_SIZE_MOVE = 8;

  private final Spikes[] states = new Spikes[LEVELS];
  private final Level[] levels = new Level[LEVELS];
  private final SingleMove[] singles = new SingleMove[LEVELS];
  private final Move[] pairs = new Move[LEVELS];
  private final Move[] sizes = new Move[LEVELS];
  private final Chance exchanges;
  private final SpikeModel model;
  private int sweeps;

  /**
   * @param start copied to all levels
   * @param seed of all random numbers
   */
  Ladder(SpikeModel model, Spikes start, long seed) {
    this.model = model;
    for (int t = 0; t < LEVELS; t++) {
      Chance chance = new Chance(Seeds.derive(seed, t));
      states[t] = start.copy();
      levels[t] = new Level(model.scale());
      singles[t] = new SingleMove(model.neighbourhoods(), chance, start.length());
      pairs[t] = pairMove(chance);
      sizes[t] = new SizeMove(chance, start.length());
    }
    this.exchanges = new Chance(Seeds.derive(seed, LEVELS));
  }

  Move pairMove(Chance chance) {
    return new PairMove(model.neighbourhoods(), chance);
  }

  /** Changes the parameters of all levels. */
  void set(ModelParameters parameters) {
    double beta = 1;
    for (int t = 0; t < LEVELS; t++) {
      double share = model.tempersLaw() ? (double) t / (LEVELS - 1) : 0;
      levels[t].set(parameters.broadened(share), model.cut().broadened(share), beta);
      beta /= RATIO;
    }
  }

  /** Tells a tally, or none, where the spikes of level 0 may be from now on. */
  void report(@Nullable InclusionCount tally) {
    singles[0].report(tally);
  }

  /** The state at level 0; it changes places with others. */
  Spikes coldest() {
    return states[0];
  }

  /**
   * A single move of each spike and half as many pair moves, then moves that change the size, at
   * one level.
   *
   * @param mustStop asked now and then; the state is a valid one at all times
   */
  void sweep(int t, BooleanSupplier mustStop) {
    Spikes state = states[t];
    Level level = levels[t];
    int size = state.size();
    for (int i = 0; i < size; i++) {
      if (i % POLL == POLL - 1 && mustStop.getAsBoolean()) {
        return;
      }
      singles[t].step(state, level, i);
      if (i % 2 == 1) {
        pairs[t].step(state, level);
      }
    }
    for (int i = 0; model.choosesSize() && i < state.capacity(); i += SPIKES_PER_SIZE_MOVE) {
      sizes[t].step(state, level);
    }
  }

  /** Lets neighbouring levels exchange their states, from cold to hot. */
  void exchange() {
    for (int t = 0; t + 1 < LEVELS; t++) {
      double colder = levels[t].precision() - levels[t + 1].precision();
      double better = states[t].squaredResidual() - states[t + 1].squaredResidual();
      double laws = model.tempersLaw() ? lawsAfter(t) : 0;
      if (exchanges.accepts(logAcceptance(0.5 * colder * better + laws))) {
        Spikes state = states[t];
        states[t] = states[t + 1];
        states[t + 1] = state;
      }
    }
    if (++sweeps % REFRESH == 0) {
      for (Spikes state : states) {
        model.refresh(state);
      }
    }
  }

  /** What an exchange of a level with the next does to the logarithm of their laws' densities. */
  double lawsAfter(int t) {
    Level cold = levels[t];
    Level hot = levels[t + 1];
    return (cold.logLaw(states[t + 1]) - cold.logLaw(states[t]))
        + (hot.logLaw(states[t]) - hot.logLaw(states[t + 1]));
  }

  /** Logarithm of the Metropolis factor of an exchange. */
  double logAcceptance(double exponent) {
    return exponent;
  }
}
