package io.github.sea4j.operator.transform;

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
    transform.applyTranspose(x, y);
  }

  @Override
  public void applyTranspose(double[] y, double[] x) {
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
