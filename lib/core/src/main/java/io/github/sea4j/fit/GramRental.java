package io.github.sea4j.fit;

import io.github.sea4j.operator.LinearOperator;

/**
 * When the Gram columns of a support are worth a product each, although it is not known how long
 * they will be of use: the rule of the ski rental problem (Karlin, Manasse, Rudolph and Sleator,
 * <i>Competitive snoopy caching</i>, 1988). A gradient by a product is the rent, and the columns
 * are bought once the rents paid so far come to their price; so no more than twice the products are
 * spent of one who knew the future.
 *
 * <p>Where a Gram column costs little, it is bought at once.
 */
final class GramRental {

  /** Multiplications of a Gram column, or a product, from which on it is long. */
  private static final long DEAR = 2_000_000;

  /** How much less than a product a Gram column must cost to be at hand. */
  private static final int CHEAPER = 8;

  private static final int AT_ONCE = 8;

  private final boolean dear;
  private int rents;

  GramRental(LinearOperator operator) {
    this.dear = isDear(operator);
  }

  /** Whether a Gram column is a long product. */
  static boolean isDear(LinearOperator operator) {
    return operator.gramColumnCost() >= Math.max(DEAR, operator.productCost());
  }

  /** How many Gram columns to make together: some where each is a long product, else one. */
  static int columnsAtOnce(LinearOperator operator) {
    return isDear(operator) ? AT_ONCE : 1;
  }

  /** How many other products to make together: some where one reads a large full matrix. */
  static int productsAtOnce(LinearOperator operator) {
    return readsLargeMatrix(operator) ? AT_ONCE : 1;
  }

  /** Whether a large full matrix has its Gram columns at hand, at a fraction of a product. */
  static boolean isPaid(LinearOperator operator) {
    return readsLargeMatrix(operator)
        && operator.gramColumnCost() <= operator.productCost() / CHEAPER;
  }

  private static boolean readsLargeMatrix(LinearOperator operator) {
    long entries = (long) operator.rows() * operator.columns();
    return operator.productCost() >= Math.max(DEAR, entries);
  }

  /** Whether each column is bought when it is met, and none is ever missing. */
  boolean buysAtOnce() {
    return !dear;
  }

  /**
   * Asked before each gradient for which columns are missing: whether to buy them; else a rent is
   * paid.
   */
  boolean buys(int missing) {
    if (missing <= rents + 1) {
      rents = Math.max(0, rents - missing);
      return true;
    }
    rents++;
    return false;
  }
}
