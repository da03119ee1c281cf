package io.github.sea4j.fit.growing;

import io.github.sea4j.fit.Fit;
import io.github.sea4j.fit.SupportSolution;
import io.github.sea4j.linalg.UpdatableQr;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;

/**
 * Least squares on a support that gains columns, by {@code A_S = Q R}: a new column takes its
 * direction q out of the residual, {@code r = r - (q'r) q}.
 *
 * <p>Moving to a support that lacks a factored column factors anew. Columns that depend on the
 * others get coefficient zero. Cost of a new column: 2 to 4 m |S| multiplications; the gradient is
 * one product with A'.
 */
public final class GrowingFit implements Fit {

  private final LinearOperator operator;
  private final double[] measurements;
  private final UpdatableQr qr;
  private final double[] column;

  /** {@code A x - y}. */
  private final double[] misfit;

  /** The columns factored, in the order in which they came. */
  private final int[] held;

  private int[] support = {};
  private double residualNorm;

  /**
   * A fit on the empty support.
   *
   * @param operator A with unit-norm columns
   * @param measurements y, m entries, read only
   * @param capacity the largest support that will be asked for
   */
  public GrowingFit(LinearOperator operator, double[] measurements, int capacity) {
    this.operator = operator;
    this.measurements = measurements;
    this.qr = new UpdatableQr(operator.rows(), capacity);
    this.column = new double[operator.rows()];
    this.misfit = new double[operator.rows()];
    this.held = new int[capacity];
    clear();
  }

  private void clear() {
    qr.clear();
    for (int i = 0; i < misfit.length; i++) {
      misfit[i] = -measurements[i];
    }
    residualNorm = Vectors.norm(misfit);
  }

  @Override
  public void moveTo(int[] newSupport) {
    if (losesFactoredColumn(newSupport)) {
      clear();
      support = new int[0];
    }
    int known = 0;
    for (int j : newSupport) {
      while (known < support.length && support[known] < j) {
        known++;
      }
      if (known == support.length || support[known] != j) {
        append(j);
      }
    }
    support = newSupport.clone();
  }

  private boolean losesFactoredColumn(int[] newSupport) {
    int next = 0;
    for (int j : support) {
      while (next < newSupport.length && newSupport[next] < j) {
        next++;
      }
      boolean gone = next == newSupport.length || newSupport[next] != j;
      if (gone && isFactored(j)) {
        return true;
      }
    }
    return false;
  }

  private boolean isFactored(int j) {
    for (int i = 0; i < qr.size(); i++) {
      if (held[i] == j) {
        return true;
      }
    }
    return false;
  }

  private void append(int j) {
    operator.column(j, column);
    if (qr.append(column)) {
      held[qr.size() - 1] = j;
      double[] q = qr.q(qr.size() - 1);
      Vectors.axpy(-Vectors.dot(q, misfit), q, misfit);
      residualNorm = Vectors.norm(misfit);
    }
  }

  @Override
  public int[] support() {
    return support.clone();
  }

  /** {@code ||A x - y||}. */
  @Override
  public double value() {
    return residualNorm;
  }

  @Override
  public boolean rankDeficient() {
    return qr.size() < support.length;
  }

  @Override
  public double[] coefficients() {
    return solution().coefficients();
  }

  /** {@inheritDoc} Read off the factors: what updates have left in the residual is not in it. */
  @Override
  public SupportSolution solution() {
    int[] factored = Arrays.copyOf(held, qr.size());
    Arrays.sort(factored);
    SupportSolution read = SupportSolution.of(qr, held, measurements, factored);
    double[] all = new double[support.length];
    for (int i = 0; i < factored.length; i++) {
      all[Arrays.binarySearch(support, factored[i])] = read.coefficients()[i];
    }
    return new SupportSolution(all, read.value(), rankDeficient());
  }

  /** {@inheritDoc} On the support it is not set to zero but computed: zero up to rounding. */
  @Override
  public void gradient(double[] g) {
    operator.applyTranspose(misfit, g);
  }
}
