package io.github.sea4j.theory;

import io.github.sea4j.operator.LinearOperator;
import java.util.function.IntFunction;

/**
 * The three restricted isometry constants that the bounds ask for. An order above the number of
 * columns n stands for n, as no support is larger.
 *
 * @param sparsity k
 * @param deltaK delta_k
 * @param delta2K delta_2k
 * @param delta2KPlus1 delta_(2k+1)
 */
public record IsometryConstants(
    int sparsity,
    RestrictedIsometry deltaK,
    RestrictedIsometry delta2K,
    RestrictedIsometry delta2KPlus1) {

  /** The constants themselves, by brute force: for small n only. */
  public static IsometryConstants exact(LinearOperator operator, int k) {
    return of(operator, k, order -> RestrictedIsometry.exact(operator, order));
  }

  /** Upper bounds by the Babel function, for any n. */
  public static IsometryConstants babelBounds(LinearOperator operator, int k) {
    return of(operator, k, order -> RestrictedIsometry.babelBound(operator, order));
  }

  private static IsometryConstants of(
      LinearOperator operator, int k, IntFunction<RestrictedIsometry> constant) {
    int n = operator.columns();
    if (k < 1 || k > n) {
      throw new IllegalArgumentException(
          "sparsity must be between 1 and the number of columns %d, but is %d".formatted(n, k));
    }
    return new IsometryConstants(
        k,
        constant.apply(k),
        constant.apply(Math.min(2 * k, n)),
        constant.apply(Math.min(2 * k + 1, n)));
  }

  /**
   * The factor of bound T3, {@code alpha = delta_(2k+1) sqrt(1 + (delta_2k / (1 - delta_k))²)};
   * infinite unless {@code delta_k < 1}.
   *
   * @throws IllegalArgumentException if one of the three is a lower bound
   */
  public double alpha() {
    double small = deltaK.certified();
    double ratio = delta2K.certified() / (1 - small);
    return small < 1 ? delta2KPlus1.certified() * Math.hypot(1, ratio) : Double.POSITIVE_INFINITY;
  }
}
