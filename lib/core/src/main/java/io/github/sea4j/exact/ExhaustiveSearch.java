package io.github.sea4j.exact;

import io.github.sea4j.fit.Fit;
import io.github.sea4j.linalg.TopK;
import io.github.sea4j.option.OptionType;
import io.github.sea4j.option.Settings;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.option.SolverOption;
import io.github.sea4j.search.Outcome;
import io.github.sea4j.search.Search;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.solver.Status;

/**
 * All supports of k columns, one after the other: the optimum, where it can be afforded.
 *
 * <p>For tests and teaching. Ties go to the lexicographically first support. An iteration is one
 * support; there are n over k of them, at most the limit.
 */
public final class ExhaustiveSearch extends Search {

  private static final SolverOption<Long> LIMIT =
      SolverOption.of("limit", OptionType.LONG_COUNT, 5_000_000L, "the most supports to look at");

  /** {@code exhaustive} in the solver language. */
  public static final SolverKind<ExhaustiveSearch> KIND =
      SolverKind.of("exhaustive", "all supports, for small problems", ExhaustiveSearch::new)
          .with(LIMIT);

  /** For at most five million supports. */
  public ExhaustiveSearch() {
    super(KIND);
  }

  private ExhaustiveSearch(Settings settings) {
    super(settings);
  }

  /** For at most so many supports, at least 1. */
  public ExhaustiveSearch withLimit(long supports) {
    return new ExhaustiveSearch(settings().with(LIMIT, supports));
  }

  /**
   * @throws IllegalArgumentException if there are more supports than the limit
   */
  @Override
  protected Outcome search(SearchContext context) {
    int n = context.columns();
    int k = context.sparsity();
    double count = supports(n, k);
    long limit = settings().get(LIMIT);
    if (count > limit) {
      throw new IllegalArgumentException(
          "columns and sparsity: %d over %d is about %.3g supports, above the limit of %d"
              .formatted(n, k, count, limit));
    }
    Fit fit = context.fit();
    int[] support = TopK.firstIndices(k);
    do {
      fit.moveTo(support);
    } while (context.visit(fit) && TopK.nextIndices(support, n));
    return context.best(Status.COMPLETE);
  }

  /** n over k, as a double. */
  private static double supports(int n, int k) {
    double count = 1;
    for (int i = 1; i <= k; i++) {
      count *= (n - k + i) / (double) i;
    }
    return Math.rint(count);
  }
}
