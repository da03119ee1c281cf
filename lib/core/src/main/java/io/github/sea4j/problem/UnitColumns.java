package io.github.sea4j.problem;

import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.RememberedNorm;
import io.github.sea4j.operator.SelectedColumns;
import java.util.stream.IntStream;

/**
 * A matrix with its columns scaled to unit norm and its zero columns left out.
 *
 * @param operator the scaled matrix
 * @param index for each of its columns, the user's column
 * @param norm for each of its columns, the norm of the user's column
 */
record UnitColumns(LinearOperator operator, int[] index, double[] norm) {

  /** Norms below this count as zero: their reciprocal would overflow. */
  private static final double SMALLEST_NORM = Double.MIN_NORMAL;

  static UnitColumns of(LinearOperator operator) {
    double[] norms = operator.columnNorms();
    int bad = Vectors.firstNonFinite(norms);
    if (bad >= 0) {
      throw new IllegalArgumentException(
          "operator: column %d must have a finite norm, but it is %s".formatted(bad, norms[bad]));
    }
    int[] usable =
        IntStream.range(0, norms.length).filter(j -> norms[j] >= SMALLEST_NORM).toArray();
    LinearOperator kept =
        usable.length == norms.length ? operator : new SelectedColumns(operator, usable);
    double[] usableNorms = IntStream.of(usable).mapToDouble(j -> norms[j]).toArray();
    double[] scale = IntStream.of(usable).mapToDouble(j -> 1 / norms[j]).toArray();
    return new UnitColumns(new RememberedNorm(kept.scaleColumns(scale)), usable, usableNorms);
  }
}
