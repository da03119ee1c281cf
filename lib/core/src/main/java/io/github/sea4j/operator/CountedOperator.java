package io.github.sea4j.operator;

import java.util.function.BooleanSupplier;

/**
 * A view of an operator that counts its products: {@code A x}, {@code A' y} and Gram columns, which
 * cost about as much, are one each; fetching a column of A is free, as it costs a small part of
 * that.
 *
 * <p>The count does not depend on the machine, so a budget in products ends a run at the same
 * iteration everywhere. It belongs to one solve and its thread: unlike other operators, this one is
 * not safe for use by several threads.
 */
public final class CountedOperator implements LinearOperator {

  private final LinearOperator base;
  private long products;

  /** Counts from zero. */
  public CountedOperator(LinearOperator base) {
    this.base = base;
  }

  /** Number of products so far. */
  public long products() {
    return products;
  }

  @Override
  public int rows() {
    return base.rows();
  }

  @Override
  public int columns() {
    return base.columns();
  }

  @Override
  public void apply(double[] x, double[] y) {
    products++;
    base.apply(x, y);
  }

  @Override
  public void applyTranspose(double[] y, double[] x) {
    products++;
    base.applyTranspose(y, x);
  }

  @Override
  public void column(int j, double[] out) {
    base.column(j, out);
  }

  @Override
  public void gramColumn(int j, double[] out) {
    products++;
    base.gramColumn(j, out);
  }

  @Override
  public double[] columnNorms() {
    return base.columnNorms();
  }

  @Override
  public Whitening whitening() {
    return base.whitening();
  }

  /** {@inheritDoc} Counted as the pairs of products that the base makes for it, often none. */
  @Override
  public double norm(BooleanSupplier giveUp) {
    return base.norm(
        () -> {
          products += 2;
          return giveUp.getAsBoolean();
        });
  }
}
