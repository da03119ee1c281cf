package io.github.sea4j.exact.tree;

import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;

/**
 * The matrix {@code [A; sqrt(gamma) I] / sqrt(1 + gamma)}: m + n rows, columns of unit norm where
 * those of A have it. Least squares on it, with y continued by zeros, is ridge regression on A with
 * coefficients {@code sqrt(1 + gamma)} times as large.
 */
record RidgeColumns(LinearOperator operator, double ridge) implements LinearOperator {

  @Override
  public int rows() {
    return operator.rows() + operator.columns();
  }

  @Override
  public int columns() {
    return operator.columns();
  }

  /** {@code 1 / sqrt(1 + gamma)}. */
  double scale() {
    return 1 / Math.sqrt(1 + ridge);
  }

  @Override
  public void apply(double[] x, double[] y) {
    double[] top = new double[operator.rows()];
    operator.apply(x, top);
    System.arraycopy(top, 0, y, 0, top.length);
    double root = Math.sqrt(ridge);
    for (int j = 0; j < x.length; j++) {
      y[top.length + j] = root * x[j];
    }
    Vectors.scale(scale(), y);
  }

  @Override
  public void applyTranspose(double[] y, double[] x) {
    double[] top = new double[operator.rows()];
    System.arraycopy(y, 0, top, 0, top.length);
    operator.applyTranspose(top, x);
    double root = Math.sqrt(ridge);
    for (int j = 0; j < x.length; j++) {
      x[j] = scale() * (x[j] + root * y[top.length + j]);
    }
  }

  @Override
  public void column(int j, double[] out) {
    double[] top = new double[operator.rows()];
    operator.column(j, top);
    Arrays.fill(out, 0);
    for (int i = 0; i < top.length; i++) {
      out[i] = scale() * top[i];
    }
    out[top.length + j] = scale() * Math.sqrt(ridge);
  }
}
