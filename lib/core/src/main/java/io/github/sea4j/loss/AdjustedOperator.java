package io.github.sea4j.loss;

import io.github.sea4j.check.Require;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * {@code (I - Q Q') S A}: rows scaled by S, then freed of a few orthonormal directions Q.
 *
 * <p>What is left of a column once an intercept, or columns that are always in, have explained
 * their part of it. A view that forms no matrix. Cost of a product beyond that of A: 2 m q.
 */
public final class AdjustedOperator implements LinearOperator {

  /** A column of which less than this share is left counts as zero. */
  private static final double NOTHING = 1e-10;

  private final LinearOperator base;
  private final double @Nullable [] rowScale;
  private final double[][] directions;

  /**
   * @param base A
   * @param rowScale the diagonal of S, m entries, or null for the identity; kept, not copied
   * @param directions the columns of Q, orthonormal, m entries each; kept, not copied
   */
  public AdjustedOperator(
      LinearOperator base, double @Nullable [] rowScale, double[][] directions) {
    this.base = base;
    this.rowScale = rowScale;
    this.directions = directions;
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
    Require.product(x, columns(), y, rows());
    base.apply(x, y);
    adjust(y);
  }

  @Override
  public void applyTranspose(double[] y, double[] x) {
    Require.product(x, columns(), y, rows());
    double[] adjusted = y.clone();
    project(adjusted);
    scaleRows(adjusted);
    base.applyTranspose(adjusted, x);
  }

  @Override
  public void column(int j, double[] out) {
    Require.column(j, columns(), out, rows());
    base.column(j, out);
    adjust(out);
  }

  /** {@inheritDoc} Zero where rounding errors alone are left. */
  @Override
  public double[] columnNorms() {
    double[] norms = new double[columns()];
    double[] column = new double[rows()];
    for (int j = 0; j < norms.length; j++) {
      norms[j] = normOfColumn(j, column);
    }
    return norms;
  }

  /**
   * One column, zero where rounding errors alone are left; returns its norm.
   *
   * @param out m entries, overwritten
   */
  public double columnOrZero(int j, double[] out) {
    double norm = normOfColumn(j, out);
    if (norm == 0) {
      Arrays.fill(out, 0);
    }
    return norm;
  }

  /** Fills in a column; its norm, 0 where rounding errors alone are left. */
  private double normOfColumn(int j, double[] out) {
    base.column(j, out);
    scaleRows(out);
    double before = Vectors.norm(out);
    project(out);
    double left = Vectors.norm(out);
    return left <= NOTHING * before ? 0 : left;
  }

  @Override
  public LinearOperator scaleColumns(double[] scale) {
    return new AdjustedOperator(base.scaleColumns(scale), rowScale, directions);
  }

  /** Replaces v, m entries, by {@code (I - Q Q') S v}. */
  public void adjust(double[] v) {
    scaleRows(v);
    project(v);
  }

  /** Replaces v, m entries, by {@code S v}. */
  public void scaleRows(double[] v) {
    if (rowScale != null) {
      for (int i = 0; i < v.length; i++) {
        v[i] *= rowScale[i];
      }
    }
  }

  /**
   * Replaces v, m entries, by {@code (I - Q Q') v}. Twice: where little is left, the first pass
   * leaves rounding errors of what it took away.
   */
  public void project(double[] v) {
    for (int pass = 0; pass < 2; pass++) {
      for (double[] q : directions) {
        Vectors.axpy(-Vectors.dot(q, v), q, v);
      }
    }
  }
}
