package io.github.sea4j.solver;

import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.Support;
import java.util.Optional;

/**
 * The state of a run in one iteration, as an {@link RunObserver} sees it; indices are the user's.
 */
public interface Iterate {

  /** Number of the iteration, from 0. */
  long iteration();

  /** The support of this iteration (a new object at each call). */
  Support support();

  /** The estimate of this iteration, in the scale of the user's columns (a new object). */
  SparseVector estimate();

  /** {@code ||y - A x_t||} of this iteration. */
  double residualNorm();

  /** The smallest residual norm up to and with this iteration. */
  double bestResidualNorm();

  /** How many different supports were visited up to and with this iteration. */
  long distinctSupports();

  /** Whether the solver keeps an exploration vector (SEA does). */
  boolean hasExploration();

  /**
   * Entry {@code j} of the exploration vector X_t, for unit-norm columns and in the units of y; NaN
   * without one.
   */
  double exploration(int j);

  /**
   * More that the solver has to say in this iteration, by its type, as {@link Solution#detail} at
   * the end; empty where it does not say that.
   *
   * @param <T> the type of the detail
   */
  default <T> Optional<T> detail(Class<T> type) {
    return Optional.empty();
  }
}
