package io.github.sea4j.threshold;

import io.github.sea4j.option.Settings;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.option.SolverOption;
import io.github.sea4j.search.Outcome;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.search.StartableSearch;
import io.github.sea4j.solver.Status;

/**
 * Iterative hard thresholding (Blumensath and Davies 2009).
 *
 * <pre>
 * x = H_k(x + mu A'(y - A x))
 * </pre>
 *
 * <p>H_k keeps the k largest entries. No least squares on the way: the answer is the iterate, or
 * the limit of the iterates where that is known. Default step mu = 1.8 / ||A||_2² on unit-norm
 * columns, from x = 0. The residual never increases for mu below 1 / ||A||²; above it the support
 * may wander, and beyond 2 / ||A||² the iterates may diverge ({@link Status#DIVERGED}, the best
 * iterate is returned).
 *
 * <p>Stops when it is proved that the support will never change again: the iterates then tend to
 * the least-squares solution on it, which is the answer, and counts as one more iteration ({@link
 * Status#CONVERGED}). A support that merely repeats proves nothing; the proof asks that the
 * least-squares solution be a fixed point and that x be so close to it that no iterate to come can
 * cross the threshold. Stops too when an iteration changes x by less than a relative 1e-15 ({@link
 * Status#CONVERGED}), when the residual is at rounding level ({@link Status#EXACT_FIT}), or after T
 * iterations.
 *
 * <p>The iterate's own coefficients are the answer, unless {@link #refitted} asks for the fit or
 * they explain the measurements less well than x = 0 ({@link Status#REFITTED}).
 *
 * <p>Cost of an iteration: (m + n) k multiplications while the support stays, and the product with
 * A' where it moves; each column costs a product once it stays. From two million multiplications a
 * product on: some 2 m k multiplications, and a product only where more than a sixteenth of the
 * columns are near the threshold, which is one in ten iterations on Gaussian matrices.
 */
public final class Iht extends StartableSearch<Iht> {

  private static final SolverOption<Step> STEP =
      SolverOption.of("step", Step.TYPE, Step.relative(1.8), "step size mu");

  /** {@code iht} in the solver language. */
  public static final SolverKind<Iht> KIND =
      SolverKind.of("iht", "iterative hard thresholding (Blumensath and Davies 2009)", Iht::new)
          .labelled("IHT")
          .startable()
          .with(IterativeThresholding.REFITTED, IterativeThresholding.ITERATIONS, STEP);

  /** Step 1.8 / ||A||², from x = 0, at most 1000 iterations. */
  public Iht() {
    super(KIND);
  }

  private Iht(Settings settings) {
    super(settings);
  }

  /** With at most T iterations. */
  public Iht withIterations(int t) {
    return new Iht(settings().with(IterativeThresholding.ITERATIONS, t));
  }

  /** With another step size. */
  public Iht withStep(Step mu) {
    return new Iht(settings().with(STEP, mu));
  }

  /** Answers with the fit on the support in place of the iterate's own coefficients. */
  public Iht refitted() {
    return new Iht(settings().with(IterativeThresholding.REFITTED, true));
  }

  @Override
  protected Outcome search(SearchContext context) {
    context.requireUnbounded();
    double size = settings().get(STEP).size(context.operator(), context::mustStop);
    double mu = size / context.curvature();
    return new IterativeThresholding(context, new FixedStep(context, mu), settings()).run();
  }
}
