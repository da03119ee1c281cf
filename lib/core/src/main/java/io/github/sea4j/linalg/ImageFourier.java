package io.github.sea4j.linalg;

import org.jtransforms.fft.DoubleFFT_1D;

/**
 * The discrete Fourier transform of real images of one size, pixels in row-major order: real
 * transforms of the rows, then complex ones of the columns, by JTransforms, on one thread whatever
 * its process-wide setting. Immutable, and safe for use by several threads at once.
 *
 * <p>For real images the frequencies (u, v) with {@code v <= width / 2} tell all. A spectrum is an
 * array for each of these v, with real and imaginary parts of u = 0, 1, ... in turn.
 */
public final class ImageFourier {

  private final int height;
  private final int width;
  private final RealFourier ofRows;
  private final DoubleFFT_1D ofColumns;

  /** A transform of images of this size, both sides at least 1. */
  public ImageFourier(int height, int width) {
    this.height = height;
    this.width = width;
    this.ofRows = new RealFourier(width);
    this.ofColumns = new DoubleFFT_1D(height);
  }

  /** The largest v of a spectrum. */
  private int last() {
    return width / 2;
  }

  /**
   * The spectrum of an image.
   *
   * @param image {@code height * width} pixels, read only
   * @return {@code width / 2 + 1} arrays of {@code 2 * height} numbers
   */
  public double[][] forward(double[] image) {
    double[][] spectrum = new double[last() + 1][2 * height];
    double[] row = new double[width];
    for (int r = 0; r < height; r++) {
      System.arraycopy(image, r * width, row, 0, width);
      ofRows.forward(row);
      for (int v = 0; v <= last(); v++) {
        spectrum[v][2 * r] = row[real(v)];
        spectrum[v][2 * r + 1] = hasImaginary(v) ? row[imaginary(v)] : 0;
      }
    }
    OneThread.run(
        height,
        () -> {
          for (double[] column : spectrum) {
            ofColumns.complexForward(column);
          }
        });
    return spectrum;
  }

  /**
   * The image of a spectrum.
   *
   * @param spectrum overwritten with anything
   * @param image {@code height * width} pixels, overwritten
   */
  public void inverse(double[][] spectrum, double[] image) {
    OneThread.run(
        height,
        () -> {
          for (double[] column : spectrum) {
            ofColumns.complexInverse(column, true);
          }
        });
    double[] row = new double[width];
    for (int r = 0; r < height; r++) {
      for (int v = 0; v <= last(); v++) {
        row[real(v)] = spectrum[v][2 * r];
        if (hasImaginary(v)) {
          row[imaginary(v)] = spectrum[v][2 * r + 1];
        }
      }
      ofRows.inverse(row);
      System.arraycopy(row, 0, image, r * width, width);
    }
  }

  /** Frequencies 0 and width/2 of a real row are real. */
  private boolean hasImaginary(int v) {
    return v > 0 && 2 * v < width;
  }

  private int real(int v) {
    return v > 0 && 2 * v == width ? 1 : 2 * v;
  }

  private int imaginary(int v) {
    return 2 * v + 1 < width ? 2 * v + 1 : 1;
  }

  /**
   * {@code W = W H}, or {@code W conj(H)}.
   *
   * @param w mutated
   * @param h of the same shape, read only
   */
  public static void times(double[][] w, double[][] h, boolean conjugate) {
    double sign = conjugate ? -1 : 1;
    for (int v = 0; v < w.length; v++) {
      double[] a = w[v];
      double[] b = h[v];
      for (int re = 0; re < a.length; re += 2) {
        double real = a[re] * b[re] - sign * a[re + 1] * b[re + 1];
        a[re + 1] = a[re + 1] * b[re] + sign * a[re] * b[re + 1];
        a[re] = real;
      }
    }
  }

  /** {@code |H|²} of a spectrum, an array for each v with an entry for each u. */
  public static double[][] squaredModuli(double[][] h) {
    double[][] squares = new double[h.length][];
    for (int v = 0; v < h.length; v++) {
      squares[v] = new double[h[v].length / 2];
      for (int u = 0; u < squares[v].length; u++) {
        double re = h[v][2 * u];
        double im = h[v][2 * u + 1];
        squares[v][u] = re * re + im * im;
      }
    }
    return squares;
  }
}
