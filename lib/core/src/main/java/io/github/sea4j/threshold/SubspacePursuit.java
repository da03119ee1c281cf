package io.github.sea4j.threshold;

import io.github.sea4j.fit.Fit;
import io.github.sea4j.option.Settings;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.search.Outcome;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.search.StartableSearch;
import io.github.sea4j.search.Supports;
import io.github.sea4j.solver.Status;

/**
 * Subspace pursuit (Dai and Milenkovic 2009).
 *
 * <pre>
 * S = largest_k(A'y)
 * repeat: T = S + largest_k(A'r);  b = least squares on T;  S' = largest_k(b);  re-fit on S'
 *         keep S' and go on while the residual decreases
 * </pre>
 *
 * <p>T holds up to 2k columns; where 2k exceeds the number of rows the columns that depend on the
 * others get coefficient zero. Stops when the residual does not decrease by a relative 1e-12
 * ({@link Status#CONVERGED}). An iteration is one support of k columns fitted.
 */
public final class SubspacePursuit extends StartableSearch<SubspacePursuit> {

  /** {@code sp} in the solver language. */
  public static final SolverKind<SubspacePursuit> KIND =
      SolverKind.of("sp", "subspace pursuit (Dai and Milenkovic 2009)", SubspacePursuit::new)
          .labelled("SP")
          .startable();

  /** From the k columns that correlate most with the measurements. */
  public SubspacePursuit() {
    super(KIND);
  }

  private SubspacePursuit(Settings settings) {
    super(settings);
  }

  @Override
  protected Outcome search(SearchContext context) {
    context.requireLeastSquares();
    int k = context.sparsity();
    if (context.isCutShort() && !context.hasStart()) {
      double[] first = new double[context.columns()];
      context.point().gradient(first);
      context.visit(Supports.largest(first, k));
      return context.best(Status.CONVERGED);
    }
    Merging merging = new Merging(context, k);
    Fit fit = context.fit();
    double[] gradient = new double[context.columns()];
    fit.gradient(gradient);
    int[] support = context.hasStart() ? context.startSupport() : merging.largest(gradient, k);
    fit.moveTo(support);
    boolean better = true;
    while (context.visit(fit) && better) {
      double before = fit.value();
      fit.gradient(gradient);
      if (context.isCutShort() && context.mustStop()) {
        break;
      }
      support = merging.merge(support, gradient, k).prune(k).support();
      fit.moveTo(support);
      better = Supports.isDecrease(before, fit.value());
    }
    return context.best(Status.CONVERGED);
  }
}
