package io.github.sea4j.instance;

import io.github.sea4j.operator.ConvolutionOperator;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;

/**
 * Spike deconvolution: instances whose matrix is a convolution by a Gaussian, with columns of unit
 * norm, as in the paper's Figures 3 and 4.
 *
 * <p>The captions do not say how the paper treats the borders; circular is the default here. The
 * matrix does not depend on the seed and is never formed. Immutable and thread-safe.
 */
public final class Deconvolution implements InstanceGenerator {

  private final double standardDeviation;
  private final boolean circular;
  private final LinearOperator operator;
  private final Measurement measurement;

  private Deconvolution(
      double standardDeviation,
      boolean circular,
      LinearOperator operator,
      Measurement measurement) {
    this.standardDeviation = standardDeviation;
    this.circular = circular;
    this.operator = operator;
    this.measurement = measurement;
  }

  /**
   * Noiseless instances with circular borders, amplitudes uniform in [-2, -1] u [1, 2].
   *
   * @param n number of samples, at least 1
   * @param standardDeviation of the kernel, in samples; above 0, at most 1e7
   */
  public static Deconvolution gaussian(int n, double standardDeviation) {
    return of(n, standardDeviation, true, Measurement.NOISELESS);
  }

  private static Deconvolution of(int n, double deviation, boolean circular, Measurement law) {
    double[] kernel = GaussianKernel.of(deviation);
    int centre = kernel.length / 2;
    ConvolutionOperator convolution =
        circular
            ? ConvolutionOperator.circular(n, kernel, centre)
            : ConvolutionOperator.truncated(n, kernel, centre);
    double[] scale = Arrays.stream(convolution.columnNorms()).map(norm -> 1 / norm).toArray();
    return new Deconvolution(deviation, circular, convolution.scaleColumns(scale), law);
  }

  /** The same family with truncated borders: outside its n samples the signal is zero. */
  public Deconvolution truncated() {
    return of(columns(), standardDeviation, false, measurement);
  }

  /** The same family with another law of the non-zeros. */
  public Deconvolution withAmplitudes(Amplitudes law) {
    return with(measurement.withAmplitudes(law));
  }

  @Override
  public Deconvolution withSignalToNoise(double decibel) {
    return with(measurement.withSignalToNoise(decibel));
  }

  private Deconvolution with(Measurement changed) {
    return new Deconvolution(standardDeviation, circular, operator, changed);
  }

  @Override
  public int rows() {
    return operator.rows();
  }

  @Override
  public int columns() {
    return operator.columns();
  }

  @Override
  public Instance instance(int sparsity, long seed) {
    return measurement.of(operator, sparsity, seed, toString());
  }

  @Override
  public String toString() {
    return "deconvolution n=%d, std %s, %s"
        .formatted(
            columns(), Measurement.number(standardDeviation), circular ? "circular" : "truncated");
  }
}
