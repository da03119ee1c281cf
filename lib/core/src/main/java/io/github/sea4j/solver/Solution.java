package io.github.sea4j.solver;

import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.Support;
import java.time.Duration;
import java.util.Optional;

/**
 * What a solver found. Solutions are made by the frame that all solvers share, and are immutable.
 *
 * <p>Beyond what every answer has, a solver may say more: probabilities, a proof. Such details are
 * read by their type, see {@link #detail}.
 */
public interface Solution {

  /** Name of the solver: the canonical text, {@code sea(omp)}. */
  String solver();

  /** Why it stopped. */
  Status status();

  /** The estimate, in the scale of the user's columns. */
  SparseVector x();

  /** {@code ||y - A x||}. */
  double residualNorm();

  /** {@code ||y - A x|| / ||y||}; 0 where y is zero. */
  double relativeResidual();

  /**
   * Whether the chosen columns are linearly dependent to working precision. Where coefficients are
   * the fit on the support, dependent columns then have coefficient zero.
   */
  boolean rankDeficient();

  /** Iterations of this solver, those of a start not counted. */
  long iterations();

  /** How many different supports this solver visited. */
  long distinctSupports();

  /**
   * Products with A or A', those of a start included; see {@link
   * io.github.sea4j.operator.CountedOperator}.
   */
  long products();

  /** Wall-clock time, that of a start included. */
  Duration time();

  /**
   * More that the solver has to say, by its type; empty where it does not say that.
   *
   * @param <T> the type of the detail
   */
  <T> Optional<T> detail(Class<T> type);

  /** The same answer under the name of a solver that handed the problem on. */
  Solution named(String solver);

  /** The chosen columns. */
  default Support support() {
    return x().support();
  }

  /** The coefficients of the chosen columns, in the order of their indices; a new array. */
  default double[] coefficients() {
    return x().values();
  }
}
