package io.github.sea4j.operator;

import io.github.sea4j.linalg.RealFourier;
import io.github.sea4j.linalg.Vectors;

/**
 * The whitening of a circular convolution, diagonal in the Fourier domain: the convolution whose
 * spectrum is {@code H / sqrt(|H|² + tau²)}. O(n log n) for each tau and each y.
 */
final class ConvolutionWhitening implements Whitening {

  /** Of the largest modulus: below, a frequency carries nothing of A. */
  private static final double NOTHING = 1e-15;

  private final int n;
  private final RealFourier transform;

  /** H, in the packing of JTransforms. */
  private final double[] spectrum;

  /** |H|², at the places of the real and the imaginary parts. */
  private final double[] squares;

  private final double least;

  /**
   * @param column the column that belongs to position 0, n entries
   */
  ConvolutionWhitening(double[] column) {
    this.n = column.length;
    this.transform = new RealFourier(n);
    this.spectrum = column.clone();
    transform.forward(spectrum);
    this.squares = FourierFilter.squaredModuli(spectrum);
    double largest = 0;
    for (double square : squares) {
      largest = Math.max(largest, square);
    }
    this.least = NOTHING * NOTHING * largest;
  }

  @Override
  public LinearOperator operator(double tau) {
    double[] kernel = filtered(spectrum.clone(), tau);
    return ConvolutionOperator.circular(n, kernel, 0);
  }

  @Override
  public double[] measurements(double[] y, double tau) {
    double[] transformed = y.clone();
    transform.forward(transformed);
    return filtered(transformed, tau);
  }

  @Override
  public double ridgeResidualNorm(double[] y, double tau) {
    Whitening.checked(tau);
    double[] residual = y.clone();
    transform.forward(residual);
    for (int p = 0; p < n; p++) {
      residual[p] *= squares[p] <= least ? 1 : tau * tau / (squares[p] + tau * tau);
    }
    transform.inverse(residual);
    return Vectors.norm(residual);
  }

  private double[] filtered(double[] transformed, double tau) {
    Whitening.checked(tau);
    for (int p = 0; p < n; p++) {
      transformed[p] *= squares[p] <= least ? 0 : 1 / Math.sqrt(squares[p] + tau * tau);
    }
    transform.inverse(transformed);
    return transformed;
  }
}
