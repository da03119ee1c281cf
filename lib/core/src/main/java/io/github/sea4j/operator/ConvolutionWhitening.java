package io.github.sea4j.operator;

import io.github.sea4j.linalg.OrthogonalRows;
import io.github.sea4j.linalg.RealFourier;
import io.github.sea4j.linalg.Vectors;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

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
    this.least = NOTHING * NOTHING * Vectors.largestMagnitude(squares);
  }

  @Override
  public LinearOperator operator(double tau) {
    return ConvolutionOperator.circular(n, whitened(spectrum.clone(), tau), 0);
  }

  @Override
  public double[] measurements(double[] y, double tau) {
    return whitened(transformed(y), tau);
  }

  @Override
  public double ridgeResidualNorm(double[] y, double tau) {
    Whitening.checked(tau);
    return Vectors.norm(
        filtered(transformed(y), square -> square <= least ? 1 : tau * tau / (square + tau * tau)));
  }

  private double[] transformed(double[] y) {
    double[] transformed = y.clone();
    transform.forward(transformed);
    return transformed;
  }

  private double[] whitened(double[] transformed, double tau) {
    Whitening.checked(tau);
    return filtered(transformed, square -> square <= least ? 0 : 1 / Math.sqrt(square + tau * tau));
  }

  /** Multiplies each frequency by a function of its |H|², and transforms back, in place. */
  private double[] filtered(double[] transformed, DoubleUnaryOperator factor) {
    for (int p = 0; p < n; p++) {
      transformed[p] *= factor.applyAsDouble(squares[p]);
    }
    transform.inverse(transformed);
    return transformed;
  }

  @Override
  public OrthogonalRows orthogonalRows() {
    return new Rows();
  }

  /**
   * The rows are the cosines and sines of the frequencies, the scaled real Fourier transform F, and
   * {@code C = diag(|H|) F}. The rotation is {@code diag(conj(H) / |H|) F}, on real and imaginary
   * parts.
   */
  private final class Rows implements OrthogonalRows {

    private final int[] kept = IntStream.range(0, n).filter(p -> squares[p] > least).toArray();

    /** The frequencies 0 and n/2 have one row of norm 1, the others two of norm 1 together. */
    private double scale(int p) {
      boolean alone = p == 0 || (p == 1 && n % 2 == 0);
      return Math.sqrt((alone ? 1.0 : 2.0) / n);
    }

    @Override
    public int columns() {
      return n;
    }

    @Override
    public double[] squares() {
      return Vectors.gather(squares, kept);
    }

    @Override
    public double[] rotated(double[] y) {
      double[] transformed = transformed(y);
      FourierFilter.timesConjugate(transformed, spectrum);
      return Arrays.stream(kept)
          .mapToDouble(p -> scale(p) * transformed[p] / Math.sqrt(squares[p]))
          .toArray();
    }

    @Override
    public void apply(double[][] x, int count, double[][] c) {
      for (int b = 0; b < count; b++) {
        double[] transformed = transformed(x[b]);
        for (int i = 0; i < kept.length; i++) {
          int p = kept[i];
          c[b][i] = scale(p) * Math.sqrt(squares[p]) * transformed[p];
        }
      }
    }

    /** The inverse transform divides by n and counts the frequencies in between twice. */
    @Override
    public void addTranspose(double[][] c, int count, double[][] x) {
      for (int b = 0; b < count; b++) {
        double[] transformed = new double[n];
        for (int i = 0; i < kept.length; i++) {
          int p = kept[i];
          transformed[p] = Math.sqrt(squares[p]) / scale(p) * c[b][i];
        }
        transform.inverse(transformed);
        Vectors.axpy(1, transformed, x[b]);
      }
    }
  }
}
