package io.github.sea4j.solver;

import io.github.sea4j.leastsquares.SupportSolution;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.UnitNormProblem;
import java.time.Duration;

/**
 * What all solvers share: a problem comes in, the algorithm searches in the unit-norm geometry, the
 * support it names is fitted afresh, the answer goes back in the user's scale.
 */
abstract class Search implements Solver {

  /** The algorithm itself. The problem has non-zero measurements and at least one column. */
  abstract Outcome search(SparseProblem problem, UnitNormProblem unit, Progress progress);

  @Override
  public final Solution solve(SparseProblem problem, Run run) {
    UnitNormProblem unit = problem.unitNorm();
    Progress progress = new Progress(problem, unit, run);
    if (problem.measurementNorm() == 0) {
      return zero(problem, progress, Status.ZERO_MEASUREMENTS);
    }
    if (unit.sparsity() == 0) {
      return zero(problem, progress, Status.NO_COLUMN_LEFT);
    }
    Outcome outcome = search(problem, unit, progress);
    int[] support = outcome.support();
    double[] values;
    double residualNorm;
    boolean rankDeficient = false;
    if (outcome.coefficients() == null) {
      SupportSolution fit =
          SupportSolution.of(unit.operator(), unit.measurements(), outcome.support());
      values = fit.coefficients();
      residualNorm = fit.residualNorm();
      rankDeficient = fit.rankDeficient();
    } else {
      values = outcome.coefficients();
      residualNorm = residualNorm(unit, support, values);
    }
    return new Solution(
        name(),
        outcome.status(),
        unit.toUser(problem.columns(), support, values),
        unit.toUser(residualNorm),
        residualNorm / Vectors.norm(unit.measurements()),
        rankDeficient,
        progress.iterations(),
        progress.distinctSupports(),
        Duration.ofNanos(progress.elapsedNanos()));
  }

  private Solution zero(SparseProblem problem, Progress progress, Status status) {
    double norm = problem.measurementNorm();
    return new Solution(
        name(),
        status,
        SparseVector.zero(problem.columns()),
        norm,
        norm == 0 ? 0 : 1,
        false,
        0,
        0,
        Duration.ofNanos(progress.elapsedNanos()));
  }

  private static double residualNorm(UnitNormProblem unit, int[] support, double[] values) {
    double[] residual = unit.measurements().clone();
    double[] column = new double[unit.rows()];
    for (int i = 0; i < support.length; i++) {
      unit.operator().column(support[i], column);
      Vectors.axpy(-values[i], column, residual);
    }
    return Vectors.norm(residual);
  }
}
