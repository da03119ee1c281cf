package io.github.sea4j.solver;

import io.github.sea4j.problem.Support;
import java.util.stream.IntStream;

/**
 * One iteration of a run, as a {@link TraceRecorder} keeps it; indices are the user's.
 *
 * @param iteration number of the iteration, from 0
 * @param residualNorm {@code ||y - A x_t||}
 * @param bestResidualNorm the smallest one up to and with this iteration
 * @param distinctSupports how many different supports were visited so far
 * @param support S_t
 * @param exploration the entries of X_t that were asked for, in that order; NaN where the solver
 *     keeps no exploration vector
 */
public record TraceRow(
    long iteration,
    double residualNorm,
    double bestResidualNorm,
    long distinctSupports,
    Support support,
    double[] exploration) {

  /**
   * A lasting copy of what an observer sees.
   *
   * @param iterate the live view
   * @param exploredColumns the columns whose exploration entries to keep, often none
   */
  public static TraceRow of(Iterate iterate, int... exploredColumns) {
    return new TraceRow(
        iterate.iteration(),
        iterate.residualNorm(),
        iterate.bestResidualNorm(),
        iterate.distinctSupports(),
        iterate.support(),
        IntStream.of(exploredColumns).mapToDouble(iterate::exploration).toArray());
  }
}
