package io.github.sea4j.sea;

import io.github.sea4j.fit.CurvedFit;
import io.github.sea4j.fit.Fit;
import io.github.sea4j.linalg.TopK;
import io.github.sea4j.option.OptionType;
import io.github.sea4j.option.Settings;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.option.SolverOption;
import io.github.sea4j.search.Outcome;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.search.StartableSearch;
import io.github.sea4j.solver.Status;
import java.util.Set;

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
 * <p>Where coefficients are bounded or columns enter in groups, X has an entry for each single
 * column all the same, and adds up the slopes of the loss as they are, also against a bound. A side
 * that bounds forbid does not count among the largest, and a group counts by {@code ||R^-T X_G||}
 * for {@code A_G'A_G = R'R}. Ours: the paper has neither. The gradient cut to what bounds allow, or
 * to its norm, cannot be summed in its place (NOTES).
 *
 * <p>Stops after T iterations ({@link Status#ITERATION_LIMIT}), or as soon as the relative residual
 * is at or below the tolerance ({@link Status#EXACT_FIT}, above rounding {@link
 * Status#WITHIN_TOLERANCE}). An iteration is one visit of {@code X_t}; visits that are skipped
 * because the support is known to stay are counted. Cost of an iteration: n k multiplications for
 * the gradient, an update of the factors for each column that changed, one scan of X.
 */
public final class Sea extends StartableSearch<Sea> {

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

  private static final SolverOption<Boolean> SAMPLED =
      SolverOption.words("supports", false)
          .word("sampled", true, "supports drawn at random, by the scores of their columns");

  private static final SolverOption<Integer> SEED =
      SolverOption.of("seed", OptionType.COUNT_OR_NONE, 1, "of sampled supports");

  private static final SolverOption<Set<SampledPart>> WITHOUT =
      SolverOption.of(
          "without",
          OptionType.someOf(SampledPart.class),
          Set.of(),
          "parts of sampled supports to leave out, for ablations");

  /** {@code sea} in the solver language. */
  public static final SolverKind<Sea> KIND =
      SolverKind.of("sea", "support exploration (Mohamed et al. 2024), from 0", Sea::new)
          .labelled("SEA")
          .startable()
          .with(ITERATIONS, STEP_SIZE, TOLERANCE, DECAY, SAMPLED, SEED, WITHOUT);

  /** From X = 0, 1000 iterations, step size 1, relative residual tolerance 1e-12, no decay. */
  public Sea() {
    super(KIND);
  }

  private Sea(Settings settings) {
    super(settings);
    boolean sampled = settings.get(SAMPLED);
    refuse(sampled && settings.get(STEP_SIZE) != 1, "eta", "the plain algorithm, not to sampled");
    refuse(sampled && settings.get(DECAY) != 0, "decay", "the plain algorithm, not to sampled");
    refuse(!sampled && !settings.get(WITHOUT).isEmpty(), "without", "sampled");
  }

  private static void refuse(boolean wrong, String option, String form) {
    if (wrong) {
      throw new IllegalArgumentException("sea: %s belongs to %s".formatted(option, form));
    }
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

  /**
   * With sampled supports, the self-feedback taken out, shrinkage and memory: SEA at the level of
   * message passing on Gaussian matrices. Ours, after vector approximate message passing.
   *
   * <pre>
   * X_0 = (n/m) A^+ y,  r_0 = y
   * for t = 0 .. T-1
   *   tau     = (n/m - 1) r_t'(A A')^-1 r_t / m                variance of X_t about the truth
   *   E       = mu |X_t| / tau                                 |X_0| at first
   *   S_t     = largest_k(E + logistic noise),  theta = the smallest of them
   *   mu, phi = mean of |X_t| on S_t, and their variance less tau
   *   x_t     = sign(X_t) h on S_t,  h = w |X_t| + (1 - w) mu,  w = phi / (phi + tau)
   *   a       = (w k + sum q (1 - q) (mu / tau) h) / n,  q = 1 / (1 + exp(theta - E))
   *   z_t     = (x_t - a X_t) / (1 - a)
   *   X_{t+1} = .9 X_t + .1 (z_t + (n/m) A^+ (y - A z_t))
   *   r_{t+1} = .9 r_t + .1 (y - A z_t)
   * return the k largest of |X_t|, every tenth t, of the smallest residual
   * </pre>
   *
   * <p>A gate that opens for the k largest has a derivative of zero almost everywhere, and the
   * straight-through estimator puts the identity in its place. With logistic noise the mean of the
   * gate is a sigmoid, whose slope is known. So it is known what share a of X comes back to X
   * through its own estimate; without that share, the residual of z measures the error of X. The
   * average over iterations averages the sampled supports.
   *
   * <p>Here m is the rank, at most the number of rows. Cost: once for a matrix a singular value
   * decomposition, see {@link io.github.sea4j.problem.UnitNormProblem#orthogonalRows}, then two
   * products in each iteration. It needs more columns than rows, and on blurred spikes it does not
   * help (NOTES).
   */
  public Sea sampled() {
    return new Sea(settings().with(SAMPLED, true));
  }

  /** With other random numbers, for a seed of at least 0; they matter for sampled supports only. */
  public Sea withSeed(int number) {
    return new Sea(settings().with(SEED, number));
  }

  /** Sampled supports without some of their parts, for ablations. */
  public Sea without(Set<SampledPart> parts) {
    return new Sea(settings().with(WITHOUT, Set.copyOf(parts)));
  }

  @Override
  protected Outcome search(SearchContext context) {
    if (settings().get(SAMPLED)) {
      return sampledForm().search(context, start(context));
    }
    int most = settings().get(ITERATIONS);
    double exact = settings().get(TOLERANCE) * context.measurementNorm();
    Fit fit = fit(context);
    Exploration x = exploration(context, fit);
    int[] support = TopK.firstIndices(context.sparsity());

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

  /** The fits of curved losses take long, and are remembered. */
  private static Fit fit(SearchContext context) {
    Fit fit = context.fit();
    return fit instanceof CurvedFit ? new VisitedFits(fit, context.columns()) : fit;
  }

  private Exploration exploration(SearchContext context, Fit fit) {
    double step = settings().get(STEP_SIZE) / context.curvature();
    return Exploration.of(context, fit, start(context), step, settings().get(DECAY));
  }

  private static double[] start(SearchContext context) {
    return context.hasStart() ? context.start() : new double[context.columns()];
  }

  private SampledSea sampledForm() {
    return new SampledSea(
        settings().get(ITERATIONS),
        settings().get(TOLERANCE),
        settings().get(WITHOUT),
        settings().get(SEED));
  }
}
