package io.github.sea4j.solver;

import io.github.sea4j.operator.CountedOperator;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.Support;
import java.time.Duration;
import java.util.Locale;

/**
 * What a solver found.
 *
 * @param solver name of the solver, compositions written as in {@code SEA(OMP)}
 * @param status why it stopped
 * @param x the estimate, in the scale of the user's columns
 * @param residualNorm {@code ||y - A x||}
 * @param relativeResidual {@code ||y - A x|| / ||y||}; 0 where y is zero
 * @param rankDeficient whether the chosen columns are linearly dependent to working precision;
 *     dependent ones then have coefficient zero
 * @param iterations iterations of this solver, those of a start not counted
 * @param distinctSupports how many different supports this solver visited
 * @param products products with A or A', those of a start included; see {@link CountedOperator}
 * @param time wall-clock time, that of a start included
 */
public record Solution(
    String solver,
    Status status,
    SparseVector x,
    double residualNorm,
    double relativeResidual,
    boolean rankDeficient,
    long iterations,
    long distinctSupports,
    long products,
    Duration time) {

  /** The same answer under the name of a solver that handed the problem on. */
  Solution named(String name) {
    return new Solution(
        name,
        status,
        x,
        residualNorm,
        relativeResidual,
        rankDeficient,
        iterations,
        distinctSupports,
        products,
        time);
  }

  /** The chosen columns. */
  public Support support() {
    return x.support();
  }

  /** The coefficients of the chosen columns, in the order of their indices; a new array. */
  public double[] coefficients() {
    return x.values();
  }

  /** One line for a person. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %d columns, relative residual %.3g, %s after %d iterations (%d supports), %.3g ms",
        solver,
        support().size(),
        relativeResidual,
        status,
        iterations,
        distinctSupports,
        time.toNanos() / 1e6);
  }
}
