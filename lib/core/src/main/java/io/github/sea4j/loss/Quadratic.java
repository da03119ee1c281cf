package io.github.sea4j.loss;

import io.github.sea4j.fit.CurvedFit.QuadraticModel;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;

/**
 * The quadratic model of a deviance at a fit: iteratively re-weighted least squares, with the
 * baseline projected out.
 */
final class Quadratic {

  /** Curvatures below this share of the largest one: rows that are all but decided. */
  private static final double LEAST = 1e-10;

  /** A column with a smaller norm beside the others counts as zero. */
  private static final double DEPENDENT = 1e-10;

  private Quadratic() {}

  /**
   * @param directions of the baseline
   * @param newton at the fit
   * @param first columns that are always fitted, the directions before the others
   * @param coefficients of these and of the support
   */
  static QuadraticModel of(
      LinearOperator operator,
      double[][] directions,
      NewtonFit newton,
      double[][] first,
      double[] coefficients,
      int[] support) {
    double[] v = newton.curvature();
    double least = Math.max(LEAST * Vectors.largestMagnitude(v), Double.MIN_NORMAL);
    double[] root = Arrays.stream(v).map(value -> Math.sqrt(Math.max(value, least))).toArray();
    double[] z = new double[root.length];
    double[] column = new double[root.length];
    for (int i = 0; i < support.length; i++) {
      operator.column(support[i], column);
      Vectors.axpy(coefficients[first.length + i], column, z);
    }
    for (int i = 0; i < z.length; i++) {
      z[i] = root[i] * z[i] - newton.slope()[i] / root[i];
    }
    double[][] weighted = orthonormal(first, root);
    new AdjustedOperator(operator, null, weighted).adjust(z);
    AdjustedOperator model = new AdjustedOperator(operator, root, weighted);
    double[] scale = new double[operator.columns()];
    for (int j = 0; j < scale.length; j++) {
      model.column(j, column);
      double norm = Vectors.norm(column);
      scale[j] = norm > DEPENDENT * Vectors.largestMagnitude(root) ? 1 / norm : 0;
    }
    return new QuadraticModel(model.scaleColumns(scale), z);
  }

  /** Gram and Schmidt, twice. */
  private static double[][] orthonormal(double[][] columns, double[] root) {
    double[][] q = new double[columns.length][];
    int held = 0;
    for (double[] each : columns) {
      double[] column = each.clone();
      for (int i = 0; i < column.length; i++) {
        column[i] *= root[i];
      }
      double before = Vectors.norm(column);
      for (int pass = 0; pass < 2; pass++) {
        for (int h = 0; h < held; h++) {
          Vectors.axpy(-Vectors.dot(q[h], column), q[h], column);
        }
      }
      double norm = Vectors.norm(column);
      if (norm > DEPENDENT * before) {
        Vectors.scale(1 / norm, column);
        q[held++] = column;
      }
    }
    return Arrays.copyOf(q, held);
  }
}
