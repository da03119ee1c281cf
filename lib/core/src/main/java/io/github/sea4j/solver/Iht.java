package io.github.sea4j.solver;

import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.UnitNormProblem;
import org.jspecify.annotations.Nullable;

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
 * <p>Cost of an iteration: (m + n) k multiplications while the support stays, and the product with
 * A' where it moves; each column costs a product once it stays.
 */
public final class Iht extends Search implements StartableSolver {

  private final int iterations;
  private final Step step;
  private final @Nullable Start start;

  /** Step 1.8 / ||A||², from x = 0, at most 1000 iterations. */
  public Iht() {
    this(1000, Step.relative(1.8), null);
  }

  private Iht(int iterations, Step step, @Nullable Start start) {
    this.iterations = iterations;
    this.step = step;
    this.start = start;
  }

  /** With at most T iterations. */
  public Iht withIterations(int t) {
    return new Iht(Require.atLeast("iterations", t, 1), step, start);
  }

  /** With another step size. */
  public Iht withStep(Step mu) {
    return new Iht(iterations, mu, start);
  }

  @Override
  public Iht from(Solver solver) {
    return new Iht(iterations, step, Start.of(solver));
  }

  @Override
  public Iht from(Solution solution) {
    return new Iht(iterations, step, Start.of(solution));
  }

  @Override
  public String name() {
    String options = step.equals(Step.relative(1.8)) ? "" : "step=" + step;
    return Names.compose("IHT", start == null ? "" : start.name(), options);
  }

  @Override
  Outcome search(SparseProblem problem, UnitNormProblem unit, Progress progress) {
    StepRule rule = new FixedStep(unit, step.size(unit.operator(), progress));
    ThresholdedIterate x = ThresholdedIterate.startingFrom(start, problem, unit, progress);
    return IterativeThresholding.run(unit, progress, rule, x, iterations);
  }
}
