package io.github.sea4j.operator.combine;

import io.github.sea4j.check.Require;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.SelectedRows;
import io.github.sea4j.operator.image.KroneckerOperator;
import io.github.sea4j.operator.transform.SeparableColumns;
import java.util.Arrays;
import java.util.Optional;

/**
 * The product of two operators, {@code A = L R}: a view that forms no matrix. A product costs one
 * with each of them.
 *
 * <p>With an orthonormal basis on the right it asks for sparsity in that basis: if an image is
 * {@code B'c} with few non-zeros in c, then {@code ProductOperator.of(L, B.inverse())} is what
 * measures c.
 */
public final class ProductOperator implements LinearOperator {

  private final LinearOperator left;
  private final LinearOperator right;

  private ProductOperator(LinearOperator left, LinearOperator right) {
    this.left = left;
    this.right = right;
  }

  /**
   * {@code L R}. Where L is a selection of rows, it is the same selection of rows of a product,
   * whose norms of columns may be cheap.
   *
   * @throws IllegalArgumentException if L has not as many columns as R has rows
   */
  public static LinearOperator of(LinearOperator left, LinearOperator right) {
    if (left.columns() != right.rows()) {
      throw new IllegalArgumentException(
          "left must have as many columns as right has rows, %d, but has %d"
              .formatted(right.rows(), left.columns()));
    }
    return left instanceof SelectedRows some
        ? new SelectedRows(of(some.base(), right), some.selected())
        : new ProductOperator(left, right);
  }

  @Override
  public int rows() {
    return left.rows();
  }

  @Override
  public int columns() {
    return right.columns();
  }

  @Override
  public long productCost() {
    return left.productCost() + right.productCost();
  }

  @Override
  public void apply(double[] x, double[] y) {
    Require.product(x, columns(), y, rows());
    double[] between = new double[right.rows()];
    right.apply(x, between);
    left.apply(between, y);
  }

  @Override
  public void applyTranspose(double[] y, double[] x) {
    Require.product(x, columns(), y, rows());
    double[] between = new double[right.rows()];
    left.applyTranspose(y, between);
    right.applyTranspose(between, x);
  }

  @Override
  public void column(int j, double[] out) {
    Require.column(j, columns(), out, rows());
    double[] between = new double[right.rows()];
    right.column(j, between);
    left.apply(between, out);
  }

  /**
   * {@inheritDoc} Known where L is a Kronecker product and the columns of R are images of rank one:
   * so are then those of the product.
   */
  @Override
  public Optional<double[]> columnEnergies(double[] weights) {
    if (left instanceof KroneckerOperator images && right instanceof SeparableColumns columns) {
      double[][] down = images(images.downFactor(), columns.down());
      double[][] across = images(images.acrossFactor(), columns.across());
      return Optional.of(SeparableColumns.energies(columns, down, across, weights));
    }
    return Optional.empty();
  }

  private static double[][] images(LinearOperator factor, double[][] vectors) {
    double[][] images = new double[vectors.length][factor.rows()];
    for (int i = 0; i < images.length; i++) {
      factor.apply(vectors[i], images[i]);
    }
    return images;
  }

  /** {@inheritDoc} From the energies of columns of rank one, otherwise by fetching every column. */
  @Override
  public double[] columnNorms() {
    Optional<double[]> energies = columnEnergies(Vectors.ones(rows()));
    if (energies.isEmpty() || !isInRange(energies.get())) {
      return LinearOperator.super.columnNorms();
    }
    return Arrays.stream(energies.get()).map(Math::sqrt).toArray();
  }

  /** Whether no square has left the range of a double. */
  private static boolean isInRange(double[] energies) {
    double largest = Vectors.largestMagnitude(energies);
    return largest < 1e280
        && Arrays.stream(energies).noneMatch(energy -> energy > 0 && energy < 1e-280);
  }

  @Override
  public String toString() {
    return "%s times %s".formatted(left, right);
  }
}
