package io.github.sea4j.solver;

import io.github.sea4j.leastsquares.ColumnCache;
import io.github.sea4j.leastsquares.GroupExchanges;
import io.github.sea4j.leastsquares.ProjectedColumns;
import io.github.sea4j.leastsquares.SupportSolution;
import io.github.sea4j.linalg.TopK;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.UnitNormProblem;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Splicing, the exchange of groups of columns (Zhu, Wen, Zhu, Zhang, Wang: <i>A polynomial
 * algorithm for best-subset selection problem</i>, PNAS 117, 2020; the algorithm of the program
 * abess), with the costs that coherent columns need.
 *
 * <pre>
 * S = largest_k(A'y)
 * repeat: for c = 1 .. c_max: the c columns of S that are cheapest to remove
 *         against the c outside that promise most
 *         go on from the exchange of the smallest re-fitted residual while it lowers the residual
 * </pre>
 *
 * <p>Like the paper, all group sizes are compared. Unlike it:
 *
 * <ul>
 *   <li>Cost of removing i: {@code x_i² / [(A_S'A_S)^-1]_ii}, the exact increase of the squared
 *       residual; the paper has {@code x_i² ||a_i||²}, its value for orthogonal columns. Promise of
 *       j: {@code (a_j'r)² / ||(I - P_S) a_j||²}, the exact decrease by inserting it alone; the
 *       paper has {@code (a_j'r)² / ||a_j||²}.
 *   <li>Progress is a relative decrease of the residual norm of at least 1e-12, which does not
 *       depend on the units of y; the paper asks the mean squared residual to fall by an absolute
 *       {@code 0.01 k log(n) log(log(m)) / m}.
 *   <li>The program tries groups of 5, 2 and 1 columns, takes the first that helps, returns to no
 *       larger one, and ends after 20 exchanges; here neither sizes nor exchanges are cut.
 * </ul>
 *
 * <p>Residuals after each exchange are predicted from the factorisation ({@link GroupExchanges}),
 * and the predicted best is fitted; should the fit not confirm it, the next best is. An iteration
 * is one support accepted, the start's included. It costs one product with A', for each column
 * exchanged another one and {@code 4mk + nk} multiplications on average, and {@code k³/6} for the
 * costs of removal. Memory: {@code 8 (m + n) k} bytes.
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
    ColumnCache cache = new ColumnCache(unit.operator());
    columns.moveTo(support, support.length, progress::mustStop);
    if (progress.mustStop()) {
      return Outcome.refitted(support, progress.statusOr(Status.CONVERGED));
    }
    // Carried from sweep to sweep: a residual of rounding errors differs at each return to a
    // support.
    double residual = Double.POSITIVE_INFINITY;
    boolean better = true;
    while (better && visit(progress, unit, columns)) {
      residual = Math.min(residual, columns.residualNorm());
      better = splice(columns, cache, largest, residual, progress);
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

  /** Makes the best exchange of groups; false if none lowers the residual below {@code before}. */
  private boolean splice(
      ProjectedColumns columns, ColumnCache cache, TopK largest, double before, Progress progress) {
    int[] support = columns.support();
    int[] entering = mostPromising(columns, largest);
    int[] positions = order(columns.removalCosts(), entering.length);
    int[] leaving = Arrays.stream(positions).map(columns::held).toArray();
    double[] gains = new GroupExchanges(columns, cache, positions, entering).gains();
    double[] losses = Arrays.stream(gains).map(gain -> -gain).toArray();
    // The prediction can be wrong where a column all but lies in the span; the fit decides.
    for (int best : order(losses, losses.length)) {
      if (gains[best] <= 0 || progress.mustStop()) {
        return false;
      }
      int[] spliced = exchanged(support, leaving, entering, best + 1);
      columns.moveTo(spliced, spliced.length, progress::mustStop);
      if (Supports.isDecrease(before, columns.residualNorm())) {
        return true;
      }
    }
    return false;
  }

  /** The columns whose insertion lowers the residual most, at most a group, the best one first. */
  private int[] mostPromising(ProjectedColumns columns, TopK largest) {
    double[] gains = new double[columns.columns()];
    columns.insertionGains(gains);
    int outside = gains.length - columns.size();
    int[] most = TopK.firstIndices(Math.min(largestGroup, Math.min(columns.size(), outside)));
    largest.select(gains, most);
    double[] losses = Arrays.stream(most).mapToDouble(j -> -gains[j]).toArray();
    return Arrays.stream(order(losses, losses.length))
        .filter(i -> losses[i] < 0)
        .map(i -> most[i])
        .toArray();
  }

  /**
   * The indices of the {@code count} smallest values, from the smallest up; of equals the first.
   */
  private static int[] order(double[] values, int count) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> values[i]))
        .mapToInt(i -> i)
        .limit(count)
        .toArray();
  }

  /** The support with the first {@code count} leaving columns exchanged for the entering ones. */
  private static int[] exchanged(int[] support, int[] leaving, int[] entering, int count) {
    IntStream kept =
        IntStream.of(support)
            .filter(j -> IntStream.of(leaving).limit(count).noneMatch(i -> i == j));
    return IntStream.concat(kept, IntStream.of(entering).limit(count)).sorted().toArray();
  }
}
