package io.github.sea4j.fit.iterative;

import io.github.sea4j.fit.SparsePoint;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;

/**
 * A sparse x with {@code A x - y} and the gradient {@code A'(A x - y)} by products alone, where
 * there are too many non-zeros to hold their columns; otherwise {@link
 * io.github.sea4j.fit.LeastSquaresPoint}.
 */
public final class ProductPoint implements SparsePoint {

  private final LinearOperator operator;
  private final double[] measurements;
  private final double[] dense;
  private final double[] misfit;
  private final double[] image;
  private int[] support = {};
  private double[] values = {};

  /** x = 0. */
  public ProductPoint(LinearOperator operator, double[] measurements) {
    this.operator = operator;
    this.measurements = measurements;
    this.dense = new double[operator.columns()];
    this.misfit = Vectors.scaled(-1, measurements);
    this.image = new double[operator.rows()];
  }

  @Override
  public void set(int[] newSupport, double[] newValues) {
    support = newSupport;
    values = newValues;
    product(support, values, misfit);
    Vectors.axpy(-1, measurements, misfit);
  }

  private void product(int[] columns, double[] d, double[] out) {
    Arrays.fill(dense, 0);
    Vectors.scatter(d, columns, columns.length, dense);
    operator.apply(dense, out);
  }

  @Override
  public void gradient(double[] g) {
    operator.applyTranspose(misfit, g);
  }

  @Override
  public double imageNorm(int[] columns, double[] d) {
    product(columns, d, image);
    return Vectors.norm(image);
  }

  @Override
  public int[] support() {
    return support.clone();
  }

  /** {@code ||A x - y||}. */
  @Override
  public double value() {
    return Vectors.norm(misfit);
  }

  @Override
  public double[] coefficients() {
    return values.clone();
  }
}
