package io.github.sea4j.exact.tree;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A good support to begin with: the given one filled up greedily to k columns, then improved by the
 * best exchange of one column at each place, and of two where n is small enough, until none helps.
 */
final class StartingSupport {

  /** Above so many multiplications for all pairs, pairs are left out. */
  private static final double MOST_WORK = 3e8;

  private final SubsetProblem problem;
  private final LastColumns last;
  private final BooleanSupplier stop;

  StartingSupport(SubsetProblem problem, BooleanSupplier stop) {
    this.problem = problem;
    this.last = new LastColumns(problem, stop);
    this.stop = stop;
  }

  /** The given columns, and one by one the column that lowers the objective most. */
  SubsetProblem.Fit filled(int[] start) {
    SubsetProblem.Fit fit = problem.fit(start);
    while (fit.support().length < problem.sparsity && !stop.getAsBoolean()) {
      int[] support = fit.support();
      SubsetProblem.Fit better = last.search(support, without(support), 1, fit.objective());
      if (better == null) {
        return fit;
      }
      fit = better;
    }
    return fit;
  }

  /** The fit after exchanges of single columns and of pairs. */
  SubsetProblem.Fit improved(SubsetProblem.Fit fit) {
    SubsetProblem.Fit now = fit;
    while (true) {
      SubsetProblem.Fit better = exchange(now, 1);
      if (better == null && pairsPay()) {
        better = exchange(now, 2);
      }
      if (better == null) {
        return now;
      }
      now = better;
    }
  }

  private boolean pairsPay() {
    double n = problem.columns;
    double k = problem.sparsity;
    return k * k / 2 * (k * n * n / 2) <= MOST_WORK;
  }

  /** The best exchange at any place, or pair of places, that helps by more than rounding. */
  private SubsetProblem.@Nullable Fit exchange(SubsetProblem.Fit fit, int size) {
    int[] support = fit.support();
    int[] outside = without(support);
    double cutoff = fit.objective() - BranchAndBound.TOLERANCE * problem.half;
    SubsetProblem.Fit best = null;
    for (int i = 0; i < support.length; i++) {
      for (int j = size == 1 ? i : 0; j < (size == 1 ? i + 1 : i); j++) {
        if (stop.getAsBoolean()) {
          return best;
        }
        SubsetProblem.Fit better = last.search(kept(support, i, j), outside, size, cutoff);
        if (better != null) {
          best = better;
          cutoff = better.objective();
        }
      }
    }
    return best;
  }

  private static int[] kept(int[] support, int first, int second) {
    return IntStream.range(0, support.length)
        .filter(place -> place != first && place != second)
        .map(place -> support[place])
        .toArray();
  }

  /** The columns outside a sorted support. */
  private int[] without(int[] support) {
    return IntStream.range(0, problem.columns)
        .filter(j -> Arrays.binarySearch(support, j) < 0)
        .toArray();
  }
}
