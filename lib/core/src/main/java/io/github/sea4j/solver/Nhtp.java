package io.github.sea4j.solver;

import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.UnitNormProblem;
import org.jspecify.annotations.Nullable;

/**
 * Normalised hard thresholding pursuit (Foucart 2011): {@link Htp} with the step of {@link
 * NormalisedStep}, so that no step size has to be chosen.
 *
 * <p>After a re-fit the gradient vanishes on the support, so the step rule looks at the present
 * support only in the first iteration; afterwards it starts from 1 on unit-norm columns and is
 * reduced until a change of support would lower the residual. Stops like {@link Htp}.
 */
public final class Nhtp extends Search implements StartableSolver {

  private final int iterations;
  private final @Nullable Start start;

  /** From x = 0, at most 1000 iterations. */
  public Nhtp() {
    this(1000, null);
  }

  private Nhtp(int iterations, @Nullable Start start) {
    this.iterations = iterations;
    this.start = start;
  }

  /** With at most T iterations. */
  public Nhtp withIterations(int t) {
    return new Nhtp(Require.atLeast("iterations", t, 1), start);
  }

  @Override
  public Nhtp from(Solver solver) {
    return new Nhtp(iterations, Start.of(solver));
  }

  @Override
  public Nhtp from(Solution solution) {
    return new Nhtp(iterations, Start.of(solution));
  }

  @Override
  public String name() {
    return Names.compose("NHTP", start == null ? "" : start.name());
  }

  @Override
  Outcome search(SparseProblem problem, UnitNormProblem unit, Progress progress) {
    StepRule rule = new NormalisedStep(unit, progress);
    ThresholdedIterate x = ThresholdedIterate.startingFrom(start, problem, unit, progress);
    return ThresholdingPursuit.run(unit, progress, rule, x, iterations);
  }
}
