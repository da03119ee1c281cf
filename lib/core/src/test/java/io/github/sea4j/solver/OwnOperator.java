package io.github.sea4j.solver;

import io.github.sea4j.operator.LinearOperator;

/** An operator as a user would write one: the required methods and nothing else. */
record OwnOperator(double[][] matrix) implements LinearOperator {

  @Override
  public int rows() {
    return matrix.length;
  }

  @Override
  public int columns() {
    return matrix[0].length;
  }

  @Override
  public void apply(double[] x, double[] y) {
    for (int i = 0; i < matrix.length; i++) {
      y[i] = 0;
      for (int j = 0; j < x.length; j++) {
        y[i] += matrix[i][j] * x[j];
      }
    }
  }

  @Override
  public void applyTranspose(double[] y, double[] x) {
    for (int j = 0; j < x.length; j++) {
      x[j] = 0;
      for (int i = 0; i < matrix.length; i++) {
        x[j] += matrix[i][j] * y[i];
      }
    }
  }

  @Override
  public void column(int j, double[] out) {
    for (int i = 0; i < matrix.length; i++) {
      out[i] = matrix[i][j];
    }
  }
}
