package io.github.sea4j.threshold;

import io.github.sea4j.option.Settings;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.search.Outcome;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.search.StartableSearch;

/**
 * Normalised iterative hard thresholding (Blumensath and Davies 2010): {@link Iht} with the step
 * chosen anew in each iteration by {@link NormalisedStep}, so that it needs no knowledge of {@code
 * ||A||} and the residual never increases.
 *
 * <p>Starts from x = 0 or any solver's answer; no re-fit on the way. Stops like {@link Iht}, with
 * the limit where it is proved that the support will never change again. Cost of an iteration: that
 * of IHT and one to three products of A with k or 2k columns.
 */
public final class Niht extends StartableSearch<Niht> {

  /** {@code niht} in the solver language. */
  public static final SolverKind<Niht> KIND =
      SolverKind.of("niht", "normalised IHT (Blumensath and Davies 2010)", Niht::new)
          .labelled("NIHT")
          .startable()
          .with(IterativeThresholding.REFITTED, IterativeThresholding.ITERATIONS);

  /** From x = 0, at most 1000 iterations. */
  public Niht() {
    super(KIND);
  }

  private Niht(Settings settings) {
    super(settings);
  }

  /** With at most T iterations. */
  public Niht withIterations(int t) {
    return new Niht(settings().with(IterativeThresholding.ITERATIONS, t));
  }

  /** Answers with the fit on the support in place of the iterate's own coefficients. */
  public Niht refitted() {
    return new Niht(settings().with(IterativeThresholding.REFITTED, true));
  }

  @Override
  protected Outcome search(SearchContext context) {
    context.requireUnbounded();
    return new IterativeThresholding(context, new NormalisedStep(context), settings()).run();
  }
}
