package io.github.sea4j.operator;

import io.github.sea4j.check.Require;
import io.github.sea4j.linalg.Vectors;
import java.util.Optional;

/** The operator made of some columns of another: a view that forms no matrix. */
public final class SelectedColumns implements LinearOperator {

  private final LinearOperator base;
  private final int[] selected;

  /**
   * Column i of the view is column {@code selected[i]} of the base.
   *
   * @param selected columns of the base; copied
   * @throws IllegalArgumentException if an index is not a column of the base
   */
  public SelectedColumns(LinearOperator base, int[] selected) {
    for (int j : selected) {
      Require.between("selected: column", j, 0, base.columns() - 1);
    }
    this.base = base;
    this.selected = selected.clone();
  }

  @Override
  public int rows() {
    return base.rows();
  }

  @Override
  public int columns() {
    return selected.length;
  }

  @Override
  public void apply(double[] x, double[] y) {
    Require.product(x, columns(), y, rows());
    double[] full = new double[base.columns()];
    for (int i = 0; i < selected.length; i++) {
      full[selected[i]] += x[i];
    }
    base.apply(full, y);
  }

  @Override
  public void applyTranspose(double[] y, double[] x) {
    Require.product(x, columns(), y, rows());
    double[] full = new double[base.columns()];
    base.applyTranspose(y, full);
    gather(full, x);
  }

  @Override
  public void column(int j, double[] out) {
    Require.column(j, columns(), out, rows());
    base.column(selected[j], out);
  }

  @Override
  public void gramColumn(int j, double[] out) {
    Require.gramColumn(j, columns(), out);
    double[] full = new double[base.columns()];
    base.gramColumn(selected[j], full);
    gather(full, out);
  }

  @Override
  public double[] columnNorms() {
    return Vectors.gather(base.columnNorms(), selected);
  }

  @Override
  public Optional<double[]> columnEnergies(double[] weights) {
    return base.columnEnergies(weights).map(all -> Vectors.gather(all, selected));
  }

  @Override
  public long productCost() {
    return base.productCost();
  }

  @Override
  public long gramColumnCost() {
    return base.gramColumnCost();
  }

  private void gather(double[] full, double[] out) {
    Vectors.gather(full, selected, 0, selected.length, out);
  }
}
