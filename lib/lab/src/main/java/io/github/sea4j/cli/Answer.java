package io.github.sea4j.cli;

import io.github.sea4j.solver.Solution;

/**
 * A solution and the solver as it was asked for.
 *
 * @param solver the canonical text, as {@code sea(omp)}: unlike a legend's name it tells apart two
 *     solvers that differ in an option
 * @param solution what it found
 */
record Answer(String solver, Solution solution) {}
