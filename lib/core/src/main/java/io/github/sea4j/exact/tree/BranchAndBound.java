package io.github.sea4j.exact.tree;

import io.github.sea4j.check.Require;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Best-first branch and bound for {@code min 1/2 ||y - A x||² + gamma/2 ||x||²} over vectors of at
 * most k non-zeros.
 *
 * <p>A node has columns that are in, out, or free. Its lower bound is the Fenchel dual of the
 * perspective relaxation, evaluated wherever coordinate descent and Newton steps on the active set
 * have come to ({@link DualBound}); columns whose other decision would lift the bound to the best
 * objective known are decided at once; coefficient bounds are narrowed below each node ({@link
 * Tightening}); the last two columns of a support are found by trying all pairs ({@link
 * LastColumns}). The free column of largest relaxed value is branched on. Of the open nodes the
 * sixteen of smallest bound are expanded together, on the threads of {@link
 * io.github.sea4j.concurrent.Workers}: the answer, its proof and the number of nodes are the same
 * for every number of threads.
 *
 * <p>Coefficient bounds make the difference between a proof and a conditional one. They follow from
 * the problem where {@code A'A + gamma I} is positive definite beyond rounding: with a ridge, or
 * with at most as many columns as rows and full rank. Elsewhere, and where {@link #conditional} is
 * asked for, every coefficient is assumed to stay below a multiple of the largest one of the best
 * support, and the proof says so. For k of at most 2, for k of at least n and for exact fits no
 * bound is needed and the proof is rigorous.
 *
 * <p>Bounds are safe against rounding to first order: each is lowered by the rounding errors of the
 * Gram matrix, of {@code A'y} and of every update since. "The best" is meant to within {@link
 * #TOLERANCE} times {@code ||y||²/2}. See Bertsimas, King and Mazumder, Annals of Statistics 44
 * (2016); Hazimeh, Mazumder and Saab, Mathematical Programming 196 (2022).
 *
 * <p>Memory 8n² bytes for the Gram matrix, about 20n + 200 for an open node. Immutable.
 */
public final class BranchAndBound {

  /** Objectives closer than this times {@code ||y||²/2} count as equal. */
  public static final double TOLERANCE = 1e-10;

  private final double ridge;
  private final double gap;
  private final double factor;
  private final boolean conditional;
  private final long nodes;

  /** Without ridge, to the end, rigorous where possible. */
  public BranchAndBound() {
    this(0, 0, 1.5, false, Long.MAX_VALUE);
  }

  private BranchAndBound(double ridge, double gap, double factor, boolean conditional, long nodes) {
    this.ridge = ridge;
    this.gap = gap;
    this.factor = factor;
    this.conditional = conditional;
    this.nodes = nodes;
  }

  /** With {@code gamma/2 ||x||²} in the objective, gamma finite and at least 0. */
  public BranchAndBound withRidge(double gamma) {
    return new BranchAndBound(
        between("ridge", gamma, 0, Double.MAX_VALUE), gap, factor, conditional, nodes);
  }

  /** Ending as soon as {@code (upper - lower)/upper} is at most this, from 0 to 1. */
  public BranchAndBound withGap(double relative) {
    return new BranchAndBound(ridge, between("gap", relative, 0, 1), factor, conditional, nodes);
  }

  /**
   * Where coefficients have to be bounded by assumption: by this multiple of the largest one of the
   * best support, at least 1.
   */
  public BranchAndBound withFactor(double multiple) {
    return new BranchAndBound(
        ridge, gap, between("factor", multiple, 1, Double.MAX_VALUE), conditional, nodes);
  }

  /** Bounding coefficients by assumption even where rigorous bounds are known: often faster. */
  public BranchAndBound conditional() {
    return new BranchAndBound(ridge, gap, factor, true, nodes);
  }

  /** Ending after about so many nodes, at least 1. */
  public BranchAndBound withNodes(long most) {
    return new BranchAndBound(ridge, gap, factor, conditional, Require.atLeast("nodes", most, 1));
  }

  /** Told of each better support and of each better lower bound, on the thread of the caller. */
  @FunctionalInterface
  public interface Listener {

    /** Something got better; the proof is still {@link Proof#NO} until it is complete. */
    void onProgress(BestSubset now);
  }

  private static double between(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "%s must be between %s and %s, but is %s".formatted(name, least, most, value));
    }
    return value;
  }

  /**
   * Searches the best support.
   *
   * @param operator A, columns of unit norm
   * @param y m finite entries, read only
   * @param sparsity k, at least 1
   * @param start sorted columns to start from, at most k; may be empty
   * @param mustStop asked every few milliseconds by one thread at a time, while the caller's waits;
   *     once true, the best so far is returned
   * @param listener told of each improvement
   * @throws IllegalArgumentException if there are more than 4096 columns
   */
  public BestSubset solve(
      LinearOperator operator,
      double[] y,
      int sparsity,
      int[] start,
      BooleanSupplier mustStop,
      Listener listener) {
    SubsetProblem problem = SubsetProblem.of(operator, y, sparsity, ridge, mustStop);
    Incumbent incumbent = new Incumbent(problem, start, mustStop, listener);
    if (incumbent.isProvedByItself()) {
      return incumbent.proved(Proof.RIGOROUS);
    }
    if (!problem.complete) {
      return incumbent.open();
    }
    CoefficientBounds bounds =
        conditional ? null : CoefficientBounds.rigorous(problem, incumbent.upper());
    if (bounds != null) {
      return search(problem, bounds, incumbent, mustStop);
    }
    while (true) {
      double magnitude = factor * incumbent.largest();
      bounds = CoefficientBounds.assumed(problem.columns, magnitude);
      BestSubset answer = search(problem, bounds, incumbent, mustStop);
      // A better support with larger coefficients widens the assumption, and all starts again.
      boolean enough = factor * incumbent.largest() <= magnitude * (1 + 1e-9);
      if (enough || answer.proof() == Proof.NO) {
        return answer;
      }
    }
  }

  private BestSubset search(
      SubsetProblem problem,
      CoefficientBounds bounds,
      Incumbent incumbent,
      BooleanSupplier mustStop) {
    double[] curvature = new double[problem.columns];
    Arrays.fill(curvature, ridge);
    Expanders expanders = new Expanders(problem, curvature, mustStop);
    return new Tree(problem, bounds, incumbent, expanders, gap, nodes).search();
  }
}
