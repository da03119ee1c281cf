package io.github.sea4j.oracle;

import java.util.function.Consumer;

/** The best subset by trying them all. */
public final class BruteForce {

  private BruteForce() {}

  /** The smallest residual norm over all supports of k columns. */
  public static double bestResidualNorm(double[][] a, double[] y, int k) {
    double[] best = {Double.POSITIVE_INFINITY};
    forEachSubset(
        a[0].length,
        k,
        support -> best[0] = Math.min(best[0], Dense.norm(Dense.residual(a, support, y))));
    return best[0];
  }

  /** The smallest residual norm after exchanging one column of the support for one outside. */
  public static double bestSwapResidualNorm(double[][] a, double[] y, int[] support) {
    double best = Double.POSITIVE_INFINITY;
    for (int position = 0; position < support.length; position++) {
      for (int j = 0; j < a[0].length; j++) {
        if (contains(support, j)) {
          continue;
        }
        int[] swapped = support.clone();
        swapped[position] = j;
        best = Math.min(best, Dense.norm(Dense.residual(a, swapped, y)));
      }
    }
    return best;
  }

  private static boolean contains(int[] support, int j) {
    for (int s : support) {
      if (s == j) {
        return true;
      }
    }
    return false;
  }

  /** Visits all subsets of {@code {0, .., n-1}} with k elements, sorted; the array is reused. */
  public static void forEachSubset(int n, int k, Consumer<int[]> visitor) {
    extend(new int[k], 0, 0, n, visitor);
  }

  private static void extend(int[] subset, int size, int from, int n, Consumer<int[]> visitor) {
    if (size == subset.length) {
      visitor.accept(subset);
      return;
    }
    for (int j = from; j <= n - (subset.length - size); j++) {
      subset[size] = j;
      extend(subset, size + 1, j + 1, n, visitor);
    }
  }
}
