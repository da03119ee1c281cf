package io.github.sea4j.threshold;

import io.github.sea4j.option.Settings;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.option.SolverOption;
import io.github.sea4j.search.Outcome;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.search.StartableSearch;
import io.github.sea4j.search.Supports;
import io.github.sea4j.solver.Status;

/**
 * Compressive sampling matching pursuit (Needell and Tropp 2009).
 *
 * <pre>
 * repeat: T = supp x + largest_2k(A'(y - A x));  b = least squares on T;  x = H_k(b)
 * </pre>
 *
 * <p>H_k keeps the k largest entries; x is not re-fitted on the way, the answer is. T holds up to
 * 3k columns: where they are more than the rows, or depend on each other, b is not unique and the
 * dependent columns count as zero. On strongly coherent columns b is huge and H_k(b) can be far
 * worse than x = 0: the method is not made for them. Stops when an iterate repeats the last one
 * ({@link Status#CONVERGED}) or one of the last 64 ({@link Status#CYCLE}), or after T iterations;
 * the best iterate's support is the answer. Where it fails it can wander without ever repeating
 * itself (Gaussian 125 x 250 at k = 60 and 80: 1000 different supports in 1000 iterations), so that
 * no cycle ends it: {@link #withIterations} does.
 */
public final class Cosamp extends StartableSearch<Cosamp> {

  /** A residual this far below the measurements consists of rounding errors. */
  private static final double ROUNDING = 1e-14;

  private static final SolverOption<Integer> ITERATIONS =
      SolverOption.count("iterations", 1000, "at most");

  /** {@code cosamp} in the solver language. */
  public static final SolverKind<Cosamp> KIND =
      SolverKind.of("cosamp", "CoSaMP (Needell and Tropp 2009)", Cosamp::new)
          .labelled("CoSaMP")
          .startable()
          .with(ITERATIONS);

  /** From x = 0, at most 1000 iterations. */
  public Cosamp() {
    super(KIND);
  }

  private Cosamp(Settings settings) {
    super(settings);
  }

  /** With at most T iterations. */
  public Cosamp withIterations(int t) {
    return new Cosamp(settings().with(ITERATIONS, t));
  }

  @Override
  protected Outcome search(SearchContext context) {
    context.requireLeastSquares();
    int k = context.sparsity();
    ThresholdedIterate x = ThresholdedIterate.start(context);
    Merging merging = new Merging(context, 2 * k);
    Cycle cycle = new Cycle();
    double[] gradient = new double[context.columns()];
    double exact = ROUNDING * context.measurementNorm();

    while (context.iterations() < settings().get(ITERATIONS)) {
      x.gradient(gradient);
      if (context.isCutShort()) {
        return cutShort(context, x, gradient);
      }
      Merging.Pruned pruned = merging.merge(x.support(), gradient, 2 * k).prune(k);
      x.set(pruned.support(), pruned.coefficients());
      if (!context.visit(x)) {
        break;
      }
      if (x.value() <= exact) {
        return context.best(Status.EXACT_FIT);
      }
      int period = cycle.closedBy(x.support(), x.value());
      if (period > 0) {
        return context.best(period == 1 ? Status.CONVERGED : Status.CYCLE);
      }
    }
    return context.best(Status.ITERATION_LIMIT);
  }

  /** The best so far; before the first iteration the start, or the columns that correlate most. */
  private static Outcome cutShort(SearchContext context, ThresholdedIterate x, double[] gradient) {
    if (context.iterations() == 0) {
      boolean starts = x.support().length > 0;
      context.visit(starts ? x.support() : Supports.largest(gradient, context.sparsity()));
    }
    context.mustStop();
    return context.best(Status.ITERATION_LIMIT);
  }
}
