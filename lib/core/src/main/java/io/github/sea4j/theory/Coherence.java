package io.github.sea4j.theory;

import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;

/** How alike the columns of a matrix are; every column counts as scaled to unit norm. */
public final class Coherence {

  private Coherence() {}

  /**
   * The coherence {@code mu = max over i != j of |a_i'a_j| / (||a_i|| ||a_j||)}; 0 for one column.
   *
   * <p>Cost: n Gram columns.
   *
   * @throws IllegalArgumentException if a column is zero
   */
  public static double of(LinearOperator operator) {
    return operator.columns() == 1 ? 0 : babel(operator, 1)[0];
  }

  /**
   * The Babel function {@code mu_1(l) = max over i and over sets of l other columns j of sum
   * |a_i'a_j|} (Tropp 2004), for l = 1 .. maxSize; {@code mu_1(1)} is the coherence.
   *
   * <p>Cost: n Gram columns, each sorted.
   *
   * @param maxSize from 1 to n - 1
   * @return {@code mu_1(l)} at position l - 1, a new array
   * @throws IllegalArgumentException if a column is zero or {@code maxSize} is out of its range
   */
  public static double[] babel(LinearOperator operator, int maxSize) {
    int n = operator.columns();
    if (maxSize < 1 || maxSize > n - 1) {
      throw new IllegalArgumentException(
          "maxSize must be between 1 and columns - 1 = %d, but is %d".formatted(n - 1, maxSize));
    }
    LinearOperator unit = UnitScale.columnsOf(operator);
    double[] babel = new double[maxSize];
    double[] gram = new double[n];
    for (int i = 0; i < n; i++) {
      unit.gramColumn(i, gram);
      gram[i] = 0;
      double sum = 0;
      double[] sorted = Arrays.stream(gram).map(Math::abs).sorted().toArray();
      for (int l = 0; l < maxSize; l++) {
        sum += sorted[n - 1 - l];
        babel[l] = Math.max(babel[l], sum);
      }
    }
    return babel;
  }
}
