package io.github.sea4j.threshold;

import io.github.sea4j.option.Settings;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.option.SolverOption;
import io.github.sea4j.search.Outcome;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.search.StartableSearch;
import io.github.sea4j.solver.Status;

/**
 * Hard thresholding pursuit (Foucart 2011).
 *
 * <pre>
 * S = largest_k(x + mu A'(y - A x));  x = argmin { ||A z - y|| : supp z in S };  until S repeats
 * </pre>
 *
 * <p>With step mu this is SEA that resets X to x in each iteration. The step decides the curve: on
 * Gaussian matrices mu = 1 on unit-norm columns (the default) recovers far more than mu = 1.8 /
 * ||A||². Starts from x = 0. Stops when the support stays ({@link Status#CONVERGED}), when it
 * returns to one of its last 64 supports ({@link Status#CYCLE}, the best of the run is returned),
 * or after T iterations.
 */
public final class Htp extends StartableSearch<Htp> {

  private static final SolverOption<Step> STEP =
      SolverOption.of("step", Step.TYPE, Step.fixed(1), "step size mu");

  /** {@code htp} in the solver language. */
  public static final SolverKind<Htp> KIND =
      SolverKind.of("htp", "hard thresholding pursuit (Foucart 2011)", Htp::new)
          .labelled("HTP")
          .startable()
          .with(ThresholdingPursuit.ITERATIONS, STEP);

  /** Step 1 on unit-norm columns, from x = 0, at most 1000 iterations. */
  public Htp() {
    super(KIND);
  }

  private Htp(Settings settings) {
    super(settings);
  }

  /** With at most T iterations. */
  public Htp withIterations(int t) {
    return new Htp(settings().with(ThresholdingPursuit.ITERATIONS, t));
  }

  /** With another step size. */
  public Htp withStep(Step mu) {
    return new Htp(settings().with(STEP, mu));
  }

  @Override
  protected Outcome search(SearchContext context) {
    double size = settings().get(STEP).size(context.operator(), context::mustStop);
    double mu = size / context.curvature();
    return ThresholdingPursuit.run(context, new FixedStep(context, mu), settings());
  }
}
