package io.github.sea4j.operator;

import io.github.sea4j.check.Require;
import io.github.sea4j.linalg.PackedVector;
import java.util.Arrays;
import java.util.Optional;

/** The operator {@code A diag(scale)}: a view that forms no matrix. */
public final class ScaledColumns implements LinearOperator {

  private final LinearOperator base;
  private final double[] scale;

  /**
   * Column j of the view is {@code scale[j]} times column j of the base.
   *
   * @param scale one finite factor a column; copied
   * @throws IllegalArgumentException if there is not one finite factor for each column
   */
  public ScaledColumns(LinearOperator base, double[] scale) {
    this.scale = checked(scale, base.columns());
    this.base = base;
  }

  /** A copy of the factors, one for each column. */
  static double[] checked(double[] scale, int columns) {
    Require.length("scale", scale.length, "columns", columns);
    return Require.finite("scale", scale).clone();
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
    double[] scaled = new double[scale.length];
    for (int j = 0; j < scale.length; j++) {
      scaled[j] = scale[j] * x[j];
    }
    base.apply(scaled, y);
  }

  @Override
  public void applyTranspose(double[] y, double[] x) {
    Require.product(x, columns(), y, rows());
    base.applyTranspose(y, x);
    for (int j = 0; j < scale.length; j++) {
      x[j] *= scale[j];
    }
  }

  @Override
  public void applyTranspose(double[][] y, double[][] x, int count) {
    Require.products(x, columns(), y, rows(), count);
    base.applyTranspose(y, x, count);
    for (int b = 0; b < count; b++) {
      for (int j = 0; j < scale.length; j++) {
        x[b][j] *= scale[j];
      }
    }
  }

  @Override
  public void column(int j, double[] out) {
    Require.column(j, columns(), out, rows());
    base.column(j, out);
    for (int i = 0; i < rows(); i++) {
      out[i] *= scale[j];
    }
  }

  @Override
  public void gramColumn(int j, double[] out) {
    Require.gramColumn(j, columns(), out);
    base.gramColumn(j, out);
    for (int i = 0; i < scale.length; i++) {
      // One factor at a time: their product may leave the range of a double.
      out[i] = out[i] * scale[i] * scale[j];
    }
  }

  @Override
  public PackedVector packedColumn(int j) {
    return base.packedColumn(j).scaled(scale[j], rows());
  }

  @Override
  public PackedVector packedGramColumn(int j) {
    return base.packedGramColumn(j).scaled(scale, scale[j]);
  }

  @Override
  public double[] columnNorms() {
    double[] norms = base.columnNorms();
    for (int j = 0; j < norms.length; j++) {
      norms[j] *= Math.abs(scale[j]);
    }
    return norms;
  }

  @Override
  public Optional<double[]> columnEnergies(double[] weights) {
    Optional<double[]> energies = base.columnEnergies(weights);
    energies.ifPresent(
        all -> {
          for (int j = 0; j < all.length; j++) {
            all[j] *= scale[j] * scale[j];
          }
        });
    return energies;
  }

  @Override
  public long productCost() {
    return base.productCost();
  }

  @Override
  public long gramColumnCost() {
    return base.gramColumnCost();
  }

  /** {@inheritDoc} Where all factors are one above 0, from the whitening of the base. */
  @Override
  public Whitening whitening() {
    double factor = scale.length == 0 ? 0 : scale[0];
    return !(factor > 0) || Arrays.stream(scale).anyMatch(s -> s != factor)
        ? LinearOperator.super.whitening()
        : new ScaledWhitening(base.whitening(), factor);
  }

  /** {@inheritDoc} One view with the products of the factors, as long as these are finite. */
  @Override
  public LinearOperator scaleColumns(double[] factors) {
    return product(checked(factors, scale.length), scale)
        .<LinearOperator>map(product -> new ScaledColumns(base, product))
        .orElseGet(() -> new ScaledColumns(this, factors));
  }

  /** The products of factors in pairs; empty where one would leave the range of a double. */
  public static Optional<double[]> product(double[] factors, double[] others) {
    double[] product = factors.clone();
    for (int j = 0; j < product.length; j++) {
      product[j] *= others[j];
      if (!Double.isFinite(product[j]) || Math.abs(product[j]) < Double.MIN_NORMAL) {
        return Optional.empty();
      }
    }
    return Optional.of(product);
  }
}
