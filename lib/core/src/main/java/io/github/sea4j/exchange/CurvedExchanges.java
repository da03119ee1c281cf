package io.github.sea4j.exchange;

import io.github.sea4j.fit.CurvedFit;
import io.github.sea4j.fit.CurvedFit.QuadraticModel;
import io.github.sea4j.fit.Fit;
import io.github.sea4j.fit.ProjectedColumns;
import io.github.sea4j.loss.GroupedFit;
import io.github.sea4j.search.Outcome;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.search.Supports;
import io.github.sea4j.solver.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Local search by exchanges for losses that are not quadratic, or whose coefficients are bounded.
 *
 * <p>Exchanges are ordered by the quadratic model at the present fit ({@link QuadraticModel}), in
 * which gains come without fitting again; the best of them are fitted, and the fitted value
 * decides. Where all k (n - k) exchanges are at most {@value #ALL}, none is left out; else the
 * {@value #MOST} most promising ones are tried. Cost of a sweep: k products with A' for the model,
 * and a fit for each exchange tried. Groups are scored as if they were orthogonal.
 */
final class CurvedExchanges {

  /** Up to so many exchanges all are tried: the answer is then a local optimum for certain. */
  private static final int ALL = 500;

  private static final int MOST = 200;

  /** Exchanges that are fitted before the best of them is taken. */
  private static final int BATCH = 8;

  private final SearchContext context;
  private final Fit fit;
  private final double[] gains;

  private CurvedExchanges(SearchContext context, Fit fit) {
    this.context = context;
    this.fit = fit;
    this.gains = new double[context.columns()];
  }

  /** Supports to try in place of the present one, in batches, the most promising first. */
  interface Candidates extends Function<CurvedExchanges, List<int[]>> {}

  /** Refuses losses of which no quadratic model is known, as least squares alone would. */
  static CurvedExchanges of(SearchContext context, int most) {
    Fit fit = context.fit(most);
    if (fit instanceof CurvedFit || fit instanceof GroupedFit) {
      return new CurvedExchanges(context, fit);
    }
    context.requireLeastSquares();
    throw new IllegalStateException("least squares has its own exchanges");
  }

  /** Goes on while a candidate lowers the value by a relative 1e-12. */
  Outcome run(int[] start, Candidates candidates) {
    fit.moveTo(start);
    while (context.visit(fit) && improves(candidates.apply(this))) {
      // The fit is on the better support now.
    }
    return context.best(Status.CONVERGED);
  }

  private boolean improves(List<int[]> candidates) {
    double before = context.bestValue();
    double least = before;
    int[] best = fit.support();
    for (int i = 0; i < candidates.size() && !context.mustStop(); i++) {
      fit.moveTo(candidates.get(i));
      if (fit.value() < least) {
        least = fit.value();
        best = candidates.get(i);
      }
      boolean batchEnds = i % BATCH == BATCH - 1;
      if (batchEnds && Supports.isDecrease(before, least)) {
        break;
      }
    }
    // Counted is what the fit has on arrival: on another way there its last digits are others, and
    // a search that trusted those of a trial could go to and fro between equal supports for ever.
    fit.moveTo(best);
    return Supports.isDecrease(before, fit.value());
  }

  /** The quadratic model seen from the support; null for groups, where it is not made. */
  private @Nullable ProjectedColumns model() {
    if (!(fit instanceof CurvedFit curved)) {
      return null;
    }
    QuadraticModel model = curved.model();
    int[] support = fit.support();
    ProjectedColumns columns =
        new ProjectedColumns(model.operator(), model.measurements(), support.length + 1);
    for (int j : support) {
      columns.insert(j);
    }
    columns.update();
    return columns;
  }

  /** The columns of steepest descent from the fit on none. */
  int[] correlated(int count) {
    fit.gradient(gains);
    return Supports.largest(gains, count);
  }

  private record Exchange(int leaving, int entering, double gain) {}

  /** All exchanges of one column for one, or the most promising. */
  List<int[]> swaps() {
    ProjectedColumns columns = model();
    int[] support = fit.support();
    int outside = context.columns() - support.length;
    int most = support.length * outside <= ALL ? ALL : MOST;
    List<Exchange> exchanges = new ArrayList<>();
    for (int leaving = 0; leaving < support.length && !context.mustStop(); leaving++) {
      fillGains(columns, support, leaving);
      for (int j = 0; j < gains.length; j++) {
        if (Arrays.binarySearch(support, j) < 0) {
          exchanges.add(new Exchange(leaving, j, gains[j]));
        }
      }
    }
    return exchanges.stream()
        .sorted(Comparator.comparingDouble(exchange -> -exchange.gain))
        .limit(most)
        .map(exchange -> Supports.exchange(support, exchange.leaving, exchange.entering))
        .toList();
  }

  /** What each column would gain in place of one of the support. */
  private void fillGains(@Nullable ProjectedColumns columns, int[] support, int leaving) {
    if (columns == null) {
      double cost = removalCosts(null)[leaving];
      fillInsertionGains(null);
      for (int j = 0; j < gains.length; j++) {
        gains[j] -= cost;
      }
      return;
    }
    OptionalInt position =
        IntStream.range(0, columns.size())
            .filter(i -> columns.held(i) == support[leaving])
            .findFirst();
    if (position.isPresent()) {
      columns.exchangeGains(position.getAsInt(), gains);
    } else {
      columns.insertionGains(gains);
    }
  }

  /** For groups as if they were orthogonal: the squared slope over the curvature. */
  private void fillInsertionGains(@Nullable ProjectedColumns columns) {
    if (columns != null) {
      columns.insertionGains(gains);
      return;
    }
    fit.gradient(gains);
    for (int j = 0; j < gains.length; j++) {
      gains[j] *= gains[j] / context.curvature();
    }
  }

  /** By position; for groups as if they were orthogonal. */
  private double[] removalCosts(@Nullable ProjectedColumns columns) {
    return columns != null
        ? columns.removalCosts()
        : Arrays.stream(fit.coefficients()).map(x -> x * x * context.curvature()).toArray();
  }

  /** The best insertion, then the smallest coefficient out. */
  List<int[]> add() {
    int[] support = fit.support();
    int[] entering = promising(model(), 1);
    if (entering.length == 0) {
      return List.of();
    }
    int[] larger = Supports.with(support, entering[0]);
    fit.moveTo(larger);
    int smallest = Supports.smallestMagnitude(fit.coefficients());
    fit.moveTo(support);
    return List.of(IntStream.of(larger).filter(j -> j != larger[smallest]).toArray());
  }

  /** The 1, 2, .. columns that are cheapest to remove for as many that promise most. */
  List<int[]> groups(int largest) {
    ProjectedColumns columns = model();
    int[] support = fit.support();
    double[] costs = removalCosts(columns);
    int[] entering = promising(columns, Math.min(largest, costs.length));
    int[] leaving =
        IntStream.of(Splicing.order(costs, costs.length))
            .map(i -> columns == null ? support[i] : columns.held(i))
            .toArray();
    List<int[]> candidates = new ArrayList<>();
    for (int count = 1; count <= entering.length; count++) {
      candidates.add(Splicing.exchanged(support, leaving, entering, count));
    }
    return candidates;
  }

  /** The columns whose insertion lowers the model most, where the gradient admits them. */
  private int[] promising(@Nullable ProjectedColumns columns, int count) {
    double[] gradient = new double[gains.length];
    fit.gradient(gradient);
    fillInsertionGains(columns);
    double[] promise = gains.clone();
    return IntStream.range(0, promise.length)
        .filter(j -> gradient[j] != 0 && promise[j] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble(j -> -promise[j]))
        .limit(count)
        .mapToInt(j -> j)
        .toArray();
  }
}
