package io.github.sea4j.search;

import io.github.sea4j.option.ConfiguredSolver;
import io.github.sea4j.option.Settings;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Status;

/**
 * The frame of every solver, those of this library and yours: a problem comes in, the algorithm
 * searches among columns of unit norm, the support that it names is fitted afresh, the answer goes
 * back in the user's scale.
 *
 * <p>A solver extends this class, declares its options, and implements {@link #search}. It reports
 * each support that it has fitted by {@link SearchContext#visit} and goes on while that returns
 * true: limits, interrupts, observers, traces, heartbeats and the best support so far come with it.
 *
 * <pre>{@code
 * class OneShot extends Search {
 *   static final SolverKind<OneShot> KIND =
 *       SolverKind.of("one_shot", "the k columns that correlate most", OneShot::new);
 *
 *   OneShot(Settings settings) {
 *     super(settings);
 *   }
 *
 *   protected Outcome search(SearchContext context) {
 *     Fit fit = context.fit();
 *     double[] gradient = new double[context.columns()];
 *     fit.gradient(gradient);
 *     fit.moveTo(Supports.largest(gradient, context.sparsity()));
 *     context.visit(fit);
 *     return context.best(Status.COMPLETE);
 *   }
 * }
 * }</pre>
 *
 * <p>{@code Solvers.register} gives it a place in the solver language, and so in experiments,
 * tables and figures.
 */
public abstract class Search extends ConfiguredSolver {

  /** A solver with these settings. */
  protected Search(Settings settings) {
    super(settings);
  }

  /** A solver with everything at its default. */
  protected Search(SolverKind<?> kind) {
    super(kind.settings());
  }

  /**
   * The algorithm itself. Called with non-zero measurements and at least one usable column; the
   * sparsity is at most their number.
   *
   * @return what {@link SearchContext#best} or one of its neighbours makes
   */
  protected abstract Outcome search(SearchContext context);

  /** {@inheritDoc} */
  @Override
  public final Solution solve(SparseProblem problem, Run run) {
    SearchContext context = new SearchContext(settings(), problem, run);
    if (context.measurementNorm() == 0) {
      boolean zero = !context.unit().hasBaseline();
      return Answer.zero(context, zero ? Status.ZERO_MEASUREMENTS : Status.NOTHING_LEFT);
    }
    if (context.sparsity() == 0) {
      boolean asked = problem.sparsity() == 0;
      return Answer.zero(context, asked ? Status.COMPLETE : Status.NO_COLUMN_LEFT);
    }
    return Answer.of(context, search(context));
  }
}
