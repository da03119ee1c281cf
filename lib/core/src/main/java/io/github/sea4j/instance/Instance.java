package io.github.sea4j.instance;

import io.github.sea4j.check.Require;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.SparseVector;

/**
 * A problem together with the truth that it was made from: {@code y = A x* + e}.
 *
 * <p>Solvers see {@link #problem()} only, so the truth cannot leak into an answer.
 *
 * @param problem what a solver may see
 * @param truth x*, whose support is S*
 * @param noiseNorm Euclidean norm of e; 0 for noiseless measurements
 * @param description how the instance was made, for captions and provenance
 */
public record Instance(
    SparseProblem problem, SparseVector truth, double noiseNorm, String description) {

  /** Checks that truth and problem have the same number of columns. */
  public Instance {
    Require.length("truth", truth.length(), "columns", problem.columns());
  }
}
