package io.github.sea4j.sea;

import io.github.sea4j.fit.Fit;
import io.github.sea4j.linalg.TopK;
import io.github.sea4j.option.OptionType;
import io.github.sea4j.option.Settings;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.option.SolverOption;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.Support;
import io.github.sea4j.search.Outcome;
import io.github.sea4j.search.Search;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.solver.StartableSolver;
import io.github.sea4j.solver.Status;

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

  private static final SolverOption<Integer> ITERATIONS =
      SolverOption.count("iterations", 1000, "visits of X");

  private static final SolverOption<Double> STEP_SIZE =
      SolverOption.of(
          "eta", OptionType.POSITIVE, 1.0, "step of the exploration, matters after a warm start");

  private static final SolverOption<Double> TOLERANCE =
      SolverOption.of(
          "tolerance", OptionType.NON_NEGATIVE, 1e-12, "relative residual to stop at, 0 for never");

  private static final SolverOption<Double> DECAY =
      SolverOption.of(
          "decay",
          OptionType.SHARE,
          0.0,
          "share of X outside the support forgotten in an iteration");

  /** {@code sea} in the solver language. */
  public static final SolverKind<Sea> KIND =
      SolverKind.of("sea", "support exploration (Mohamed et al. 2024), from 0", Sea::new)
          .labelled("SEA")
          .startable()
          .with(ITERATIONS, STEP_SIZE, TOLERANCE, DECAY);

  /** From X = 0, 1000 iterations, step size 1, relative residual tolerance 1e-12, no decay. */
  public Sea() {
    super(KIND);
  }

  private Sea(Settings settings) {
    super(settings);
  }

  /** With T iterations, at least 1. */
  public Sea withIterations(int t) {
    return new Sea(settings().with(ITERATIONS, t));
  }

  /** With step size eta, positive; it matters with a start only. */
  public Sea withStepSize(double eta) {
    return new Sea(settings().with(STEP_SIZE, eta));
  }

  /** Ends once {@code ||A x - y|| <= tolerance ||y||}; 0 goes on to the last iteration. */
  public Sea withTolerance(double relativeResidual) {
    return new Sea(settings().with(TOLERANCE, relativeResidual));
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
    return new Sea(settings().with(DECAY, share));
  }

  @Override
  public Sea from(Solver solver) {
    return new Sea(settings().around(solver));
  }

  @Override
  public Sea from(SparseVector x) {
    return new Sea(settings().from(x));
  }

  @Override
  public Sea from(Solution answer) {
    return from(answer.x());
  }

  @Override
  public Sea from(Support support) {
    return new Sea(settings().from(support));
  }

  @Override
  protected Outcome search(SearchContext context) {
    int most = settings().get(ITERATIONS);
    double exact = settings().get(TOLERANCE) * context.measurementNorm();
    Exploration x = exploration(context);
    int[] support = TopK.firstIndices(context.sparsity());
    Fit fit = context.fit();

    while (context.iterations() < most) {
      boolean moved = x.largest(support) || context.iterations() == 0;
      if (moved) {
        fit.moveTo(support);
        x.follow(fit);
      }
      if (!context.visit(fit)) {
        break;
      }
      if (fit.value() <= exact) {
        return context.best(Status.EXACT_FIT);
      }
      x.step(most);
    }
    return context.best(Status.ITERATION_LIMIT);
  }

  private Exploration exploration(SearchContext context) {
    double[] initial = context.hasStart() ? context.start() : new double[context.columns()];
    double step = settings().get(STEP_SIZE) / context.curvature();
    return new Exploration(context, initial, step, settings().get(DECAY));
  }
}
