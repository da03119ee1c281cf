package io.github.sea4j.lasso;

import io.github.sea4j.check.Require;
import io.github.sea4j.fit.ColumnCache;
import io.github.sea4j.fit.Fit;
import io.github.sea4j.fit.LeastSquares;
import io.github.sea4j.fit.SupportFit;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.loss.GroupedLoss;
import io.github.sea4j.option.OptionType;
import io.github.sea4j.option.Settings;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.option.SolverOption;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.UnitNormProblem;
import io.github.sea4j.search.Outcome;
import io.github.sea4j.search.Search;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.solver.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The LASSO path as a support estimator (Tibshirani 1996; Osborne et al. 2000; Efron et al. 2004).
 *
 * <p>Follows {@code min 1/2 ||y - A x||² + lambda ||x||_1}, columns of unit norm, from knot to knot
 * while lambda falls. At every knot x is cut to its k largest coefficients, re-fitted by least
 * squares; the cut of the smallest residual is the answer ({@link Cut#BEST}, the default), or the
 * last one ({@link Cut#LAST}).
 *
 * <p>Which one is a matter of measurement. Mean support distance with standard error, spike
 * deconvolution (Gaussian of standard deviation 3, circular, n = 500), 20 instances, 4000 knots:
 *
 * <pre>
 *                    noiseless                          20 dB
 * k             10          20          50          10          20          50
 * BEST    .010 (.010) .035 (.013) .094 (.013) .050 (.025) .215 (.024) .458 (.016)
 * LAST    .010 (.010) .035 (.013) .087 (.012) .965 (.011) .942 (.010) .909 (.009)
 * </pre>
 *
 * <p>With noise the end of the path fits the noise; without, the two agree.
 *
 * <p>An iteration is a knot: a column enters, leaves, or turns out to depend on the active ones.
 * Ends at lambda = 0 ({@link Status#CONVERGED}), when a re-fitted cut explains the measurements to
 * a relative 1e-12 ({@link Status#EXACT_FIT}), or after so many knots. If the path never had k
 * active columns, the answer is filled up with the best insertions, while any lowers the residual
 * ({@link Status#NO_COLUMN_LEFT}). With s active columns a knot costs about (n + 3 s) s
 * multiplications, and a re-fit where the cut changes; each column that enters has its Gram column
 * stored, n numbers. Where a product takes ten million multiplications or more, no Gram column is
 * stored, and only the columns near the bound are watched, with a proof that no other reaches it: a
 * knot costs about m multiplications for each of them and for each active one, and s².
 *
 * <p>Where columns enter in groups, and so for several measurements with one support ({@code
 * JointProblem}), it is the group LASSO (Yuan and Lin 2006; Obozinski, Wainwright and Jordan 2011):
 *
 * <pre>
 * min 1/2 ||y - A x||² + lambda sum_G sqrt(p_G) ||A_G x_G||,   p_G columns in group G
 * </pre>
 *
 * <p>with cuts to the k groups of the largest {@code ||A_G x_G||}, which for several measurements
 * are the rows of X. That path is curved, so it is followed through at most 150 values of lambda by
 * block coordinate descent and steps of Newton's method, down to a thousandth of the first one; an
 * iteration is one of these values. {@link Status#CONVERGED} then says that each met the conditions
 * of optimality to 5e-9 of the first lambda; {@link Status#ITERATION_LIMIT} that some did not, on
 * columns too coherent for it.
 */
public final class Lasso extends Search {

  /** Which point of the path gives the answer. */
  public enum Cut {
    /** The smallest residual after the re-fit. */
    BEST,
    /** The point where the path ends. */
    LAST
  }

  private static final SolverOption<Integer> STEPS =
      SolverOption.count("steps", 4000, "knots of the path; in groups, values of lambda");

  private static final SolverOption<Cut> CUT =
      SolverOption.words("cut", Cut.BEST).word("last", Cut.LAST, "the cut at the end of the path");

  private static final SolverOption<Double> GAIN =
      SolverOption.of(
          "gain",
          OptionType.SHARE,
          0.0,
          "ends once no K of 2 K active columns can lower the residual by this share; 0 for never");

  /** The early end compares residuals that are larger than this, beside measurements of norm 1. */
  private static final double VISIBLE = 1e-6;

  /** {@code lasso} in the solver language. */
  public static final SolverKind<Lasso> KIND =
      SolverKind.of("lasso", "LASSO path, best cut to K columns, re-fitted", Lasso::new)
          .labelled("LASSO")
          .with(CUT, STEPS, GAIN);

  /** The best cut of at most 4000 knots. */
  public Lasso() {
    super(KIND);
  }

  private Lasso(Settings settings) {
    super(settings);
  }

  /** With at most so many knots. */
  public Lasso withSteps(int knots) {
    return new Lasso(settings().with(STEPS, knots));
  }

  /** With the answer from another point of the path. */
  public Lasso withCut(Cut point) {
    return new Lasso(settings().with(CUT, point));
  }

  /**
   * Ends early, at the first knot with 2 k active columns or more where the least-squares fit on
   * all of them has a residual of at least {@code 1 - share} times that of the best cut so far; the
   * status is then {@link Status#CONVERGED}.
   *
   * <p>What that guarantees: the residual of any k of the columns that are active at that knot is
   * at least {@code 1 - share} times that of the answer, as that of all of them is a lower bound.
   * Later knots may bring in other columns, about which nothing is proved. Without noise the
   * residual of the 2 k columns vanishes where k of them explain the measurements, so that nothing
   * ends early before they are found.
   *
   * <p>The bound is the path's own: {@code ||r||² - lambda² s'd}, with the signs s and the
   * direction d of the active coefficients. It costs no product; residuals below 1e-6 of the
   * measurements are not compared.
   *
   * @param share below 1; 0, the default, follows the whole path
   */
  public Lasso withGain(double share) {
    return new Lasso(settings().with(GAIN, share));
  }

  @Override
  protected Outcome search(SearchContext context) {
    if (context.loss() instanceof GroupedLoss groups && groups.inner() == LeastSquares.LOSS) {
      if (settings().get(GAIN) > 0) {
        throw new IllegalArgumentException(
            "lasso: gain must be 0 where columns enter in groups, but is " + settings().get(GAIN));
      }
      GroupGram matrix = new GroupGram(groups, context.operator(), context.measurements());
      GroupPath path = new GroupPath(matrix, context.sparsity(), context::mustStop);
      return search(context, path, context.fit());
    }
    context.requireLeastSquares();
    ColumnCache cache = new ColumnCache(context.operator());
    LassoHomotopy homotopy = new LassoHomotopy(context.unit(), cache);
    Fit fit = new SupportFit(context.operator(), cache, context.measurements(), context.sparsity());
    return search(context, new LargestActive(context.unit(), homotopy), fit);
  }

  private Outcome search(SearchContext context, CutPath path, Fit fit) {
    int steps = settings().get(STEPS);
    int[] support = {};
    Status status = Status.ITERATION_LIMIT;
    boolean goesOn = true;

    while (goesOn && context.iterations() < steps) {
      if (!path.step()) {
        status = path.isCertified() ? Status.CONVERGED : Status.ITERATION_LIMIT;
        break;
      }
      int[] next = path.largest(support);
      if (context.isObserved() || !Arrays.equals(support, next)) {
        support = next;
        fit.moveTo(support);
        goesOn = context.visit(fit);
        if (goesOn && context.fitsExactly()) {
          return context.answer(support, Status.EXACT_FIT);
        }
      } else {
        context.skip(1);
        goesOn = !context.mustStop();
      }
      if (goesOn && cannotGain(path, context)) {
        status = Status.CONVERGED;
        break;
      }
    }
    boolean best = settings().get(CUT) == Cut.BEST || !goesOn;
    int[] filled = Filling.filled(best ? context.bestSupport() : support, fit, context);
    boolean tooFew = filled.length < context.sparsity();
    return context.answer(filled, tooFew ? Status.NO_COLUMN_LEFT : status);
  }

  private boolean cannotGain(CutPath path, SearchContext context) {
    double gain = settings().get(GAIN);
    if (gain == 0 || path.active() < 2 * context.sparsity()) {
      return false;
    }
    return path.leastResidual() >= Math.max(VISIBLE, (1 - gain) * context.bestValue());
  }

  /**
   * The path itself, knot by knot; its length is bounded by {@link #withSteps}, and an interrupt of
   * the thread ends it. The sparsity of the problem plays no role. Each knot costs two products
   * with A more than in a search, for its gap.
   *
   * @throws IllegalArgumentException if the loss is not least squares, or columns enter in groups:
   *     between knots that path is not linear
   */
  public LassoPath path(SparseProblem problem) {
    requirePlain(problem);
    UnitNormProblem unit = problem.unitNorm();
    List<LassoPoint> points = new ArrayList<>();
    if (problem.measurementNorm() == 0 || unit.columns() == 0) {
      points.add(new LassoPoint(0, SparseVector.zero(problem.columns()), 0));
      return new LassoPath(problem, points, Status.CONVERGED);
    }
    LassoHomotopy homotopy = new LassoHomotopy(unit, new ColumnCache(unit.operator()));
    points.add(point(problem, unit, homotopy));
    for (int step = 0; step < settings().get(STEPS); step++) {
      if (Thread.currentThread().isInterrupted()) {
        return new LassoPath(problem, points, Status.INTERRUPTED);
      }
      if (!homotopy.step()) {
        return new LassoPath(problem, points, Status.CONVERGED);
      }
      points.add(point(problem, unit, homotopy));
    }
    return new LassoPath(problem, points, Status.ITERATION_LIMIT);
  }

  private static LassoPoint point(
      SparseProblem problem, UnitNormProblem unit, LassoHomotopy homotopy) {
    double[] dense = new double[unit.columns()];
    homotopy.active().copyTo(dense);
    int[] columns = homotopy.active().sorted();
    double[] values = Vectors.gather(dense, columns);
    return new LassoPoint(
        unit.toUser(homotopy.lambda()),
        unit.toUser(problem.columns(), columns, values),
        LassoCertificate.relativeGap(unit, dense, homotopy.lambda()));
  }

  /**
   * A certificate for any vector: {@code (P(x) - D(u)) / P(x)} with {@code P(x) = 1/2 ||y - A x||²
   * + lambda sum_j ||a_j|| |x_j|} and D(u) the lower bound of its minimum that the residual, scaled
   * to be dual feasible, gives. 0 for the minimiser up to rounding, at most 1.
   *
   * @param x n entries
   * @param lambda weight of the l1 norm, in the units of the measurements; at least 0
   * @throws IllegalArgumentException if the length of x or lambda does not fit, the loss is not
   *     least squares, or columns are bounded or enter in groups
   */
  public static double relativeGap(SparseProblem problem, SparseVector x, double lambda) {
    requirePlain(problem);
    Require.notNegative("lambda", lambda);
    Require.length("x", x.length(), "columns", problem.columns());
    if (problem.measurementNorm() == 0) {
      // The minimum is 0, at x = 0: either P(x) is it, or all of P(x) is above it.
      boolean zero = Arrays.stream(x.values()).allMatch(value -> value == 0);
      return zero || (lambda == 0 && problem.residualNorm(x) == 0) ? 0 : 1;
    }
    UnitNormProblem unit = problem.unitNorm();
    return LassoCertificate.relativeGap(unit, unit.fromUser(x), unit.fromUser(lambda));
  }

  private static void requirePlain(SparseProblem problem) {
    if (problem.loss() != LeastSquares.LOSS) {
      throw new IllegalArgumentException(
          "loss must be least squares without bounds and groups for the path, but is "
              + problem.loss());
    }
  }
}
