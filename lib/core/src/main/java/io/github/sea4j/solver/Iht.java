package io.github.sea4j.solver;

import io.github.sea4j.linalg.TopK;
import io.github.sea4j.linalg.Vectors;
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
 * <p>H_k keeps the k largest entries. No least squares on the way, nor at the end: the answer is
 * the iterate, and re-fitting its support can only lower the residual. Default step mu = 1.8 /
 * ||A||_2² on unit-norm columns, from x = 0. The residual never increases for mu below 1 / ||A||²;
 * above it the support may wander, and beyond 2 / ||A||² the iterates may diverge ({@link
 * Status#DIVERGED}, the best iterate is returned).
 *
 * <p>Stops when an iteration changes x by less than a relative 1e-15 ({@link Status#CONVERGED}) or
 * after T iterations. Cost of an iteration: one product with A (k columns) and one with A'.
 */
public final class Iht extends Search implements StartableSolver {

  private static final double STANDSTILL = 1e-15;

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
    double mu = step.size(unit.operator(), progress);
    ThresholdedIterate x = new ThresholdedIterate(unit);
    if (start != null) {
      x.set(unit.fromUser(start.solve(problem, progress).x()));
    }
    TopK largest = new TopK(unit.columns());
    int[] support = TopK.firstIndices(unit.sparsity());
    double[] gradient = new double[unit.columns()];
    double[] proposal = new double[unit.columns()];
    double blownUp = 1e8 * Vectors.norm(unit.measurements());

    while (progress.iterations() < iterations) {
      x.gradient(gradient);
      x.copyTo(proposal);
      Vectors.axpy(-mu, gradient, proposal);
      largest.select(proposal, support);
      double change = x.threshold(proposal, support);
      x.rememberIfBest();
      if (!progress.visit(support, x.residualNorm(), x::coefficients)) {
        break;
      }
      if (!(x.residualNorm() <= blownUp)) {
        return x.best(Status.DIVERGED);
      }
      if (change <= STANDSTILL * x.norm()) {
        return x.last(Status.CONVERGED);
      }
    }
    return x.best(progress.statusOr(Status.ITERATION_LIMIT));
  }
}
