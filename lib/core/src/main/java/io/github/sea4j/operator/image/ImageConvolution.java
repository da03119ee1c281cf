package io.github.sea4j.operator.image;

import io.github.sea4j.check.Require;
import io.github.sea4j.linalg.ImageFourier;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.Whitening;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * The convolution of images by any kernel h, {@code a_j[r, c] = h[r - r_j + r0, c - c_j + c0]} for
 * the centre (r0, c0) of the kernel and pixel j at (r_j, c_j).
 *
 * <p>Unknowns and measurements are the pixels of images of one size in row-major order: pixel (r,
 * c) of an image of w columns is entry {@code r w + c}. Either circular, where both sides wrap
 * around, or truncated, where what leaves the image is lost. No matrix is formed; a product is two
 * Fourier transforms, O(n log n). For separable kernels {@link KroneckerOperator} is faster and
 * keeps the relative accuracy of small results.
 */
public final class ImageConvolution implements LinearOperator {

  private final int height;
  private final int width;
  private final ImageKernel kernel;
  private final boolean circular;

  /** Of the image, with room for what crosses its borders where these do not wrap around. */
  private final ImageFourier fourier;

  private final int paddedHeight;
  private final int paddedWidth;
  private final double[][] spectrum;

  /** Inner products of the kernel with itself moved, wrapped around the padded image. */
  private final double[] autocorrelation;

  private ImageConvolution(int height, int width, ImageKernel kernel, boolean circular) {
    this.height = height;
    this.width = width;
    this.kernel = kernel;
    this.circular = circular;
    this.paddedHeight = circular ? height : fastLength(height + kernel.height() - 1);
    this.paddedWidth = circular ? width : fastLength(width + kernel.width() - 1);
    this.fourier = new ImageFourier(paddedHeight, paddedWidth);
    this.spectrum = fourier.forward(kernel.around(0, 0, paddedHeight, paddedWidth));
    this.autocorrelation = autocorrelation();
  }

  /**
   * Circular convolution. A kernel larger than the image is wrapped around, its overlapping entries
   * added.
   *
   * @param height number of rows of the images, at least 1
   * @param width number of columns of the images, at least 1
   * @param kernel h by rows, finite; copied
   * @param row r0, the row of the kernel that falls on the pixel
   * @param column c0, the column of the kernel that falls on the pixel
   * @throws IllegalArgumentException naming the argument, its value and the bound
   */
  public static ImageConvolution circular(
      int height, int width, double[][] kernel, int row, int column) {
    ImageKernel whole = ImageKernel.of(height, width, kernel, row, column);
    return new ImageConvolution(height, width, whole.wrapped(height, width), true);
  }

  /**
   * Truncated convolution: outside its image a signal is zero. The arguments are those of {@link
   * #circular}.
   */
  public static ImageConvolution truncated(
      int height, int width, double[][] kernel, int row, int column) {
    ImageKernel whole = ImageKernel.of(height, width, kernel, row, column);
    return new ImageConvolution(height, width, whole.reachable(height, width), false);
  }

  /** The next length that is a product of 2, 3 and 5. */
  private static int fastLength(int length) {
    for (int candidate = length; ; candidate++) {
      int rest = candidate;
      for (int factor : new int[] {2, 3, 5}) {
        while (rest % factor == 0) {
          rest /= factor;
        }
      }
      if (rest == 1) {
        return candidate;
      }
    }
  }

  private double[] autocorrelation() {
    double[][] squares = new double[spectrum.length][];
    for (int v = 0; v < squares.length; v++) {
      squares[v] = spectrum[v].clone();
    }
    ImageFourier.times(squares, spectrum, true);
    double[] lags = new double[paddedHeight * paddedWidth];
    fourier.inverse(squares, lags);
    for (int r = 0; r < paddedHeight; r++) {
      for (int c = 0; c < paddedWidth; c++) {
        if (!kernel.meets(r, paddedHeight, c, paddedWidth)) {
          // Of rounding alone.
          lags[r * paddedWidth + c] = 0;
        }
      }
    }
    return lags;
  }

  @Override
  public int rows() {
    return height * width;
  }

