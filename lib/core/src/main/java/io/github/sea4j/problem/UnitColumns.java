package io.github.sea4j.problem;

import io.github.sea4j.linalg.OrthogonalRows;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.CheckedOperator;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.SelectedColumns;
import io.github.sea4j.operator.Whitening;
import io.github.sea4j.operator.view.RememberedNorm;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A matrix with its columns scaled to unit norm and its zero columns left out. */
final class UnitColumns {

  /** Norms below this count as zero: their reciprocal would overflow. */
  static final double SMALLEST_NORM = Double.MIN_NORMAL;

  private final LinearOperator base;
  private final LinearOperator operator;
  private final int[] index;
  private final double[] norm;

  /** Computed when first asked for: it can cost more than a solve. */
  private @Nullable Whitening whitening;

  /** The same without the zero columns, where there are any. */
  private @Nullable OrthogonalRows rows;

  private UnitColumns(LinearOperator base, LinearOperator operator, int[] index, double[] norm) {
    this.base = base;
    this.operator = operator;
    this.index = index;
    this.norm = norm;
  }

  static UnitColumns of(LinearOperator operator) {
    return without(operator, new int[0]);
  }

  /** The same without some columns, ascending. */
  static UnitColumns without(LinearOperator operator, int[] excluded) {
    double[] norms = operator.columnNorms();
    int bad = Vectors.firstNonFinite(norms);
    if (bad >= 0) {
      throw new IllegalArgumentException(
          "operator: column %d must have a finite norm, but it is %s".formatted(bad, norms[bad]));
    }
    int[] usable =
        IntStream.range(0, norms.length)
            .filter(j -> norms[j] >= SMALLEST_NORM && Arrays.binarySearch(excluded, j) < 0)
            .toArray();
    LinearOperator kept =
        usable.length == norms.length ? operator : new SelectedColumns(operator, usable);
    double[] usableNorms = Vectors.gather(norms, usable);
    double[] scale = IntStream.of(usable).mapToDouble(j -> 1 / norms[j]).toArray();
    LinearOperator scaled = new CheckedOperator(kept.scaleColumns(scale));
    return new UnitColumns(operator, new RememberedNorm(scaled), usable, usableNorms);
  }

  /** The scaled matrix; refuses products that are not finite. */
  LinearOperator operator() {
    return operator;
  }

  /** For each of its columns, the user's column; shared. */
  int[] index() {
    return index;
  }

  /** For each of its columns, the norm of the user's column; shared. */
  double[] norm() {
    return norm;
  }

  /** The whitening of the scaled matrix with its zero columns in their places. */
  synchronized Whitening whitening() {
    if (whitening == null) {
      whitening = inPlace().whitening();
    }
    return whitening;
  }

  /** The scaled matrix, rotated; one decomposition serves whitening too but for zero columns. */
  synchronized OrthogonalRows orthogonalRows() {
    if (rows == null) {
      Whitening source = index.length == base.columns() ? whitening() : operator.whitening();
      rows = source.orthogonalRows();
    }
    return rows;
  }

  private LinearOperator inPlace() {
    if (index.length == base.columns()) {
      return operator;
    }
    double[] scale = new double[base.columns()];
    for (int j = 0; j < index.length; j++) {
      scale[index[j]] = 1 / norm[j];
    }
    return base.scaleColumns(scale);
  }
}
