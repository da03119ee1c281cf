package io.github.sea4j.solver;

import io.github.sea4j.leastsquares.ProjectedColumns;
import io.github.sea4j.leastsquares.SupportSolution;
import io.github.sea4j.leastsquares.TrialFit;
import io.github.sea4j.linalg.TopK;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.UnitNormProblem;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splicing, the exchange of groups of columns of the abess algorithm (Zhu, Wen, Zhu, Zhang, Wang
 * 2020), with the costs that coherent columns need.
 *
 * <pre>
 * S = largest_k(A'y)
 * repeat: for c = 1 .. c_max: exchange the c columns of S that are cheapest to remove
 *         for the c outside that promise most, re-fit
 *         go on from the best of these supports while it lowers the residual
 * </pre>
 *
 * <p>Cost of removing i: {@code x_i² / [(A_S'A_S)^-1]_ii}, the exact increase of the squared
 * residual (abess uses {@code x_i² ||a_i||²}, its value for orthogonal columns). Promise of j:
 * {@code (a_j'r)² / ||(I - P_S) a_j||²}, the exact decrease by inserting it alone. Progress is a
 * relative decrease of the residual norm of at least 1e-12: unlike an absolute threshold, it does
 * not depend on the units of y. An iteration is one support accepted, the start's included.
 */
public final class Splicing extends Search implements StartableSolver {

  private final int largestGroup;
  private final @Nullable Start start;

  /** Groups of up to 5 columns, from the k columns that correlate most with the measurements. */
  public Splicing() {
    this(5, null);
  }

  private Splicing(int largestGroup, @Nullable Start start) {
    this.largestGroup = largestGroup;
    this.start = start;
  }

  /** With groups of up to c columns. */
  public Splicing withLargestGroup(int c) {
    return new Splicing(Require.atLeast("group", c, 1), start);
  }

  @Override
  public Splicing from(Solver solver) {
    return new Splicing(largestGroup, Start.of(solver));
  }

  @Override
  public Splicing from(Solution solution) {
    return new Splicing(largestGroup, Start.of(solution));
  }

  @Override
  public String name() {
    return Names.compose("splicing", start == null ? "" : start.name());
  }

  @Override
  Outcome search(SparseProblem problem, UnitNormProblem unit, Progress progress) {
    TopK largest = new TopK(unit.columns());
    int[] support =
        start == null ? correlated(unit, largest) : start.support(problem, unit, progress);
    ProjectedColumns columns =
        new ProjectedColumns(unit.operator(), unit.measurements(), support.length + 1);
    TrialFit trial = new TrialFit(unit.operator(), unit.measurements(), support.length);
    double[] gains = new double[unit.columns()];
    columns.moveTo(support, progress::mustStop);
    if (progress.mustStop()) {
      return Outcome.refitted(support, progress.statusOr(Status.CONVERGED));
    }
    // Carried from sweep to sweep: a residual of rounding errors differs at each return to a
    // support.
    double residual = Double.POSITIVE_INFINITY;
    boolean better = true;
    while (better && visit(progress, unit, columns)) {
      support = columns.support();
      residual = Math.min(residual, columns.residualNorm());
      int[] leaving = cheapest(columns);
      columns.insertionGains(gains);
      int most = Math.min(Math.min(largestGroup, support.length), unit.columns() - support.length);
      int[] best = support;
      double bestResidual = residual;
      for (int c = 1; c <= most && !progress.mustStop(); c++) {
        int[] entering = TopK.firstIndices(c);
        largest.select(gains, entering);
        int[] spliced = splice(support, Arrays.copyOf(leaving, c), entering);
        double trialResidual = trial.residualNorm(spliced);
        if (trialResidual < bestResidual) {
          best = spliced;
          bestResidual = trialResidual;
        }
      }
      better = best != support;
      if (better) {
        columns.moveTo(best, progress::mustStop);
        better = Supports.isDecrease(residual, columns.residualNorm());
      }
    }
    int[] found = Supports.complete(progress.bestSupport(), unit.sparsity());
    return Outcome.refitted(found, progress.statusOr(Status.CONVERGED));
  }

  private static boolean visit(Progress progress, UnitNormProblem unit, ProjectedColumns columns) {
    int[] support = columns.support();
    return progress.visit(
        support,
        columns.residualNorm(),
        () -> SupportSolution.of(unit.operator(), unit.measurements(), support).coefficients());
  }

  private static int[] correlated(UnitNormProblem unit, TopK largest) {
    double[] correlation = new double[unit.columns()];
    unit.operator().applyTranspose(unit.measurements(), correlation);
    int[] support = TopK.firstIndices(unit.sparsity());
    largest.select(correlation, support);
    return support;
  }

  /** The columns held, from the cheapest to remove to the dearest. */
  private static int[] cheapest(ProjectedColumns columns) {
    double[] costs = columns.removalCosts();
    Integer[] order = new Integer[costs.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(costs[a], costs[b]));
    return Arrays.stream(order).mapToInt(columns::held).toArray();
  }

  private static int[] splice(int[] support, int[] leaving, int[] entering) {
    int[] kept =
        Arrays.stream(support).filter(j -> Arrays.stream(leaving).noneMatch(i -> i == j)).toArray();
    return Supports.union(kept, entering);
  }
}
