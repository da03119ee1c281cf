package io.github.sea4j.instance;

import io.github.sea4j.operator.ConvolutionOperator;
import io.github.sea4j.problem.SparseProblem;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Spike deconvolution: instances whose matrix is a convolution with columns of unit norm, by a
 * Gaussian, as in the paper's Figures 3 and 4, or by a kernel of your own.
 *
 * <pre>{@code
 * var pulse = Deconvolution.of(y.length, kernel);  // the kernel's largest entry marks the spike
 * pulse.problem(y, 8);                             // measurements of your own: spikes in y
 * pulse.instance(8, 1);                            // or spikes that are known, to try solvers on
 * }</pre>
 *
 * <p>The captions do not say how the paper treats the borders; circular is the default here. The
 * matrix does not depend on the seed and is never formed. Immutable and thread-safe.
 */
public final class Deconvolution implements InstanceGenerator {

  private final Shape shape;
  private final UnitBlur blur;
  private final Measurement measurement;

  /**
   * A kernel and its borders.
   *
   * @param name of the kernel in descriptions, which must tell it from others
   */
  private record Shape(int n, double[] kernel, int centre, boolean circular, String name) {

    ConvolutionOperator convolution() {
      return circular
          ? ConvolutionOperator.circular(n, kernel, centre)
          : ConvolutionOperator.truncated(n, kernel, centre);
    }
  }

  private Deconvolution(Shape shape, Measurement measurement) {
    this(
        shape,
        UnitBlur.of(shape.convolution(), "sample around its centre " + shape.centre),
        measurement);
  }

  private Deconvolution(Shape shape, UnitBlur blur, Measurement measurement) {
    this.shape = shape;
    this.blur = blur;
    this.measurement = measurement;
  }

  /**
   * Noiseless instances with circular borders, amplitudes uniform in [-2, -1] u [1, 2].
   *
   * @param n number of samples, at least 1
   * @param standardDeviation of the kernel, in samples; above 0, at most 1e7
   */
  public static Deconvolution gaussian(int n, double standardDeviation) {
    double[] kernel = GaussianKernel.of(standardDeviation);
    String name = "std " + Measurement.number(standardDeviation);
    Shape shape = new Shape(n, kernel, kernel.length / 2, true, name);
    return new Deconvolution(shape, Measurement.NOISELESS);
  }

  /**
   * The same by a kernel of your own, whose centre is its largest entry in absolute value; of
   * equals the one in the middle, of an even number the left of the two.
   *
   * @param n number of samples, at least 1
   * @param kernel h, what a spike of height 1 looks like; finite, of any length; copied
   * @throws IllegalArgumentException if the kernel is empty, not finite or zero
   */
  public static Deconvolution of(int n, double[] kernel) {
    return of(n, kernel, centre(kernel));
  }

  /**
   * The same where the centre is known.
   *
   * @param centre the index in the kernel that falls on the spike, 0 for a pulse that begins there
   * @throws IllegalArgumentException also if the centre is no index of the kernel
   */
  public static Deconvolution of(int n, double[] kernel, int centre) {
    double[] own = kernel.clone();
    String name =
        "kernel %08x of %d, centre %d".formatted(Arrays.hashCode(own), own.length, centre);
    return new Deconvolution(new Shape(n, own, centre, true, name), Measurement.NOISELESS);
  }

  private static int centre(double[] kernel) {
    double largest = Arrays.stream(kernel).map(Math::abs).max().orElse(0);
    int[] places =
        IntStream.range(0, kernel.length).filter(i -> Math.abs(kernel[i]) == largest).toArray();
    return places.length == 0 ? 0 : places[(places.length - 1) / 2];
  }

  /** The same family with truncated borders: outside its n samples the signal is zero. */
  public Deconvolution truncated() {
    return new Deconvolution(
        new Shape(shape.n, shape.kernel, shape.centre, false, shape.name), measurement);
  }

  /**
   * Measurements of your own as a problem: y is up to k copies of the kernel, moved and scaled. Its
   * coefficients are multiples of the kernel as it was given, not of one with unit norm.
   *
   * @param y n measurements
   * @param sparsity k, 1 to n
   * @throws IllegalArgumentException naming the argument, its value and the bound
   */
  public SparseProblem problem(double[] y, int sparsity) {
    return SparseProblem.of(blur.convolution(), y, sparsity);
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
    return new Deconvolution(shape, blur, changed);
  }

  @Override
  public int rows() {
    return blur.convolution().rows();
  }

  @Override
  public int columns() {
    return blur.convolution().columns();
  }

  @Override
  public Instance instance(int sparsity, long seed) {
    return measurement.of(blur.unitColumns(), sparsity, seed, toString());
  }

  @Override
  public String toString() {
    return "deconvolution n=%d, %s, %s"
        .formatted(columns(), shape.name, shape.circular ? "circular" : "truncated");
  }
}