  @Override
  public int columns() {
    return height * width;
  }

  @Override
  public long productCost() {
    int n = paddedHeight * paddedWidth;
    return 4L * n * (Integer.SIZE - Integer.numberOfLeadingZeros(n));
  }

  @Override
  public long gramColumnCost() {
    return columns();
  }

  @Override
  public void apply(double[] x, double[] y) {
    Require.product(x, columns(), y, rows());
    filter(x, y, false);
  }

  @Override
  public void applyTranspose(double[] y, double[] x) {
    Require.product(x, columns(), y, rows());
    filter(y, x, true);
  }

  private void filter(double[] in, double[] out, boolean transposed) {
    double[][] transformed = fourier.forward(circular ? in : padded(in));
    ImageFourier.times(transformed, spectrum, transposed);
    if (circular) {
      fourier.inverse(transformed, out);
      return;
    }
    double[] padded = new double[paddedHeight * paddedWidth];
    fourier.inverse(transformed, padded);
    for (int r = 0; r < height; r++) {
      System.arraycopy(padded, r * paddedWidth, out, r * width, width);
    }
  }

  private double[] padded(double[] image) {
    double[] padded = new double[paddedHeight * paddedWidth];
    for (int r = 0; r < height; r++) {
      System.arraycopy(image, r * width, padded, r * paddedWidth, width);
    }
    return padded;
  }

  @Override
  public void column(int j, double[] out) {
    Require.column(j, columns(), out, rows());
    kernel.place(j / width, j % width, height, width, circular, out);
  }

  /**
   * {@inheritDoc}
   *
   * <p>The autocorrelation of the kernel, moved to j: O(n). Only a truncated column that has lost
   * entries costs a product.
   */
  @Override
  public void gramColumn(int j, double[] out) {
    Require.gramColumn(j, columns(), out);
    int row = j / width;
    int column = j % width;
    if (!circular && !kernel.isInside(row, column, height, width)) {
      LinearOperator.super.gramColumn(j, out);
      return;
    }
    for (int r = 0; r < height; r++) {
      int from = Math.floorMod(r - row, paddedHeight) * paddedWidth;
      for (int c = 0; c < width; c++) {
        out[r * width + c] = autocorrelation[from + Math.floorMod(c - column, paddedWidth)];
      }
    }
  }

  /** {@inheritDoc} Sums over what the borders leave of the kernel: O(n) for each of its rows. */
  @Override
  public double[] columnNorms() {
    double[] norms = new double[rows()];
    if (circular) {
      Arrays.fill(norms, kernel.norm());
    } else {
      kernel.truncatedNorms(height, width, norms);
    }
    return norms;
  }

  /** {@inheritDoc} Circular: the largest modulus of the kernel's Fourier transform. */
  @Override
  public double norm(BooleanSupplier giveUp) {
    if (!circular) {
      return LinearOperator.super.norm(giveUp);
    }
    double largest = 0;
    for (double[] column : ImageFourier.squaredModuli(spectrum)) {
      largest = Math.max(largest, Vectors.largestMagnitude(column));
    }
    return Math.sqrt(largest);
  }

  /** {@inheritDoc} Circular: in the Fourier domain, O(n log n). */
  @Override
  public Whitening whitening() {
    if (!circular) {
      return LinearOperator.super.whitening();
    }
    return new ImageWhitening(height, width, kernel.around(0, 0, height, width));
  }

  /** {@inheritDoc} Equal factors on a circular convolution give a circular convolution. */
  @Override
  public LinearOperator scaleColumns(double[] scale) {
    LinearOperator view = LinearOperator.super.scaleColumns(scale);
    if (!circular || Arrays.stream(scale).anyMatch(s -> s != scale[0])) {
      return view;
    }
    ImageKernel scaled = kernel.times(scale[0]);
    return scaled.isFinite() ? new ImageConvolution(height, width, scaled, true) : view;
  }

  @Override
  public String toString() {
    return "ImageConvolution(%d x %d, %s, kernel of %d x %d)"
        .formatted(
            height, width, circular ? "circular" : "truncated", kernel.height(), kernel.width());
  }
}
