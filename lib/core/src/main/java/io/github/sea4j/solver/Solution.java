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

  /** The intercept; 0 where the problem has none. */
  double intercept();

  /**
   * The ridge that was added on columns of unit norm because there is no finite fit on the support;
   * 0 where there is one.
   */
  double ridge();

  /**
   * {@code ||y - A x||}; with a loss of data tables the square root of the deviance, which for
   * least squares is the norm of the weighted residual with intercept and offset.
   */
  double residualNorm();

  /**
   * {@code ||y - A x|| / ||y||}, 0 where y is zero; with a loss of data tables beside what is there
   * without any chosen column. One minus its square is the share of the deviance explained.
   */
  double relativeResidual();

  /**
   * Whether the chosen columns are linearly dependent to working precision. Where coefficients are
   * the fit on the support, dependent columns then have coefficient zero; within bounds they may
   * stand in for those that are at one.
   */
  boolean rankDeficient();

  /** Iterations of this solver, those of a start not counted. */
  long iterations();

  /** How many different supports this solver visited. */
  long distinctSupports();

  /**
   * Products with A or A', those of a start included; see {@link
   * io.github.sea4j.operator.view.CountedOperator}.
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

  /** What was minimised: the square of {@link #residualNorm}. */
  default double deviance() {
    return residualNorm() * residualNorm();
  }

  /** The chosen columns, and those that are forced in. */
  default Support support() {
    return x().support();
  }

  /** The coefficients of the chosen columns, in the order of their indices; a new array. */
  default double[] coefficients() {
    return x().values();
  }
}
