package io.github.sea4j.operator.image;

import io.github.sea4j.linalg.ImageFourier;
import io.github.sea4j.linalg.OrthogonalRows;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.Whitening;
import io.github.sea4j.operator.transform.FourierTransform;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * The whitening of a circular convolution of images, diagonal in the Fourier domain: the
 * convolution whose spectrum is {@code H / sqrt(|H|² + tau²)}. O(n log n) for each tau and each y.
 */
final class ImageWhitening implements Whitening {

  /** Of the largest modulus: below, a frequency carries nothing of A. */
  private static final double NOTHING = 1e-15;

  private final int height;
  private final int width;
  private final double[] first;
  private final FourierTransform transform;

  /** |H|² at the rows of the transform. */
  private final double[] squares;

  private final double least;

  /**
   * @param first the column that belongs to the pixel (0, 0)
   */
  ImageWhitening(int height, int width, double[] first) {
    this.height = height;
    this.width = width;
    this.first = first;
    this.transform = FourierTransform.of(height, width);
    double[][] moduli = ImageFourier.squaredModuli(new ImageFourier(height, width).forward(first));
    this.squares = new double[height * width];
    for (int i = 0; i < squares.length; i++) {
      int place = i % width < moduli.length ? i : transform.mirror(i);
      squares[i] = moduli[place % width][place / width];
    }
    this.least = NOTHING * NOTHING * Vectors.largestMagnitude(squares);
  }

  @Override
  public LinearOperator operator(double tau) {
    return convolution(whitened(first, tau));
  }

  /** The convolution with this column at the pixel (0, 0). */
  private LinearOperator convolution(double[] column) {
    double[][] kernel = new double[height][];
    Arrays.setAll(kernel, r -> Arrays.copyOfRange(column, r * width, (r + 1) * width));
    return ImageConvolution.circular(height, width, kernel, 0, 0);
  }

  @Override
  public double[] measurements(double[] y, double tau) {
    return whitened(y, tau);
  }

  private double[] whitened(double[] image, double tau) {
    Whitening.checked(tau);
    return filtered(image, square -> square <= least ? 0 : 1 / Math.sqrt(square + tau * tau));
  }

  @Override
  public double ridgeResidualNorm(double[] y, double tau) {
    Whitening.checked(tau);
    return Vectors.norm(
        filtered(y, square -> square <= least ? 1 : tau * tau / (square + tau * tau)));
  }

  /** Multiplies each frequency by a function of its |H|². */
  private double[] filtered(double[] image, DoubleUnaryOperator factor) {
    double[] coefficients = new double[image.length];
    double[] filtered = new double[image.length];
    transform.apply(image, coefficients);
    for (int i = 0; i < coefficients.length; i++) {
      coefficients[i] *= factor.applyAsDouble(squares[i]);
    }
    transform.applyTranspose(coefficients, filtered);
    return filtered;
  }

  @Override
  public OrthogonalRows orthogonalRows() {
    return new Rows();
  }

  /** {@code C = diag(|H|) F} for the Fourier transform F in real form. */
  private final class Rows implements OrthogonalRows {

    private final int[] kept =
        IntStream.range(0, squares.length).filter(i -> squares[i] > least).toArray();

    @Override
    public int columns() {
      return squares.length;
    }

    @Override
    public double[] squares() {
      return Vectors.gather(squares, kept);
    }

    /** {@inheritDoc} {@code F A'y} holds the conjugate of H times the spectrum of y. */
    @Override
    public double[] rotated(double[] y) {
      double[] back = new double[y.length];
      convolution(first).applyTranspose(y, back);
      double[] coefficients = new double[y.length];
      transform.apply(back, coefficients);
      return Arrays.stream(kept)
          .mapToDouble(i -> coefficients[i] / Math.sqrt(squares[i]))
          .toArray();
    }

    @Override
    public void apply(double[][] x, int count, double[][] c) {
      double[] coefficients = new double[squares.length];
      for (int b = 0; b < count; b++) {
        transform.apply(x[b], coefficients);
        for (int i = 0; i < kept.length; i++) {
          c[b][i] = Math.sqrt(squares[kept[i]]) * coefficients[kept[i]];
        }
      }
    }

    @Override
    public void addTranspose(double[][] c, int count, double[][] x) {
      double[] image = new double[squares.length];
      for (int b = 0; b < count; b++) {
        double[] coefficients = new double[squares.length];
        for (int i = 0; i < kept.length; i++) {
          coefficients[kept[i]] = Math.sqrt(squares[kept[i]]) * c[b][i];
        }
        transform.applyTranspose(coefficients, image);
        Vectors.axpy(1, image, x[b]);
      }
    }
  }
}
