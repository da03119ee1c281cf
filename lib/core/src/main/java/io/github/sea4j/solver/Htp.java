package io.github.sea4j.solver;

import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.UnitNormProblem;
import org.jspecify.annotations.Nullable;

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
public final class Htp extends Search implements StartableSolver {

  private final int iterations;
  private final Step step;
  private final @Nullable Start start;

  /** Step 1 on unit-norm columns, from x = 0, at most 1000 iterations. */
  public Htp() {
    this(1000, Step.fixed(1), null);
  }

  private Htp(int iterations, Step step, @Nullable Start start) {
    this.iterations = iterations;
    this.step = step;
    this.start = start;
  }

  /** With at most T iterations. */
  public Htp withIterations(int t) {
    return new Htp(Require.atLeast("iterations", t, 1), step, start);
  }

  /** With another step size. */
  public Htp withStep(Step mu) {
    return new Htp(iterations, mu, start);
  }

  @Override
  public Htp from(Solver solver) {
    return new Htp(iterations, step, Start.of(solver));
  }

  @Override
  public Htp from(Solution solution) {
    return new Htp(iterations, step, Start.of(solution));
  }

  @Override
  public String name() {
    String options = step.equals(Step.fixed(1)) ? "" : "step=" + step;
    return Names.compose("HTP", start == null ? "" : start.name(), options);
  }

  @Override
  Outcome search(SparseProblem problem, UnitNormProblem unit, Progress progress) {
    StepRule rule = new FixedStep(unit, step.size(unit.operator(), progress));
    ThresholdedIterate x = ThresholdedIterate.startingFrom(start, problem, unit, progress);
    return ThresholdingPursuit.run(unit, progress, rule, x, iterations);
  }
}
