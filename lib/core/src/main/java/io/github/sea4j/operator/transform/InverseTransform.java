package io.github.sea4j.operator.transform;

import io.github.sea4j.check.Require;

/** A transform in the other direction. */
class InverseTransform extends OrthonormalTransform {

  private final OrthonormalTransform transform;

  InverseTransform(OrthonormalTransform transform) {
    super(transform.rows());
    this.transform = transform;
  }

  @Override
  public OrthonormalTransform inverse() {
    return transform;
  }

  @Override
  public void apply(double[] x, double[] y) {
    Require.product(x, columns(), y, rows());
    transform.applyTranspose(x, y);
  }

  @Override
  public void applyTranspose(double[] y, double[] x) {
    Require.product(x, columns(), y, rows());
    transform.apply(y, x);
  }

  @Override
  public long productCost() {
    return transform.productCost();
  }

  @Override
  public String toString() {
    return "inverse of " + transform;
  }
}
