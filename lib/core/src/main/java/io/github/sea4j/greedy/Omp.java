package io.github.sea4j.greedy;

import io.github.sea4j.fit.Fit;
import io.github.sea4j.option.Settings;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.search.Outcome;
import io.github.sea4j.search.Search;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.search.Supports;
import io.github.sea4j.solver.Status;

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
 * Columns that depend on the chosen ones are passed over, and so are groups of columns that add
 * nothing to them. Cost: one product with A' and 2 to 4 m |S| multiplications for each column
 * added.
 */
public final class Omp extends Search {

  /** A gradient this far below the measurements consists of rounding errors. */
  private static final double ROUNDING = 1e-15;

  /** {@code omp} in the solver language. */
  public static final SolverKind<Omp> KIND =
      SolverKind.of("omp", "orthogonal matching pursuit (Pati et al. 1993)", Omp::new)
          .labelled("OMP");

  /** Orthogonal matching pursuit; it has no options. */
  public Omp() {
    super(KIND);
  }

  private Omp(Settings settings) {
    super(settings);
  }

  @Override
  protected Outcome search(SearchContext context) {
    double noise = ROUNDING * context.measurementNorm();
    double[] gradient = new double[context.columns()];
    boolean[] out = new boolean[context.columns()];
    int[] support = {};
    boolean grouped = context.loss().isGrouped();
    Fit fit = context.growingFit();

    while (support.length < context.sparsity()) {
      fit.gradient(gradient);
      int entering = largestOutside(gradient, out);
      if (entering < 0 || Math.abs(gradient[entering]) <= noise) {
        boolean exact = entering >= 0 && context.fitsExactly();
        return context.keeping(fit, exact ? Status.EXACT_FIT : Status.NO_COLUMN_LEFT);
      }
      out[entering] = true;
      double before = fit.value();
      fit.moveTo(Supports.with(support, entering));
      // A group may depend on itself alone, and still say what those before it do not.
      boolean isNew = grouped && Supports.isDecrease(before, fit.value());
      if (fit.rankDeficient() && !isNew) {
        fit.moveTo(support);
        if (context.mustStop()) {
          break;
        }
        continue;
      }
      support = fit.support();
      if (!context.visit(fit)) {
        break;
      }
    }
    return context.keeping(fit, Status.COMPLETE);
  }

  /** The column that correlates most with the residual among those not tried; -1 for none. */
  private static int largestOutside(double[] gradient, boolean[] out) {
    int best = -1;
    double largest = -1;
    for (int j = 0; j < gradient.length; j++) {
      double value = Math.abs(gradient[j]);
      if (value > largest && !out[j]) {
        largest = value;
        best = j;
      }
    }
    return best;
  }
}
