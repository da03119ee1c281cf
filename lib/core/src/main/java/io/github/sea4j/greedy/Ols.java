package io.github.sea4j.greedy;

import io.github.sea4j.fit.ProjectedColumns;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.option.Settings;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.search.Outcome;
import io.github.sea4j.search.Search;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.solver.Status;

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

  /** {@code ols} in the solver language. */
  public static final SolverKind<Ols> KIND =
      SolverKind.of("ols", "orthogonal least squares (Chen et al. 1989)", Ols::new).labelled("OLS");

  /** Orthogonal least squares; it has no options. */
  public Ols() {
    super(KIND);
  }

  private Ols(Settings settings) {
    super(settings);
  }

  @Override
  protected Outcome search(SearchContext context) {
    context.requireLeastSquares();
    ProjectedColumns columns =
        new ProjectedColumns(context.operator(), context.measurements(), context.sparsity());
    columns.update();
    double noise = ROUNDING * columns.value();
    double[] gains = new double[context.columns()];
    Status status = Status.COMPLETE;

    while (columns.size() < context.sparsity()) {
      if (columns.value() <= noise) {
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
      if (!context.visit(columns)) {
        break;
      }
    }
    return context.answer(columns.support(), status);
  }
}
