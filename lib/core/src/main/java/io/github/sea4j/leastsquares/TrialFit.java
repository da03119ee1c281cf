package io.github.sea4j.leastsquares;

import io.github.sea4j.linalg.UpdatableQr;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;

/**
 * The residual norm {@code min ||A_S x_S - y||} of one support after another, and nothing else: for
 * solvers that try several supports and go on from one of them.
 *
 * <p>An orthogonal factorisation follows the support, so it is right for coherent columns too. A
 * column that depends on the others is left out: it would not change the norm. Cost of a trial: for
 * each column that changed at most 4mk multiplications, and 2mk for the norm; no product with A'.
 * Not thread-safe.
 */
public final class TrialFit {

  private final LinearOperator operator;
  private final double[] measurements;
  private final UpdatableQr qr;
  private final int[] held;
  private final double[] column;
  private final double[] residual;
  private final double[] z;

  /**
   * A fit on the empty support.
   *
   * @param operator A
   * @param measurements y, m entries, read only
   * @param capacity the largest support there will be
   */
  public TrialFit(LinearOperator operator, double[] measurements, int capacity) {
    this.operator = operator;
    this.measurements = measurements;
    this.qr = new UpdatableQr(operator.rows(), capacity);
    this.held = new int[capacity];
    this.column = new double[operator.rows()];
    this.residual = new double[operator.rows()];
    this.z = new double[capacity];
  }

  /**
   * The residual norm on a support.
   *
   * @param support sorted columns
   */
  public double residualNorm(int[] support) {
    for (int position = qr.size() - 1; position >= 0; position--) {
      if (Arrays.binarySearch(support, held[position]) < 0) {
        qr.remove(position);
        System.arraycopy(held, position + 1, held, position, qr.size() - position);
      }
    }
    int[] present = Arrays.copyOf(held, qr.size());
    Arrays.sort(present);
    for (int j : support) {
      if (Arrays.binarySearch(present, j) < 0) {
        append(j);
      }
    }
    return qr.project(measurements, z, residual);
  }

  private void append(int j) {
    operator.column(j, column);
    if (qr.append(column)) {
      held[qr.size() - 1] = j;
    }
  }
}
