package io.github.sea4j.solver;

import io.github.sea4j.leastsquares.SupportSolution;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.CountedOperator;
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
    CountedOperator counted = new CountedOperator(problem.unitNorm().operator());
    UnitNormProblem unit = problem.unitNorm().through(counted);
    Progress progress = new Progress(problem, unit, run, counted::products);
    if (problem.measurementNorm() == 0) {
      return zero(problem, progress, Status.ZERO_MEASUREMENTS);
    }
    if (unit.sparsity() == 0) {
      return zero(problem, progress, Status.NO_COLUMN_LEFT);
    }
    Outcome outcome = search(problem, unit, progress);
    SupportSolution fit = outcome.fit();
    if (fit == null) {
      fit = SupportSolution.of(unit.operator(), unit.measurements(), outcome.support());
    }
    return new Solution(
        name(),
        status(outcome, problem),
        unit.toUser(problem.columns(), outcome.support(), fit.coefficients()),
        unit.toUser(fit.residualNorm()),
        fit.residualNorm() / Vectors.norm(unit.measurements()),
        fit.rankDeficient(),
        progress.iterations(),
        progress.distinctSupports(),
        progress.products(),
        Duration.ofNanos(progress.elapsedNanos()));
  }

  /** A search that is complete in the usable columns can still have too few of them. */
  private static Status status(Outcome outcome, SparseProblem problem) {
    boolean tooFew = outcome.support().length < problem.sparsity();
    return outcome.status() == Status.COMPLETE && tooFew ? Status.NO_COLUMN_LEFT : outcome.status();
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
        progress.products(),
        Duration.ofNanos(progress.elapsedNanos()));
  }
}
