package io.github.sea4j.table;

/**
 * What one solver did on one instance: a row of a results table.
 *
 * @param experiment name of the experiment
 * @param cell shape, sparsity and noise of the instance
 * @param trial number of the instance within its cell, from 0
 * @param solver name of the solver
 * @param status why the solver stopped
 * @param supportDistance {@code (k - |S* n S|) / k}
 * @param exactRecovery whether S = S*
 * @param meanShift mean distance, in positions, from an estimated index to the nearest true one;
 *     NaN, an empty cell of the table, for an empty estimate
 * @param wasserstein Wasserstein-1 distance of the two supports, in positions; NaN, an empty cell
 *     of the table, for an empty estimate
 * @param relativeResidual {@code ||y - A x|| / ||y||}
 * @param truthRelativeResidual {@code ||y - A x*|| / ||y||}
 * @param iterations iterations of the solver, those of its start not counted
 * @param distinctSupports how many different supports the solver visited
 * @param seconds wall-clock time; differs from run to run and is never part of a hash
 */
public record ResultRow(
    String experiment,
    Cell cell,
    int trial,
    String solver,
    String status,
    double supportDistance,
    boolean exactRecovery,
    double meanShift,
    double wasserstein,
    double relativeResidual,
    double truthRelativeResidual,
    long iterations,
    long distinctSupports,
    double seconds) {

  /** The same row with another time. */
  public ResultRow withSeconds(double time) {
    return new ResultRow(
        experiment,
        cell,
        trial,
        solver,
        status,
        supportDistance,
        exactRecovery,
        meanShift,
        wasserstein,
        relativeResidual,
        truthRelativeResidual,
        iterations,
        distinctSupports,
        time);
  }
}
