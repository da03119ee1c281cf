package io.github.sea4j.solver;

import io.github.sea4j.operator.LinearOperator;

/**
 * A user's operator with a fault that construction cannot see: once armed, one entry of what one of
 * its methods answers is no finite number, from some call on.
 */
final class FaultyOperator implements LinearOperator {

  /** Where the fault is. */
  enum Answer {
    APPLY,
    APPLY_TRANSPOSE,
    COLUMN,
    GRAM_COLUMN
  }

  private final LinearOperator base;
  private final Answer faulty;
  private final double value;
  private long callsLeft = Long.MAX_VALUE;

  FaultyOperator(double[][] matrix, Answer faulty, double value) {
    this.base = new OwnOperator(matrix);
    this.faulty = faulty;
    this.value = value;
  }

  /** The fault shows in the call of this number from now, 1 for the next one, and stays. */
  void failFrom(long call) {
    callsLeft = call;
  }

  boolean hasFailed() {
    return callsLeft <= 0;
  }

  private void answer(Answer answered, double[] out) {
    if (answered == faulty && --callsLeft <= 0) {
      out[out.length / 2] = value;
    }
  }

  @Override
  public int rows() {
    return base.rows();
  }

  @Override
  public int columns() {
    return base.columns();
  }

  @Override
  public void apply(double[] x, double[] y) {
    base.apply(x, y);
    answer(Answer.APPLY, y);
  }

  @Override
  public void applyTranspose(double[] y, double[] x) {
    base.applyTranspose(y, x);
    answer(Answer.APPLY_TRANSPOSE, x);
  }

  @Override
  public void column(int j, double[] out) {
    base.column(j, out);
    answer(Answer.COLUMN, out);
  }

  @Override
  public void gramColumn(int j, double[] out) {
    base.gramColumn(j, out);
    answer(Answer.GRAM_COLUMN, out);
  }
}
