package io.github.sea4j.solver;

import io.github.sea4j.leastsquares.SupportFit;
import io.github.sea4j.linalg.TopK;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.UnitNormProblem;

/**
 * All supports of k columns, one after the other: the optimum, where it can be afforded.
 *
 * <p>For tests and teaching. Ties go to the lexicographically first support. An iteration is one
 * support; there are n over k of them, at most the limit.
 */
public final class ExhaustiveSearch extends Search {

  private final long limit;

  /** For at most five million supports. */
  public ExhaustiveSearch() {
    this(5_000_000);
  }

  private ExhaustiveSearch(long limit) {
    this.limit = limit;
  }

  /** For at most so many supports. */
  public ExhaustiveSearch withLimit(long supports) {
    if (supports < 1) {
      throw new IllegalArgumentException("limit must be at least 1, but is " + supports);
    }
    return new ExhaustiveSearch(supports);
  }

  @Override
  public String name() {
    return "exhaustive";
  }

  /**
   * @throws IllegalArgumentException if there are more supports than the limit
   */
  @Override
  Outcome search(SparseProblem problem, UnitNormProblem unit, Progress progress) {
    int n = unit.columns();
    int k = unit.sparsity();
    double count = supports(n, k);
    if (count > limit) {
      throw new IllegalArgumentException(
          "columns and sparsity: %d over %d is about %.3g supports, above the limit of %d"
              .formatted(n, k, count, limit));
    }
    SupportFit fit = new SupportFit(unit.operator(), unit.measurements(), k, progress::mustStop);
    int[] support = TopK.firstIndices(k);
    do {
      fit.moveTo(support);
    } while (progress.visit(support, fit.residualNorm(), fit::coefficients) && next(support, n));
    return Outcome.refitted(progress.bestSupport(), progress.statusOr(Status.COMPLETE));
  }

  /** n over k, as a double. */
  private static double supports(int n, int k) {
    double count = 1;
    for (int i = 1; i <= k; i++) {
      count *= (n - k + i) / (double) i;
    }
    return Math.rint(count);
  }

  /** The next support in lexicographic order; false after the last. */
  private static boolean next(int[] support, int n) {
    int k = support.length;
    int i = k - 1;
    while (i >= 0 && support[i] == n - k + i) {
      i--;
    }
    if (i < 0) {
      return false;
    }
    support[i]++;
    for (int j = i + 1; j < k; j++) {
      support[j] = support[j - 1] + 1;
    }
    return true;
  }
}
