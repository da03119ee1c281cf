package io.github.sea4j.threshold;

import io.github.sea4j.option.Settings;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.search.Outcome;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.search.StartableSearch;

/**
 * Normalised hard thresholding pursuit (Foucart 2011): {@link Htp} with the step of {@link
 * NormalisedStep}, so that no step size has to be chosen.
 *
 * <p>After a re-fit the gradient vanishes on the support, so the step rule looks at the present
 * support only in the first iteration; afterwards it starts from 1 on unit-norm columns and is
 * reduced until a change of support would lower the residual. Stops like {@link Htp}.
 */
public final class Nhtp extends StartableSearch<Nhtp> {

  /** {@code nhtp} in the solver language. */
  public static final SolverKind<Nhtp> KIND =
      SolverKind.of("nhtp", "normalised HTP (Foucart 2011)", Nhtp::new)
          .labelled("NHTP")
          .startable()
          .with(ThresholdingPursuit.ITERATIONS);

  /** From x = 0, at most 1000 iterations. */
  public Nhtp() {
    super(KIND);
  }

  private Nhtp(Settings settings) {
    super(settings);
  }

  /** With at most T iterations. */
  public Nhtp withIterations(int t) {
    return new Nhtp(settings().with(ThresholdingPursuit.ITERATIONS, t));
  }

  @Override
  protected Outcome search(SearchContext context) {
    return ThresholdingPursuit.run(context, new NormalisedStep(context), settings());
  }
}
