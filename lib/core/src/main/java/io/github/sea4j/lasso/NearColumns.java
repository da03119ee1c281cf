package io.github.sea4j.lasso;

import io.github.sea4j.concurrent.Workers;
import io.github.sea4j.fit.ColumnCache;
import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.linalg.RowProducts;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;

/** Some columns of a matrix, or all of them, to be multiplied with. */
final class NearColumns {

  private static final int AT_ONCE = 8;

  private final LinearOperator operator;
  private final int[] columns;

  /** Their entries; none of all the columns, which are multiplied by whole products. */
  private final PackedVector[] entries;

  /** The same where all are dense, else none. */
  private final double[][] dense;

  private final long cost;

  /** Fetches those that are not at hand; ascending. */
  NearColumns(LinearOperator operator, ColumnCache cache, int[] columns) {
    this.operator = operator;
    this.columns = columns;
    boolean areAll = columns.length == operator.columns();
    this.entries =
        areAll
            ? new PackedVector[0]
            : Arrays.stream(columns).mapToObj(cache::column).toArray(PackedVector[]::new);
    boolean allDense = Arrays.stream(entries).allMatch(PackedVector::isDense);
    this.dense =
        allDense
            ? Arrays.stream(entries).map(PackedVector::dense).toArray(double[][]::new)
            : new double[0][];
    this.cost = Arrays.stream(entries).mapToLong(PackedVector::entries).sum();
  }

  /** The columns; shared. */
  int[] columns() {
    return columns;
  }

  /** {@code out[p] = a_j'v} for the p-th column. */
  void multiply(double[] v, double[] out) {
    if (entries.length < columns.length) {
      operator.applyTranspose(v, out);
    } else {
      Workers.split(entries.length, AT_ONCE, cost, (from, to) -> multiply(v, out, from, to));
    }
  }

  private void multiply(double[] v, double[] out, int from, int to) {
    int p = from;
    for (; p + AT_ONCE <= to && dense.length > 0; p += AT_ONCE) {
      Arrays.fill(out, p, p + AT_ONCE, 0);
      RowProducts.addEightInnerProducts(dense, p, v, 0, v.length, out, p);
    }
    for (; p < to; p++) {
      out[p] = entries[p].dot(v);
    }
  }
}
