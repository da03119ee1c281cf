package io.github.sea4j.solver;

import io.github.sea4j.leastsquares.SupportSolution;
import io.github.sea4j.linalg.UpdatableQr;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.UnitNormProblem;

/**
 * Orthogonal matching pursuit (Pati, Rezaiifar, Krishnaprasad 1993; Tropp and Gilbert 2007).
 *
 * <pre>
 * r = y, S empty
 * k times: S = S + argmax over j not in S of |a_j'r| / ||a_j||;  r = y - A x, re-fitted on S
 * </pre>
 *
 * <p>Ends with k columns ({@link Status#COMPLETE}), or earlier when nothing correlates with the
 * residual any more: because it is zero ({@link Status#EXACT_FIT}), or because every other column
 * depends on the chosen ones or is orthogonal to what is left ({@link Status#NO_COLUMN_LEFT}).
 * Columns that depend on the chosen ones are passed over. Cost: one product with A' and 2 to 4 m
 * |S| multiplications for each column added.
 */
public final class Omp extends Search {

  /** A residual this far below the measurements consists of rounding errors. */
  private static final double ROUNDING = 1e-15;

  /** A relative residual up to this explains the measurements. */
  private static final double EXACT = 1e-12;

  /** Orthogonal matching pursuit; it has no options. */
  public Omp() {}

  @Override
  public String name() {
    return "OMP";
  }

  @Override
  Outcome search(SparseProblem problem, UnitNormProblem unit, Progress progress) {
    int k = unit.sparsity();
    double[] residual = unit.measurements().clone();
    double noise = ROUNDING * Vectors.norm(residual);
    UpdatableQr qr = new UpdatableQr(unit.rows(), k);
    double[] correlation = new double[unit.columns()];
    double[] column = new double[unit.rows()];
    boolean[] out = new boolean[unit.columns()];
    int[] chosen = new int[k];
    Status status = Status.COMPLETE;

    while (qr.size() < k) {
      unit.operator().applyTranspose(residual, correlation);
      int best = largestOutside(correlation, out);
      if (best < 0) {
        status = Status.NO_COLUMN_LEFT;
        break;
      }
      if (Math.abs(correlation[best]) <= noise) {
        boolean exact = Vectors.norm(residual) <= EXACT * Vectors.norm(unit.measurements());
        status = exact ? Status.EXACT_FIT : Status.NO_COLUMN_LEFT;
        break;
      }
      out[best] = true;
      unit.operator().column(best, column);
      if (!qr.append(column)) {
        if (progress.mustStop()) {
          break;
        }
        continue;
      }
      chosen[qr.size() - 1] = best;
      double[] q = qr.q(qr.size() - 1);
      Vectors.axpy(-Vectors.dot(q, residual), q, residual);
      int[] support = Supports.sorted(chosen, qr.size());
      if (!progress.visit(
          support,
          Vectors.norm(residual),
          () -> SupportSolution.of(unit.operator(), unit.measurements(), support).coefficients())) {
        break;
      }
    }
    int[] support = Supports.sorted(chosen, qr.size());
    SupportSolution fit = SupportSolution.of(qr, chosen, unit.measurements(), support);
    return new Outcome(support, fit, progress.statusOr(status));
  }

  private static int largestOutside(double[] correlation, boolean[] out) {
    int best = -1;
    double largest = -1;
    for (int j = 0; j < correlation.length; j++) {
      double value = Math.abs(correlation[j]);
      if (value > largest && !out[j]) {
        largest = value;
        best = j;
      }
    }
    return best;
  }
}
