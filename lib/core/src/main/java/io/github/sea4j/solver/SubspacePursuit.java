package io.github.sea4j.solver;

import io.github.sea4j.leastsquares.SupportFit;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.UnitNormProblem;
import org.jspecify.annotations.Nullable;

/**
 * Subspace pursuit (Dai and Milenkovic 2009).
 *
 * <pre>
 * S = largest_k(A'y)
 * repeat: T = S + largest_k(A'r);  b = least squares on T;  S' = largest_k(b);  re-fit on S'
 *         keep S' and go on while the residual decreases
 * </pre>
 *
 * <p>T holds up to 2k columns; where 2k exceeds the number of rows the columns that depend on the
 * others get coefficient zero. Stops when the residual does not decrease by a relative 1e-12
 * ({@link Status#CONVERGED}). An iteration is one support of k columns fitted.
 */
public final class SubspacePursuit extends Search implements StartableSolver {

  private final @Nullable Start start;

  /** From the k columns that correlate most with the measurements. */
  public SubspacePursuit() {
    this(null);
  }

  private SubspacePursuit(@Nullable Start start) {
    this.start = start;
  }

  @Override
  public SubspacePursuit from(Solver solver) {
    return new SubspacePursuit(Start.of(solver));
  }

  @Override
  public SubspacePursuit from(Solution solution) {
    return new SubspacePursuit(Start.of(solution));
  }

  @Override
  public String name() {
    return Names.compose("SP", start == null ? "" : start.name());
  }

  @Override
  Outcome search(SparseProblem problem, UnitNormProblem unit, Progress progress) {
    int k = unit.sparsity();
    Merging merging = new Merging(unit, k, progress);
    SupportFit fit = new SupportFit(unit.operator(), unit.measurements(), k, progress::mustStop);
    double[] gradient = new double[unit.columns()];
    fit.gradient(gradient);
    int[] support =
        start == null ? merging.largest(gradient, k) : start.support(problem, unit, progress);
    fit.moveTo(support);
    boolean better = true;
    while (progress.visit(support, fit.residualNorm(), fit::coefficients) && better) {
      double before = fit.residualNorm();
      fit.gradient(gradient);
      support = merging.merge(support, gradient, k).prune(k).support();
      fit.moveTo(support);
      better = Supports.isDecrease(before, fit.residualNorm());
    }
    return Outcome.refitted(progress.bestSupport(), progress.statusOr(Status.CONVERGED));
  }
}
