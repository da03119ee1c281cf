package io.github.sea4j.operator.image;

import io.github.sea4j.check.Require;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.ConvolutionOperator;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.Whitening;
import io.github.sea4j.operator.transform.SeparableColumns;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/**
 * The Kronecker product of two operators, which acts on images: D along every column and E along
 * every row, {@code Y = D X E'}.
 *
 * <pre>{@code
 * double[] g = GaussianKernel.of(3);                          // a blur of 256 x 256 pixels
 * var blur = ConvolutionOperator.circular(256, g, g.length / 2);
 * var operator = KroneckerOperator.of(blur, blur);
 * }</pre>
 *
 * <p>Pixels are in row-major order. For D of p x q and E of s x t the unknowns are an image of q
 * rows and t columns, the measurements one of p rows and s columns. A product costs q products with
 * E and s with D; columns, Gram columns, norms and the spectral norm come from those of the
 * factors.
 */
public final class KroneckerOperator implements SeparableColumns {

  /**
   * Gram columns leave out inner products of columns whose cosine is below this: far under the
   * rounding of any sum that they take part in, they would only fill memory.
   */
  private static final double NEGLIGIBLE = 1e-22;

  private final LinearOperator down;
  private final LinearOperator across;
  private final double[] downNorms;
  private final double[] acrossNorms;

  private KroneckerOperator(LinearOperator down, LinearOperator across) {
    this.down = down;
    this.across = across;
    this.downNorms = down.columnNorms();
    this.acrossNorms = across.columnNorms();
  }

