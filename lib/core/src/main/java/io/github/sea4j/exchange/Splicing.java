package io.github.sea4j.exchange;

import io.github.sea4j.fit.ColumnCache;
import io.github.sea4j.fit.LeastSquares;
import io.github.sea4j.fit.ProjectedColumns;
import io.github.sea4j.linalg.TopK;
import io.github.sea4j.option.Settings;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.option.SolverOption;
import io.github.sea4j.search.Outcome;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.search.StartableSearch;
import io.github.sea4j.search.Supports;
import io.github.sea4j.solver.Status;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

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
 * <p>For other losses, and for bounded coefficients, costs and promises are those of the quadratic
 * model at the fit, and all group sizes are fitted.
 *
 * <p>Residuals after each exchange are predicted from the factorisation ({@link GroupExchanges}),
 * and the predicted best is fitted; should the fit not confirm it, the next best is. An iteration
 * is one support accepted, the start's included. It costs one product with A', for each column
 * exchanged another one and {@code 4mk + nk} multiplications on average, and {@code k³/6} for the
 * costs of removal. Memory: {@code 8 (m + n) k} bytes.
 */
public final class Splicing extends StartableSearch<Splicing> {

  private static final SolverOption<Integer> GROUP =
      SolverOption.count("group", 5, "columns in the largest group");

  /** {@code splicing} in the solver language. */
  public static final SolverKind<Splicing> KIND =
      SolverKind.of("splicing", "exchange of groups (Zhu et al. 2020)", Splicing::new)
          .startable()
          .with(GROUP);

  /** Groups of up to 5 columns, from the k columns that correlate most with the measurements. */
  public Splicing() {
    super(KIND);
  }

  private Splicing(Settings settings) {
    super(settings);
  }

  /** With groups of up to c columns. */
  public Splicing withLargestGroup(int c) {
    return new Splicing(settings().with(GROUP, c));
  }

  @Override
  protected Outcome search(SearchContext context) {
    if (context.loss() != LeastSquares.LOSS) {
      return curved(context);
    }
    TopK largest = new TopK(context.columns());
    int[] support = context.hasStart() ? context.startSupport() : correlated(context, largest);
    if (context.isCutShort() && context.mustStop()) {
      return context.answer(support, Status.CONVERGED);
    }
    ProjectedColumns columns =
        new ProjectedColumns(context.operator(), context.measurements(), support.length + 1);
    ColumnCache cache = new ColumnCache(context.operator());
    columns.moveTo(support, support.length, context::mustStop, context::isCutShort);
    if (context.mustStop()) {
      return context.answer(support, Status.CONVERGED);
    }
    // Carried from sweep to sweep: a residual of rounding errors differs at each return to a
    // support.
    double residual = Double.POSITIVE_INFINITY;
    boolean better = true;
    while (better && context.visit(columns)) {
      residual = Math.min(residual, columns.value());
      better = splice(columns, cache, largest, residual, context);
    }
    int[] found = Supports.complete(context.bestSupport(), context.sparsity());
    return context.answer(found, Status.CONVERGED);
  }

  /** For other losses: the quadratic model says which columns, the fits how many. */
  private Outcome curved(SearchContext context) {
    CurvedExchanges exchanges = CurvedExchanges.of(context, context.sparsity());
    int[] start =
        context.hasStart() ? context.startSupport() : exchanges.correlated(context.sparsity());
    int largest = settings().get(GROUP);
    return exchanges.run(start, each -> each.groups(largest));
  }

  private static int[] correlated(SearchContext context, TopK largest) {
    double[] correlation = new double[context.columns()];
    context.operator().applyTranspose(context.measurements(), correlation);
    int[] support = TopK.firstIndices(context.sparsity());
    largest.select(correlation, support);
    return support;
  }

  /** Makes the best exchange of groups; false if none lowers the residual below {@code before}. */
  private boolean splice(
      ProjectedColumns columns,
      ColumnCache cache,
      TopK largest,
      double before,
      SearchContext context) {
    int[] support = columns.support();
    int[] entering = mostPromising(columns, largest);
    int[] positions = order(columns.removalCosts(), entering.length);
    int[] leaving = Arrays.stream(positions).map(columns::held).toArray();
    double[] gains = new GroupExchanges(columns, cache, positions, entering).gains();
    double[] losses = Arrays.stream(gains).map(gain -> -gain).toArray();
    // The prediction can be wrong where a column all but lies in the span; the fit decides.
    for (int best : order(losses, losses.length)) {
      if (gains[best] <= 0 || context.mustStop()) {
        return false;
      }
      int[] spliced = exchanged(support, leaving, entering, best + 1);
      columns.moveTo(spliced, spliced.length, context::mustStop, context::isCutShort);
      if (Supports.isDecrease(before, columns.value())) {
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
    int[] most =
        TopK.firstIndices(Math.min(settings().get(GROUP), Math.min(columns.size(), outside)));
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
  static int[] order(double[] values, int count) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> values[i]))
        .mapToInt(i -> i)
        .limit(count)
        .toArray();
  }

  /** The support with the first {@code count} leaving columns exchanged for the entering ones. */
  static int[] exchanged(int[] support, int[] leaving, int[] entering, int count) {
    IntStream kept =
        IntStream.of(support)
            .filter(j -> IntStream.of(leaving).limit(count).noneMatch(i -> i == j));
    return IntStream.concat(kept, IntStream.of(entering).limit(count)).sorted().toArray();
  }
}
