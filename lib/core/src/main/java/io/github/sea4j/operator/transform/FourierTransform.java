package io.github.sea4j.operator.transform;

import io.github.sea4j.check.Require;
import io.github.sea4j.linalg.ImageFourier;
import java.util.Arrays;
import java.util.Optional;

/**
 * The orthonormal discrete Fourier transform of real signals and images in real form, by
 * JTransforms, O(n log n).
 *
 * <p>For an image of N = h w pixels, row {@code i = u w + v} belongs to the frequency (u, v), which
 * has a mirror image {@code (-u mod h, -v mod w)}. Of the two rows the first is {@code sqrt(2/N)
 * cos t} and the second {@code sqrt(2/N) sin t} of the phase {@code t = 2 pi (u r / h + v c / w)}
 * of the first; a frequency that is its own mirror image has the one row {@code sqrt(1/N) cos t}.
 * So a complex measurement at a frequency is the two rows i and {@link #mirror}{@code (i)}. A
 * signal of n samples is an image of one row: rows up to n/2 are cosines, the others sines of
 * {@code n - i}.
 */
public final class FourierTransform extends OrthonormalTransform {

  private final int height;
  private final int width;
  private final ImageFourier fourier;

  private FourierTransform(int height, int width) {
    super(Sizes.pixels(height, width));
    this.height = height;
    this.width = width;
    this.fourier = new ImageFourier(height, width);
  }

  /**
   * The transform of n samples.
   *
   * @param n at least 1
   */
  public static FourierTransform of(int n) {
    return new FourierTransform(1, Require.atLeast("n", n, 1));
  }

  /**
   * The transform of images, pixels in row-major order.
   *
   * @param height number of rows, at least 1
   * @param width number of columns, at least 1
   */
  public static FourierTransform of(int height, int width) {
    return new FourierTransform(height, width);
  }

  /** The row that belongs to the same frequency: its sine, its cosine, or the row itself. */
  public int mirror(int i) {
    int u = (height - i / width) % height;
    int v = (width - i % width) % width;
    return u * width + v;
  }

  @Override
  public void apply(double[] x, double[] y) {
    Require.product(x, columns(), y, rows());
    double[][] spectrum = fourier.forward(x);
    for (int v = 0; v < spectrum.length; v++) {
      for (int u = 0; u < height; u++) {
        int i = u * width + v;
        int mirror = mirror(i);
        double real = scale(i) * spectrum[v][2 * u];
        // The transform has exp(-it): its imaginary part is minus the sine, and that of the mirror
        // image the sine.
        double sine = scale(i) * spectrum[v][2 * u + 1] * (i < mirror ? -1 : 1);
        y[Math.min(i, mirror)] = real;
        if (i != mirror) {
          y[Math.max(i, mirror)] = sine;
        }
      }
    }
  }

  @Override
  public void applyTranspose(double[] y, double[] x) {
    Require.product(x, columns(), y, rows());
    double[][] spectrum = new double[width / 2 + 1][2 * height];
    for (int v = 0; v < spectrum.length; v++) {
      for (int u = 0; u < height; u++) {
        int i = u * width + v;
        int mirror = mirror(i);
        // The inverse divides by N and adds both frequencies of a pair.
        double factor = 1 / scale(i);
        spectrum[v][2 * u] = factor * y[Math.min(i, mirror)];
        if (i != mirror) {
          spectrum[v][2 * u + 1] = factor * y[Math.max(i, mirror)] * (i < mirror ? -1 : 1);
        }
      }
    }
    fourier.inverse(spectrum, x);
  }

  private double scale(int i) {
    return Math.sqrt((i == mirror(i) ? 1.0 : 2.0) / rows());
  }

  @Override
  public long productCost() {
    return Sizes.transformCost(rows());
  }

  /** {@inheritDoc} As {@code 2 cos² t = 1 + cos 2t}, by one transform. */
  @Override
  public Optional<double[]> columnEnergies(double[] weights) {
    double[] doubled = new double[rows()];
    double mean = 0;
    for (int i = 0; i < weights.length; i++) {
      int mirror = mirror(i);
      mean += weights[i] / rows();
      if (i < mirror) {
        int u = 2 * (i / width) % height;
        int v = 2 * (i % width) % width;
        doubled[u * width + v] += (weights[i] - weights[mirror]) / rows();
      }
    }
    double[][] cosines = fourier.forward(doubled);
    double[] energies = new double[rows()];
    Arrays.fill(energies, mean);
    for (int j = 0; j < energies.length; j++) {
      int pixel = j % width < cosines.length ? j : mirror(j);
      energies[j] += cosines[pixel % width][2 * (pixel / width)];
    }
    return Optional.of(energies);
  }

  @Override
  public String toString() {
    return "FourierTransform(%d x %d)".formatted(height, width);
  }
}