  /**
   * {@code down (x) across}.
   *
   * @param down D, acts on each column of the image
   * @param across E, acts on each row of the image
   * @throws IllegalArgumentException if an image would have more than 2^31 - 1 pixels
   */
  public static KroneckerOperator of(LinearOperator down, LinearOperator across) {
    long largest =
        Math.max(
            (long) down.rows() * across.rows(),
            Math.max(
                (long) down.columns() * across.columns(), (long) down.columns() * across.rows()));
    if (largest > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "images must have at most %d pixels, but %s and %s make one of %d"
              .formatted(Integer.MAX_VALUE, down, across, largest));
    }
    return new KroneckerOperator(down, across);
  }

  @Override
  public int rows() {
    return down.rows() * across.rows();
  }

  @Override
  public int columns() {
    return down.columns() * across.columns();
  }

  @Override
  public long productCost() {
    return down.columns() * across.productCost() + across.rows() * down.productCost();
  }

  @Override
  public long gramColumnCost() {
    return columns();
  }

  /** A factor, or the transpose of one, as vectors of so many entries meet it. */
  private record Factor(BiConsumer<double[], double[]> product, int from, int to) {}

  @Override
  public void apply(double[] x, double[] y) {
    Require.product(x, columns(), y, rows());
    multiply(
        new Factor(down::apply, down.columns(), down.rows()),
        new Factor(across::apply, across.columns(), across.rows()),
        x,
        y);
  }

  @Override
  public void applyTranspose(double[] y, double[] x) {
    Require.product(x, columns(), y, rows());
    multiply(
        new Factor(down::applyTranspose, down.rows(), down.columns()),
        new Factor(across::applyTranspose, across.rows(), across.columns()),
        y,
        x);
  }

  private static void multiply(Factor down, Factor across, double[] in, double[] out) {
    double[][] turned = new double[across.to][down.from];
    double[] line = new double[across.from];
    double[] image = new double[across.to];
    for (int r = 0; r < down.from; r++) {
      System.arraycopy(in, r * across.from, line, 0, across.from);
      across.product.accept(line, image);
      for (int c = 0; c < across.to; c++) {
        turned[c][r] = image[c];
      }
    }
    double[] column = new double[down.to];
    for (int c = 0; c < across.to; c++) {
      down.product.accept(turned[c], column);
      for (int r = 0, p = c; r < down.to; r++, p += across.to) {
        out[p] = column[r];
      }
    }
  }

  @Override
  public void column(int j, double[] out) {
    Require.column(j, columns(), out, rows());
    double[] f = new double[down.rows()];
    double[] g = new double[across.rows()];
    down.column(downOf(j), f);
    across.column(acrossOf(j), g);
    for (int r = 0; r < f.length; r++) {
      for (int c = 0; c < g.length; c++) {
        out[r * g.length + c] = f[r] * g[c];
      }
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>From two Gram columns of the factors. Inner products of columns whose cosine is below 1e-22
   * are written as 0.
   */
  @Override
  public void gramColumn(int j, double[] out) {
    Require.gramColumn(j, columns(), out);
    double[] f = new double[down.columns()];
    double[] g = new double[across.columns()];
    down.gramColumn(downOf(j), f);
    across.gramColumn(acrossOf(j), g);
    double[] cosines = new double[g.length];
    for (int c = 0; c < g.length; c++) {
      cosines[c] = Math.abs(g[c]) / acrossNorms[c] / acrossNorms[acrossOf(j)];
    }
    for (int r = 0; r < f.length; r++) {
      double cosine = Math.abs(f[r]) / downNorms[r] / downNorms[downOf(j)];
      for (int c = 0; c < g.length; c++) {
        out[r * g.length + c] = cosine * cosines[c] >= NEGLIGIBLE ? f[r] * g[c] : 0;
      }
    }
  }

  @Override
  public double[] columnNorms() {
    double[] norms = new double[columns()];
    for (int j = 0; j < norms.length; j++) {
      norms[j] = downNorms[downOf(j)] * acrossNorms[acrossOf(j)];
    }
    return norms;
  }

  @Override
  public Optional<double[]> columnEnergies(double[] weights) {
    return Optional.of(SeparableColumns.energies(this, down(), across(), weights));
  }

  /** {@inheritDoc} The product of the norms of the factors. */
  @Override
  public double norm(BooleanSupplier giveUp) {
    return down.norm(giveUp) * across.norm(giveUp);
  }

  /** {@inheritDoc} Of two circular convolutions in the Fourier domain, O(n log n). */
  @Override
  public Whitening whitening() {
    if (!isCircular(down) || !isCircular(across)) {
      return SeparableColumns.super.whitening();
    }
    double[] first = new double[rows()];
    column(0, first);
    return new ImageWhitening(down.rows(), across.rows(), first);
  }

  private static boolean isCircular(LinearOperator factor) {
    return factor instanceof ConvolutionOperator convolution && convolution.isCircular();
  }

  /** {@inheritDoc} Equal factors scale one of the two operators. */
  @Override
  public LinearOperator scaleColumns(double[] scale) {
    LinearOperator view = SeparableColumns.super.scaleColumns(scale);
    if (Arrays.stream(scale).anyMatch(s -> s != scale[0])) {
      return view;
    }
    double[] equal = new double[across.columns()];
    Arrays.fill(equal, scale[0]);
    KroneckerOperator scaled = of(down, across.scaleColumns(equal));
    return Vectors.firstNonFinite(scaled.acrossNorms) >= 0 ? view : scaled;
  }

  @Override
  public double[][] down() {
    return columnsOf(down);
  }

  @Override
  public double[][] across() {
    return columnsOf(across);
  }

  private static double[][] columnsOf(LinearOperator factor) {
    double[][] all = new double[factor.columns()][factor.rows()];
    for (int j = 0; j < all.length; j++) {
      factor.column(j, all[j]);
    }
    return all;
  }

  @Override
  public int downOf(int j) {
    return j / across.columns();
  }

  @Override
  public int acrossOf(int j) {
    return j % across.columns();
  }

  /** D. */
  public LinearOperator downFactor() {
    return down;
  }

  /** E. */
  public LinearOperator acrossFactor() {
    return across;
  }

  @Override
  public String toString() {
    return "%s (x) %s".formatted(down, across);
  }
}
