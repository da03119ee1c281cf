package io.github.sea4j.oracle;

import io.github.sea4j.operator.LinearOperator;

/** A small operator that is treated as one whose Gram columns take long. */
public record DearGramColumns(LinearOperator base) implements LinearOperator {

  /** The same matrix. */
  public static LinearOperator of(LinearOperator base) {
    return new DearGramColumns(base);
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
    base.apply(x, y);
  }

  @Override
  public void applyTranspose(double[] y, double[] x) {
    base.applyTranspose(y, x);
  }

  @Override
  public void column(int j, double[] out) {
    base.column(j, out);
  }

  @Override
  public long gramColumnCost() {
    return Long.MAX_VALUE;
  }

  /** Solvers work on columns of unit norm; these must stay dear. */
  @Override
  public LinearOperator scaleColumns(double[] scale) {
    return of(base.scaleColumns(scale));
  }
}
