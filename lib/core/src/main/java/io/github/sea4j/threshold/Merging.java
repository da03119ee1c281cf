package io.github.sea4j.threshold;

import io.github.sea4j.fit.Fit;
import io.github.sea4j.linalg.TopK;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.search.Supports;
import java.util.Arrays;

/**
 * The step that CoSaMP and subspace pursuit share: join the support with the columns of the largest
 * gradients, fit on both, keep the k largest coefficients.
 */
final class Merging {

  private final TopK largest;
  private final Fit fit;
  private int[] merged = {};

  /** Room for a support of k columns and {@code newcomers} more. */
  Merging(SearchContext context, int newcomers) {
    this.largest = new TopK(context.columns());
    this.fit = context.fit(Math.min(context.columns(), context.sparsity() + newcomers));
  }

  /** What pruning leaves: columns and the coefficients that they had in the larger fit. */
  record Pruned(int[] support, double[] coefficients) {}

  /** The indices of the {@code count} largest entries, all of them where there are fewer. */
  int[] largest(double[] values, int count) {
    int[] indices = TopK.firstIndices(Math.min(count, values.length));
    largest.select(values, indices);
    return indices;
  }

  /** Fits on the support and the {@code count} largest gradients together. */
  Merging merge(int[] support, double[] gradient, int count) {
    merged = Supports.union(support, largest(gradient, count));
    fit.moveTo(merged);
    return this;
  }

  /** Keeps the k largest coefficients of the merged fit. */
  Pruned prune(int k) {
    double[] coefficients = fit.coefficients();
    int[] positions = TopK.firstIndices(Math.min(k, merged.length));
    new TopK(merged.length).select(coefficients, positions);
    int[] support = Arrays.stream(positions).map(i -> merged[i]).toArray();
    return new Pruned(support, Vectors.gather(coefficients, positions));
  }
}
