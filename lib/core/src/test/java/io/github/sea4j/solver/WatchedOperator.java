package io.github.sea4j.solver;

import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.Whitening;
import java.util.BitSet;

/**
 * An operator that counts what is asked of it and, once armed, interrupts the solving thread in the
 * middle of a product.
 */
final class WatchedOperator implements LinearOperator {

  private final LinearOperator base;
  private final BitSet gramColumns = new BitSet();
  private final BitSet columns = new BitSet();
  private long untilInterrupt = Long.MAX_VALUE;
  private long productsSince;

  WatchedOperator(LinearOperator base) {
    this.base = base;
  }

  /** Interrupts the thread in the product of this number, from 1; counts the products after it. */
  void interruptAt(long product) {
    untilInterrupt = product;
    productsSince = 0;
  }

  /** Products with A or A' after the interrupt; 0 while there was none. */
  long productsSinceInterrupt() {
    return productsSince;
  }

  /** How many different Gram columns were asked for. */
  int gramColumnsMet() {
    return gramColumns.cardinality();
  }

  /** How many different columns were asked for. */
  int columnsMet() {
    return columns.cardinality();
  }

  private void product() {
    if (untilInterrupt <= 0) {
      productsSince++;
    } else if (--untilInterrupt == 0) {
      Thread.currentThread().interrupt();
    }
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
    product();
    base.apply(x, y);
  }

  @Override
  public void applyTranspose(double[] y, double[] x) {
    product();
    base.applyTranspose(y, x);
  }

  @Override
  public void column(int j, double[] out) {
    columns.set(j);
    base.column(j, out);
  }

  @Override
  public void gramColumn(int j, double[] out) {
    product();
    gramColumns.set(j);
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
}
