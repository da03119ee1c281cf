package io.github.sea4j.solver;

import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.UnitNormProblem;
import org.jspecify.annotations.Nullable;

/**
 * Compressive sampling matching pursuit (Needell and Tropp 2009).
 *
 * <pre>
 * repeat: T = supp x + largest_2k(A'(y - A x));  b = least squares on T;  x = H_k(b)
 * </pre>
 *
 * <p>H_k keeps the k largest entries; x is not re-fitted. T holds up to 3k columns: where they are
 * more than the rows, or depend on each other, b is not unique and the dependent columns count as
 * zero; the solution then says {@link Solution#rankDeficient()}. On strongly coherent columns b is
 * huge and H_k(b) can be far worse than x = 0: the method is not made for them, and its residual
 * says so. Stops when an iterate repeats the last one ({@link Status#CONVERGED}) or one of the last
 * 64 ({@link Status#CYCLE}), or after T iterations; the best iterate is returned. Where it fails it
 * can wander without ever repeating itself (Gaussian 125 x 250 at k = 60 and 80: 1000 different
 * supports in 1000 iterations), so that no cycle ends it: {@link #withIterations} does.
 */
public final class Cosamp extends Search implements StartableSolver {

  /** A residual this far below the measurements consists of rounding errors. */
  private static final double ROUNDING = 1e-14;

  private final int iterations;
  private final @Nullable Start start;

  /** From x = 0, at most 1000 iterations. */
  public Cosamp() {
    this(1000, null);
  }

  private Cosamp(int iterations, @Nullable Start start) {
    this.iterations = iterations;
    this.start = start;
  }

  /** With at most T iterations. */
  public Cosamp withIterations(int t) {
    return new Cosamp(Require.atLeast("iterations", t, 1), start);
  }

  @Override
  public Cosamp from(Solver solver) {
    return new Cosamp(iterations, Start.of(solver));
  }

  @Override
  public Cosamp from(Solution solution) {
    return new Cosamp(iterations, Start.of(solution));
  }

  @Override
  public String name() {
    return Names.compose("CoSaMP", start == null ? "" : start.name());
  }

  @Override
  Outcome search(SparseProblem problem, UnitNormProblem unit, Progress progress) {
    int k = unit.sparsity();
    ThresholdedIterate x = ThresholdedIterate.startingFrom(start, problem, unit, progress);
    Merging merging = new Merging(unit, 2 * k, progress);
    Cycle cycle = new Cycle();
    double[] gradient = new double[unit.columns()];
    double exact = ROUNDING * Vectors.norm(unit.measurements());

    while (progress.iterations() < iterations) {
      x.gradient(gradient);
      Merging.Pruned pruned = merging.merge(x.support(), gradient, 2 * k).prune(k);
      int[] support = pruned.support();
      x.set(support, pruned.coefficients());
      x.rememberIfBest();
      if (!progress.visit(support, x.residualNorm(), x::coefficients)) {
        break;
      }
      if (x.residualNorm() <= exact) {
        return x.best(Status.EXACT_FIT);
      }
      int period = cycle.closedBy(support, x.residualNorm());
      if (period > 0) {
        return x.best(period == 1 ? Status.CONVERGED : Status.CYCLE);
      }
    }
    return x.best(progress.statusOr(Status.ITERATION_LIMIT));
  }
}
