package io.github.sea4j.solver;

import io.github.sea4j.leastsquares.ColumnCache;
import io.github.sea4j.leastsquares.PairExchanges;
import io.github.sea4j.leastsquares.ProjectedColumns;
import io.github.sea4j.leastsquares.SupportSolution;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.UnitNormProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Exhaustive local search (Axiotis and Sviridenko 2020), in two readings and a wider one.
 *
 * <ul>
 *   <li><i>swap</i> (default): the best exchange of a column of the support for one outside, by the
 *       re-fitted residual, until none lowers it. The answer is optimal among all supports that
 *       differ in one column.
 *   <li><i>add</i>: the best insertion by the re-fitted residual, then the smallest coefficient
 *       leaves; until that does not lower the residual.
 *   <li><i>pairs</i>: swaps, and where none helps, exchanges of two columns that overlap for two
 *       outside, the twelve best first ones with the best second one of each ({@link
 *       PairExchanges}); ours. Blurred spikes often sit in a pair that is wrong together, where
 *       every single exchange makes things worse.
 * </ul>
 *
 * <p>Starts from OMP's support (default), the first k columns, or any other solver's answer.
 * Progress is a relative decrease of the residual norm of at least 1e-12. An iteration is one
 * support accepted, the start's included; a sweep over all k (n - k) exchanges costs about n k²/2
 * multiplications for all removal directions, and one exchange two products with A'.
 */
public final class Els extends Search implements StartableSolver {

  /** Which exchanges are tried. */
  public enum Move {
    /** Every column of the support against every other one. */
    SWAP,
    /** The best insertion, then the smallest coefficient out. */
    ADD,
    /** Every column of the support, and where that does not help, every two that overlap. */
    PAIRS
  }

  /** Columns with a smaller inner product do not meet: two single exchanges do the same. */
  private static final double OVERLAP = 1e-6;

  private final Move move;
  private final Start start;

  /** Swaps, from OMP's support. */
  public Els() {
    this(Move.SWAP, Start.of(new Omp()));
  }

  private Els(Move move, Start start) {
    this.move = move;
    this.start = start;
  }

  /** With another kind of exchange. */
  public Els withMove(Move kind) {
    return new Els(kind, start);
  }

  /** Started from the first k columns. */
  public Els fromFirstColumns() {
    return new Els(move, Start.ofFirstColumns());
  }

  @Override
  public Els from(Solver solver) {
    return new Els(move, Start.of(solver));
  }

  @Override
  public Els from(Solution solution) {
    return new Els(move, Start.of(solution));
  }

  @Override
  public String name() {
    return Names.compose(
        "ELS",
        start.name().equals("OMP") ? "" : start.name(),
        move == Move.SWAP ? "" : move.toString().toLowerCase(Locale.ROOT));
  }

  @Override
  Outcome search(SparseProblem problem, UnitNormProblem unit, Progress progress) {
    int[] support = start.support(problem, unit, progress);
    ProjectedColumns columns =
        new ProjectedColumns(unit.operator(), unit.measurements(), support.length + 1);
    columns.moveTo(support, support.length, progress::mustStop);
    if (progress.mustStop()) {
      return Outcome.refitted(support, progress.statusOr(Status.CONVERGED));
    }
    double[] gains = new double[unit.columns()];
    ColumnCache cache = new ColumnCache(unit.operator());
    boolean better = true;
    while (better && visit(columns, unit, progress)) {
      better =
          switch (move) {
            case SWAP -> swap(columns, gains, progress);
            case ADD -> add(columns, gains);
            case PAIRS -> swap(columns, gains, progress) || swapPair(columns, cache, progress);
          };
    }
    int[] found = Supports.complete(progress.bestSupport(), unit.sparsity());
    return Outcome.refitted(found, progress.statusOr(Status.CONVERGED));
  }

