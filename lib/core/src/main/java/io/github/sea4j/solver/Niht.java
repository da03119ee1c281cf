package io.github.sea4j.solver;

import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.UnitNormProblem;
import org.jspecify.annotations.Nullable;

/**
 * Normalised iterative hard thresholding (Blumensath and Davies 2010): {@link Iht} with the step
 * chosen anew in each iteration by {@link NormalisedStep}, so that it needs no knowledge of {@code
 * ||A||} and the residual never increases.
 *
 * <p>No re-fit. Starts from x = 0 or any solver's answer. Stops when an iteration changes x by less
 * than a relative 1e-15, when the residual is at rounding level, or after T iterations. Cost of an
 * iteration: one product with A', two to four with A on k columns.
 */
public final class Niht extends Search implements StartableSolver {

  private static final double STANDSTILL = 1e-15;

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
    ThresholdedIterate x = new ThresholdedIterate(unit);
    if (start != null) {
      x.set(unit.fromUser(start.solve(problem, progress).x()));
    }
    NormalisedStep step = new NormalisedStep(unit);
    double[] gradient = new double[unit.columns()];
    double exact = STANDSTILL * Vectors.norm(unit.measurements());

    while (progress.iterations() < iterations) {
      x.gradient(gradient);
      int[] support = step.propose(x, gradient);
      double change = x.threshold(step.proposal(), support);
      x.rememberIfBest();
      if (!progress.visit(support, x.residualNorm(), x::coefficients)) {
        break;
      }
      if (x.residualNorm() <= exact) {
        return x.best(Status.EXACT_FIT);
      }
      if (change <= STANDSTILL * x.norm()) {
        return x.best(Status.CONVERGED);
      }
    }
    return x.best(progress.statusOr(Status.ITERATION_LIMIT));
  }
}
