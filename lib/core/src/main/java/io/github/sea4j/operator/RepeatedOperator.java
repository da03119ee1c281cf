package io.github.sea4j.operator;

import io.github.sea4j.check.Require;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * The same matrix for several measurements, {@code I (x) A}: A in each of L blocks along the
 * diagonal. Column {@code l n + j} is column j of A in block l. A view that forms no matrix; a
 * product costs L products with A.
 */
public final class RepeatedOperator implements LinearOperator {

  private final LinearOperator base;
  private final int times;

  private RepeatedOperator(LinearOperator base, int times) {
    this.base = base;
    this.times = times;
  }

  /**
   * A, L times.
   *
   * @param base A, m rows and n columns
   * @param times L, at least 1
   * @throws IllegalArgumentException if L is less than 1 or {@code L m} or {@code L n} is beyond
   *     the range of an int
   */
  public static RepeatedOperator of(LinearOperator base, int times) {
    long most = Integer.MAX_VALUE / Math.max(1, Math.max(base.rows(), base.columns()));
    if (times < 1 || times > most) {
      throw new IllegalArgumentException(
          "times must be between 1 and %d for an operator of %d x %d, but is %d"
              .formatted(most, base.rows(), base.columns(), times));
    }
    return new RepeatedOperator(base, times);
  }

  @Override
  public int rows() {
    return times * base.rows();
  }

  @Override
  public int columns() {
    return times * base.columns();
  }

  @Override
  public void apply(double[] x, double[] y) {
    Require.product(x, columns(), y, rows());
    double[] part = new double[base.rows()];
    for (int l = 0; l < times; l++) {
      base.apply(block(x, l, base.columns()), part);
      System.arraycopy(part, 0, y, l * part.length, part.length);
    }
  }

  @Override
  public void applyTranspose(double[] y, double[] x) {
    Require.product(x, columns(), y, rows());
    double[] part = new double[base.columns()];
    for (int l = 0; l < times; l++) {
      base.applyTranspose(block(y, l, base.rows()), part);
      System.arraycopy(part, 0, x, l * part.length, part.length);
    }
  }

  /** The block of a column, from 0. */
  public int block(int j) {
    return j / base.columns();
  }

  private static double[] block(double[] v, int l, int length) {
    return Arrays.copyOfRange(v, l * length, (l + 1) * length);
  }

  @Override
  public void column(int j, double[] out) {
    Require.column(j, columns(), out, rows());
    double[] part = new double[base.rows()];
    base.column(j % base.columns(), part);
    inBlock(part, block(j), out);
  }

  @Override
  public void gramColumn(int j, double[] out) {
    Require.gramColumn(j, columns(), out);
    double[] part = new double[base.columns()];
    base.gramColumn(j % base.columns(), part);
    inBlock(part, block(j), out);
  }

  private static void inBlock(double[] part, int l, double[] out) {
    Arrays.fill(out, 0);
    System.arraycopy(part, 0, out, l * part.length, part.length);
  }

  @Override
  public double[] columnNorms() {
    double[] norms = base.columnNorms();
    double[] all = new double[columns()];
    for (int l = 0; l < times; l++) {
      System.arraycopy(norms, 0, all, l * norms.length, norms.length);
    }
    return all;
  }

  @Override
  public long productCost() {
    return times * base.productCost();
  }

  @Override
  public long gramColumnCost() {
    return base.gramColumnCost();
  }

  @Override
  public double norm(BooleanSupplier giveUp) {
    return base.norm(giveUp);
  }

  @Override
  public String toString() {
    return "%s, %d times".formatted(base, times);
  }
}