  private static boolean visit(ProjectedColumns columns, UnitNormProblem unit, Progress progress) {
    int[] support = columns.support();
    return progress.visit(
        support,
        columns.residualNorm(),
        () -> SupportSolution.of(unit.operator(), unit.measurements(), support).coefficients());
  }

  /** Columns that leave and that enter, and the predicted fall of the squared residual. */
  private record Exchange(List<Integer> leaving, List<Integer> entering, double gain) {}

  /** Makes the best exchange of one column for one; false if none lowers the residual. */
  private static boolean swap(ProjectedColumns columns, double[] gains, Progress progress) {
    Stream<Exchange> best =
        IntStream.range(0, columns.size())
            .takeWhile(position -> !progress.mustStop())
            .mapToObj(position -> bestExchange(columns, position, gains));
    return makeBest(best, columns, progress);
  }

  private static Exchange bestExchange(ProjectedColumns columns, int position, double[] gains) {
    columns.exchangeGains(position, gains);
    int entering = Vectors.indexOfLargest(gains);
    return new Exchange(List.of(columns.held(position)), List.of(entering), gains[entering]);
  }

  /** Makes the best exchange of two overlapping columns; false if none lowers the residual. */
  private static boolean swapPair(ProjectedColumns columns, ColumnCache cache, Progress progress) {
    PairExchanges exchanges = new PairExchanges(columns, cache);
    List<Exchange> best = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      for (int l = i + 1; l < columns.size() && !progress.mustStop(); l++) {
        if (Math.abs(cache.gram(columns.held(i)).get(columns.held(l))) > OVERLAP) {
          best.add(ofTwo(exchanges.best(i, l)));
        }
      }
    }
    return makeBest(best.stream(), columns, progress);
  }

  private static Exchange ofTwo(PairExchanges.Exchange pair) {
    return new Exchange(
        List.of(pair.leaving1(), pair.leaving2()),
        List.of(pair.entering1(), pair.entering2()),
        pair.gain());
  }

  private static boolean makeBest(
      Stream<Exchange> exchanges, ProjectedColumns columns, Progress progress) {
    List<Exchange> best =
        exchanges
            .filter(exchange -> exchange.gain > 0)
            .sorted(Comparator.comparingDouble(exchange -> -exchange.gain))
            .toList();
    // Not that of the last fit: rounding alone would then lower it for ever.
    double before = progress.bestInUnits();
    // The prediction can be wrong where a column all but lies in the span; the fit decides.
    for (Exchange exchange : best) {
      if (progress.mustStop()) {
        return false;
      }
      if (tryExchange(columns, exchange, before)) {
        return true;
      }
    }
    return false;
  }

  private static boolean tryExchange(ProjectedColumns columns, Exchange exchange, double before) {
    exchange.leaving.forEach(column -> columns.remove(position(columns, column)));
    int kept = columns.size();
    if (exchange.entering.stream().allMatch(columns::insert)
        && Supports.isDecrease(before, columns.fit())) {
      columns.update();
      return true;
    }
    while (columns.size() > kept) {
      columns.remove(columns.size() - 1);
    }
    exchange.leaving.forEach(columns::insert);
    // Exchanges of pairs are predicted from the fit of the support as it is.
    columns.fit();
    return false;
  }

  /** Inserts the best column and drops the smallest coefficient; false if that does not help. */
  private static boolean add(ProjectedColumns columns, double[] gains) {
    double before = columns.residualNorm();
    columns.insertionGains(gains);
    int entering = Vectors.indexOfLargest(gains);
    if (gains[entering] <= 0 || !columns.insert(entering)) {
      return false;
    }
    columns.fit();
    columns.remove(Supports.smallestMagnitude(columns.coefficientsByPosition()));
    columns.update();
    return Supports.isDecrease(before, columns.residualNorm());
  }

  private static int position(ProjectedColumns columns, int column) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.held(i) == column)
        .findFirst()
        .orElseThrow();
  }
}
