package io.github.sea4j.exchange;

import io.github.sea4j.fit.ColumnCache;
import io.github.sea4j.fit.ProjectedColumns;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.search.Supports;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The moves of exhaustive local search: each makes the best exchange, if any lowers the residual.
 */
final class Exchanges {

  /** Columns with a smaller inner product do not meet: two single exchanges do the same. */
  private static final double OVERLAP = 1e-6;

  private final ProjectedColumns columns;
  private final SearchContext context;
  private final ColumnCache cache;
  private final double[] gains;

  Exchanges(ProjectedColumns columns, SearchContext context) {
    this.columns = columns;
    this.context = context;
    this.cache = new ColumnCache(context.operator());
    this.gains = new double[context.columns()];
  }

  /** Columns that leave and that enter, and the predicted fall of the squared residual. */
  private record Exchange(List<Integer> leaving, List<Integer> entering, double gain) {}

  /** Makes the best exchange of one column for one; false if none lowers the residual. */
  boolean swap() {
    Stream<Exchange> best =
        IntStream.range(0, columns.size())
            .takeWhile(position -> !context.mustStop())
            .mapToObj(this::bestExchange);
    return makeBest(best);
  }

  private Exchange bestExchange(int position) {
    columns.exchangeGains(position, gains);
    int entering = Vectors.indexOfLargest(gains);
    return new Exchange(List.of(columns.held(position)), List.of(entering), gains[entering]);
  }

  /** Makes the best exchange of two overlapping columns; false if none lowers the residual. */
  boolean swapPair() {
    PairExchanges pairs = new PairExchanges(columns, cache);
    List<Exchange> best = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      for (int l = i + 1; l < columns.size() && !context.mustStop(); l++) {
        if (Math.abs(cache.gram(columns.held(i)).get(columns.held(l))) > OVERLAP) {
          best.add(ofTwo(pairs.best(i, l)));
        }
      }
    }
    return makeBest(best.stream());
  }

  private static Exchange ofTwo(PairExchanges.Exchange pair) {
    return new Exchange(
        List.of(pair.leaving1(), pair.leaving2()),
        List.of(pair.entering1(), pair.entering2()),
        pair.gain());
  }

  /** Inserts the best column and drops the smallest coefficient; false if that does not help. */
  boolean add() {
    double before = columns.value();
    columns.insertionGains(gains);
    int entering = Vectors.indexOfLargest(gains);
    if (gains[entering] <= 0 || !columns.insert(entering)) {
      return false;
    }
    columns.fit();
    columns.remove(Supports.smallestMagnitude(columns.coefficientsByPosition()));
    columns.update();
    return Supports.isDecrease(before, columns.value());
  }

  private boolean makeBest(Stream<Exchange> exchanges) {
    List<Exchange> best =
        exchanges
            .filter(exchange -> exchange.gain > 0)
            .sorted(Comparator.comparingDouble(exchange -> -exchange.gain))
            .toList();
    // Not that of the last fit: rounding alone would then lower it for ever.
    double before = context.bestValue();
    // The prediction can be wrong where a column all but lies in the span; the fit decides.
    for (Exchange exchange : best) {
      if (context.mustStop()) {
        return false;
      }
      if (attempt(exchange, before)) {
        return true;
      }
    }
    return false;
  }

  private boolean attempt(Exchange exchange, double before) {
    if (!exchange.leaving.stream().allMatch(this::isHeld)) {
      return false; // A column that all but depends on the others may not have gone back.
    }
    exchange.leaving.forEach(column -> columns.remove(position(column)));
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

  private boolean isHeld(int column) {
    return IntStream.range(0, columns.size()).anyMatch(i -> columns.held(i) == column);
  }

  private int position(int column) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.held(i) == column)
        .findFirst()
        .orElseThrow();
  }
}
