package io.github.sea4j.solver;

import java.time.Duration;

/**
 * A sign of life of a long solve, from time to time.
 *
 * <p>Unlike a {@link RunObserver} it does not see every iteration, so that solvers may go on
 * skipping those in which nothing changes; the answer is the same bit for bit.
 */
@FunctionalInterface
public interface Heartbeat {

  /**
   * How far a solve has come.
   *
   * @param solver name of the solver that is at work, in a composition of the one inside
   * @param iterations its iterations so far
   * @param relativeResidual of its best support so far; infinite before the first
   * @param elapsed since that solver began
   */
  record Beat(String solver, long iterations, double relativeResidual, Duration elapsed) {}

  /** Called on the solving thread, no more often than asked for; it should return at once. */
  void onBeat(Beat beat);
}
