package io.github.sea4j.solver;

import io.github.sea4j.leastsquares.SupportFit;
import io.github.sea4j.linalg.TopK;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.UnitNormProblem;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The Support Exploration Algorithm (Mohamed, Malgouyres, Emiya, Chaux, <i>Straight-Through meets
 * Sparse Recovery: the Support Exploration Algorithm</i>, ICML 2024, arXiv 2301.13584).
 *
 * <pre>
 * for t = 0 .. T-1
 *   S_t     = largest_k(X_t)
 *   x_t     = argmin { ||A z - y|| : supp z in S_t }
 *   g_t     = A'(A x_t - y)
 *   X_{t+1} = X_t - eta g_t
 * return x_t of the smallest residual, the earliest of equals
 * </pre>
 *
 * <p>The dense exploration vector X accumulates straight-through gradients: {@code x_t} depends on
 * X through its k largest entries only, a function whose derivative is zero almost everywhere; the
 * straight-through estimator replaces that derivative by the identity. An entry outside the support
 * grows while its column correlates with the residual, until it displaces the weakest one inside.
 *
 * <p>From X = 0 (the default) the supports do not depend on the step size. From another solver's
 * answer they depend on X0 / eta only: a large step forgets the start at once, a small one needs
 * iterations before the support moves. The residual returned is never above that of the start's
 * support.
 *
 * <p>Stops after T iterations ({@link Status#ITERATION_LIMIT}), or as soon as the relative residual
 * is at or below the tolerance ({@link Status#EXACT_FIT}). An iteration is one visit of {@code
 * X_t}; visits that are skipped because the support is known to stay are counted. Cost of an
 * iteration: n k multiplications for the gradient, an update of the factors for each column that
 * changed, one scan of X.
 */
public final class Sea extends Search implements StartableSolver {

  private final int iterations;
  private final double stepSize;
  private final double tolerance;
  private final double decay;
  private final @Nullable Start start;

  /** From X = 0, 1000 iterations, step size 1, relative residual tolerance 1e-12, no decay. */
  public Sea() {
    this(1000, 1, 1e-12, 0, null);
  }

  private Sea(
      int iterations, double stepSize, double tolerance, double decay, @Nullable Start start) {
    this.iterations = iterations;
    this.stepSize = stepSize;
    this.tolerance = tolerance;
    this.decay = decay;
    this.start = start;
  }

  /** With T iterations, at least 1. */
  public Sea withIterations(int t) {
    return new Sea(Require.atLeast("iterations", t, 1), stepSize, tolerance, decay, start);
  }

  /** With step size eta, positive; it matters with a start only. */
  public Sea withStepSize(double eta) {
    return new Sea(iterations, Require.positive("eta", eta), tolerance, decay, start);
  }

  /** Ends once {@code ||A x - y|| <= tolerance ||y||}; 0 goes on to the last iteration. */
  public Sea withTolerance(double relativeResidual) {
    double checked = Require.notNegative("tolerance", relativeResidual);
    return new Sea(iterations, stepSize, checked, decay, start);
  }

  /**
   * Entries of X outside the support shrink by this share in each iteration, so that old gradients
   * are forgotten: the update of SR-STE (Zhou et al., <i>Learning N:M fine-grained structured
   * sparse neural networks from scratch</i>, ICLR 2021). {@code X_{t+1} = X_t - eta g_t - share
   * X_t} there. Ours for SEA: 0.003 wins on Gaussian matrices, wins or is level in whitened
   * geometries, and loses on coherent columns that are not whitened (NOTES).
   *
   * @param share at least 0 and below 1; 0, the default, is the algorithm of the paper
   */
  public Sea withDecay(double share) {
    return new Sea(iterations, stepSize, tolerance, Require.share("decay", share), start);
  }

  @Override
  public Sea from(Solver solver) {
    return new Sea(iterations, stepSize, tolerance, decay, Start.of(solver));
  }

  @Override
  public Sea from(Solution solution) {
    return new Sea(iterations, stepSize, tolerance, decay, Start.of(solution));
  }

  @Override
  public String name() {
    return Names.compose(
        "SEA",
        start == null ? "" : start.name(),
        decay == 0 ? "" : "decay=" + OptionValue.text(decay));
  }

  @Override
  Outcome search(SparseProblem problem, UnitNormProblem unit, Progress progress) {
    double[] initial =
        start == null
            ? new double[unit.columns()]
            : unit.fromUser(start.solve(problem, progress).x());
    Exploration exploration = new Exploration(initial, stepSize, decay);
    TopK largest = new TopK(unit.columns());
    int[] support = TopK.firstIndices(unit.sparsity());
    SupportFit fit =
        new SupportFit(unit.operator(), unit.measurements(), unit.sparsity(), progress::mustStop);
    double[] gradient = new double[unit.columns()];
    Supplier<double[]> coefficients = fit::coefficients;
    double exact = tolerance * Vectors.norm(unit.measurements());
    Status status = Status.ITERATION_LIMIT;

    while (progress.iterations() < iterations) {
      boolean moved = largest.select(exploration.vector(), support) || progress.iterations() == 0;
      if (moved) {
        fit.moveTo(support);
        fit.gradient(gradient);
        exploration.follow(gradient, support);
      }
      progress.explore(exploration.vector());
      if (!progress.visit(support, fit.residualNorm(), coefficients)) {
        break;
      }
      if (fit.residualNorm() <= exact) {
        status = Status.EXACT_FIT;
        break;
      }
      long steps = 1;
      if (!moved && !progress.isObserved()) {
        steps = exploration.stepsWithin(support, iterations - progress.iterations());
        progress.skip(steps - 1);
      }
      exploration.advance(steps);
    }
    return Outcome.refitted(progress.bestSupport(), progress.statusOr(status));
  }
}
