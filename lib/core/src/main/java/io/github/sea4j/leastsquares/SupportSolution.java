package io.github.sea4j.leastsquares;

import io.github.sea4j.linalg.UpdatableQr;
import io.github.sea4j.operator.LinearOperator;

/**
 * Least squares on one support by a factorisation of its own, free of what updates may have left:
 * the confirmation of every answer that is returned.
 *
 * @param coefficients one for each index of the support; zero for columns that depend on others
 * @param residualNorm {@code ||A x - y||}
 * @param rankDeficient whether the columns depend on each other to working precision
 */
public record SupportSolution(double[] coefficients, double residualNorm, boolean rankDeficient) {

  /**
   * Fits {@code y} on the columns of a support.
   *
   * @param operator A with unit-norm columns
   * @param y m measurements, read only
   * @param support sorted column indices, read only
   */
  public static SupportSolution of(LinearOperator operator, double[] y, int[] support) {
    int k = support.length;
    UpdatableQr qr = new UpdatableQr(operator.rows(), k);
    int[] place = new int[k];
    double[] column = new double[operator.rows()];
    for (int i = 0; i < k; i++) {
      operator.column(support[i], column);
      place[i] = qr.append(column, column.length) ? qr.size() - 1 : -1;
    }
    double[] z = new double[k];
    double residualNorm = qr.project(y, z, column);
    qr.solve(z, z);
    double[] coefficients = new double[k];
    for (int i = 0; i < k; i++) {
      coefficients[i] = place[i] < 0 ? 0 : z[place[i]];
    }
    return new SupportSolution(coefficients, residualNorm, qr.size() < k);
  }
}
