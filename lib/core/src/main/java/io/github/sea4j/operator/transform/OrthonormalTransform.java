package io.github.sea4j.operator.transform;

import io.github.sea4j.check.Require;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * An orthonormal matrix T by a fast transform: {@code apply} takes a signal to its coefficients,
 * {@code applyTranspose} takes coefficients to their signal, and nothing is lost on the way.
 *
 * <p>Its rows are the vectors of the basis. Immutable and safe for use by several threads.
 */
public abstract class OrthonormalTransform implements LinearOperator {

  private final int length;

  /** A transform of signals of this many entries. */
  OrthonormalTransform(int length) {
    this.length = length;
  }

  /** The transform from coefficients to signals, {@code T' = T^-1}. */
  public OrthonormalTransform inverse() {
    return new InverseTransform(this);
  }

  @Override
  public final int rows() {
    return length;
  }

  @Override
  public final int columns() {
    return length;
  }

  @Override
  public void column(int j, double[] out) {
    Require.column(j, columns(), out, rows());
    double[] unit = new double[length];
    unit[j] = 1;
    apply(unit, out);
  }

  /** {@inheritDoc} A unit vector. */
  @Override
  public final void gramColumn(int j, double[] out) {
    Require.gramColumn(j, columns(), out);
    Arrays.fill(out, 0, length, 0);
    out[j] = 1;
  }

  @Override
  public long gramColumnCost() {
    return length;
  }

  /** {@inheritDoc} All 1. */
  @Override
  public final double[] columnNorms() {
    return Vectors.ones(length);
  }

  /** {@inheritDoc} It is 1. */
  @Override
  public final double norm(BooleanSupplier giveUp) {
    return 1;
  }
}
