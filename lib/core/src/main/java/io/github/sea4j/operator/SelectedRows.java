package io.github.sea4j.operator;

import io.github.sea4j.check.Require;
import io.github.sea4j.linalg.Vectors;
import java.util.Optional;

/**
 * The operator made of some rows of another: a view that forms no matrix. A convolution seen at
 * some of its samples is {@code new SelectedRows(convolution, rows)}.
 *
 * <p>Every product costs one product of the base.
 */
public final class SelectedRows implements LinearOperator {

  /**
   * Of the largest energy: below this share an energy has lost digits, see {@link #columnNorms}.
   */
  private static final double SMALL_ENERGY = 0.02;

  private final LinearOperator base;
  private final int[] selected;

  /**
   * Row i of the view is row {@code selected[i]} of the base.
   *
   * @param selected rows of the base, in any order, repeated or not; copied
   * @throws IllegalArgumentException if an index is not a row of the base
   */
  public SelectedRows(LinearOperator base, int[] selected) {
    for (int i : selected) {
      Require.between("selected: row", i, 0, base.rows() - 1);
    }
    this.base = base;
    this.selected = selected.clone();
  }

  @Override
  public int rows() {
    return selected.length;
  }

  @Override
  public int columns() {
    return base.columns();
  }

  @Override
  public void apply(double[] x, double[] y) {
    Require.product(x, columns(), y, rows());
    double[] full = new double[base.rows()];
    base.apply(x, full);
    gather(full, y);
  }

  @Override
  public void applyTranspose(double[] y, double[] x) {
    Require.product(x, columns(), y, rows());
    double[] full = new double[base.rows()];
    for (int i = 0; i < selected.length; i++) {
      full[selected[i]] += y[i];
    }
    base.applyTranspose(full, x);
  }

  @Override
  public void column(int j, double[] out) {
    Require.column(j, columns(), out, rows());
    double[] full = new double[base.rows()];
    base.column(j, full);
    gather(full, out);
  }

  /**
   * {@inheritDoc} From the weighted energies where the base has them; columns whose energy is far
   * below that of others, which cancellation may have spoiled, are fetched.
   */
  @Override
  public double[] columnNorms() {
    return columnEnergies(Vectors.ones(selected.length))
        .map(this::norms)
        .orElseGet(LinearOperator.super::columnNorms);
  }

  private double[] norms(double[] energies) {
    double floor = SMALL_ENERGY * Vectors.largestMagnitude(energies);
    double[] column = new double[selected.length];
    for (int j = 0; j < energies.length; j++) {
      if (energies[j] > floor && floor > Double.MIN_NORMAL) {
        energies[j] = Math.sqrt(energies[j]);
      } else {
        column(j, column);
        energies[j] = Vectors.norm(column);
      }
    }
    return energies;
  }

  @Override
  public Optional<double[]> columnEnergies(double[] weights) {
    double[] full = new double[base.rows()];
    for (int i = 0; i < selected.length; i++) {
      full[selected[i]] += weights[i];
    }
    return base.columnEnergies(full);
  }

  @Override
  public long productCost() {
    return base.productCost();
  }

  /** The operator whose rows these are. */
  public LinearOperator base() {
    return base;
  }

  /** For each row, the row of the base; a new array. */
  public int[] selected() {
    return selected.clone();
  }

  private void gather(double[] full, double[] out) {
    Vectors.gather(full, selected, 0, selected.length, out);
  }

  @Override
  public String toString() {
    return "SelectedRows(%d of %s)".formatted(selected.length, base);
  }
}
