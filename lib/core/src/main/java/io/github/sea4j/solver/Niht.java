package io.github.sea4j.solver;

import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.UnitNormProblem;
import org.jspecify.annotations.Nullable;

/**
 * Normalised iterative hard thresholding (Blumensath and Davies 2010): {@link Iht} with the step
 * chosen anew in each iteration by {@link NormalisedStep}, so that it needs no knowledge of {@code
 * ||A||} and the residual never increases.
 *
 * <p>Starts from x = 0 or any solver's answer; no re-fit on the way. Stops like {@link Iht}, with
 * the limit where it is proved that the support will never change again. Cost of an iteration: that
 * of IHT and one to three products of A with k or 2k columns.
 */
public final class Niht extends Search implements StartableSolver {

  private final int iterations;
  private final @Nullable Start start;

  /** From x = 0, at most 1000 iterations. */
  public Niht() {
    this(1000, null);
  }

  private Niht(int iterations, @Nullable Start start) {
    this.iterations = iterations;
    this.start = start;
  }

  /** With at most T iterations. */
  public Niht withIterations(int t) {
    return new Niht(Require.atLeast("iterations", t, 1), start);
  }

  @Override
  public Niht from(Solver solver) {
    return new Niht(iterations, Start.of(solver));
  }

  @Override
  public Niht from(Solution solution) {
    return new Niht(iterations, Start.of(solution));
  }

  @Override
  public String name() {
    return Names.compose("NIHT", start == null ? "" : start.name());
  }

  @Override
  Outcome search(SparseProblem problem, UnitNormProblem unit, Progress progress) {
    StepRule rule = new NormalisedStep(unit, progress);
    ThresholdedIterate x = ThresholdedIterate.startingFrom(start, problem, unit, progress);
    return IterativeThresholding.run(unit, progress, rule, x, iterations);
  }
}
