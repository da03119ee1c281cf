package io.github.sea4j.notebook;

import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.solver.Iterate;
import java.util.stream.IntStream;

/**
 * One iteration of a run, as the explorer shows it; indices are the user's.
 *
 * @param iteration t, from 0
 * @param residualNorm {@code ||y - A x_t||}
 * @param bestResidualNorm the smallest one up to and with this iteration
 * @param distinctSupports how many different supports were visited so far
 * @param estimate x_t on S_t
 * @param exploration X_t, all n entries; empty where the solver keeps none
 */
record Frame(
    long iteration,
    double residualNorm,
    double bestResidualNorm,
    long distinctSupports,
    SparseVector estimate,
    double[] exploration) {

  /** A lasting copy of what an observer sees. */
  static Frame of(Iterate iterate) {
    SparseVector estimate = iterate.estimate();
    int entries = iterate.hasExploration() ? estimate.length() : 0;
    return new Frame(
        iterate.iteration(),
        iterate.residualNorm(),
        iterate.bestResidualNorm(),
        iterate.distinctSupports(),
        estimate,
        IntStream.range(0, entries).mapToDouble(iterate::exploration).toArray());
  }
}
