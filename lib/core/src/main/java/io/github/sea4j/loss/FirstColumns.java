package io.github.sea4j.loss;

import java.util.Arrays;

/**
 * What is fitted whatever the support is, in columns of unit norm: the baseline's directions, then
 * the columns that are always in with bounds of their own.
 */
record FirstColumns(double[][] columns, Box box) {

  static FirstColumns of(double[][] directions, Always always) {
    int q = directions.length;
    int count = q + always.columns().length;
    double[][] columns = Arrays.copyOf(directions, count);
    double[] lower = new double[count];
    double[] upper = new double[count];
    Arrays.fill(lower, Double.NEGATIVE_INFINITY);
    Arrays.fill(upper, Double.POSITIVE_INFINITY);
    System.arraycopy(always.columns(), 0, columns, q, count - q);
    System.arraycopy(always.lower(), 0, lower, q, count - q);
    System.arraycopy(always.upper(), 0, upper, q, count - q);
    return new FirstColumns(columns, new Box(lower, upper));
  }

  /** Coefficients as near to zero as the bounds allow; a new array. */
  double[] start() {
    double[] start = new double[columns.length];
    for (int i = 0; i < start.length; i++) {
      start[i] = box.clip(i, 0);
    }
    return start;
  }
}
