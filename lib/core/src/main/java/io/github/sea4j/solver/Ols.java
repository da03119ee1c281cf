package io.github.sea4j.solver;

import io.github.sea4j.leastsquares.ProjectedColumns;
import io.github.sea4j.leastsquares.SupportSolution;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.UnitNormProblem;

/**
 * Orthogonal least squares (Chen, Billings, Luo 1989), also known as forward selection: each column
 * added is the one whose insertion lowers the re-fitted residual most.
 *
 * <pre>
 * k times: S = S + argmax over j not in S of (a_j'r)² / ||(I - P_S) a_j||²;  re-fit on S
 * </pre>
 *
 * <p>OMP compares columns by their correlation with the residual; OLS divides by the part of each
 * column that is new, which matters when columns are coherent. Cost for each column: two products
 * with A' and n |S| multiplications. Ends like {@link Omp}.
 */
public final class Ols extends Search {

  /** A residual this far below the measurements consists of rounding errors. */
  private static final double ROUNDING = 1e-15;

  /** Orthogonal least squares; it has no options. */
  public Ols() {}

  @Override
  public String name() {
    return "OLS";
  }

  @Override
  Outcome search(SparseProblem problem, UnitNormProblem unit, Progress progress) {
    int k = unit.sparsity();
    ProjectedColumns columns = new ProjectedColumns(unit.operator(), unit.measurements(), k);
    columns.update();
    double noise = ROUNDING * columns.residualNorm();
    double[] gains = new double[unit.columns()];
    Status status = Status.COMPLETE;

    while (columns.size() < k) {
      if (columns.residualNorm() <= noise) {
        status = Status.EXACT_FIT;
        break;
      }
      columns.insertionGains(gains);
      int best = Vectors.indexOfLargest(gains);
      if (gains[best] <= 0 || !columns.insert(best)) {
        status = Status.NO_COLUMN_LEFT;
        break;
      }
      columns.update();
      int[] support = columns.support();
      if (!progress.visit(
          support,
          columns.residualNorm(),
          () -> SupportSolution.of(unit.operator(), unit.measurements(), support).coefficients())) {
        break;
      }
    }
    return Outcome.refitted(columns.support(), progress.statusOr(status));
  }
}
