package io.github.sea4j.instance;

import io.github.sea4j.operator.ConvolutionOperator;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.image.ImageConvolution;
import io.github.sea4j.operator.image.KroneckerOperator;
import io.github.sea4j.problem.SparseProblem;
import java.util.Arrays;

/**
 * Point sources in a blurred image: instances whose matrix is a convolution of images with columns
 * of unit norm, by a Gaussian or by a kernel of your own. The two-dimensional {@link
 * Deconvolution}.
 *
 * <pre>{@code
 * var field = PointSources.gaussian(256, 256, 2.0);
 * field.instance(300, 1);                          // 300 sources that are known
 * field.problem(image, 300);                       // an image of your own, by rows
 * }</pre>
 *
 * <p>Unknowns and measurements are pixels in row-major order: pixel (r, c) of an image of w columns
 * has index {@code r w + c}. Borders wrap around unless {@linkplain #truncated told otherwise}. The
 * matrix does not depend on the seed and is never formed. Immutable and thread-safe.
 */
public final class PointSources implements InstanceGenerator {

  private final Field field;
  private final UnitBlur blur;
  private final Measurement measurement;

  /** A blur, for borders that wrap around or do not. */
  private interface Blur {
    LinearOperator convolution(boolean circular);
  }

  /**
   * A blur and its borders.
   *
   * @param name of the kernel in descriptions, which must tell it from others
   */
  private record Field(int height, int width, String name, boolean circular, Blur blur) {

    LinearOperator convolution() {
      return blur.convolution(circular);
    }
  }

  private PointSources(Field field, Measurement measurement) {
    this(field, UnitBlur.of(field.convolution(), "pixel around its centre"), measurement);
  }

  private PointSources(Field field, UnitBlur blur, Measurement measurement) {
    this.field = field;
    this.blur = blur;
    this.measurement = measurement;
  }

  /**
   * Noiseless instances with borders that wrap around, amplitudes uniform in [-2, -1] u [1, 2].
   *
   * @param height number of rows, at least 1
   * @param width number of columns, at least 1
   * @param standardDeviation of the blur along both sides, in pixels; above 0, at most 1e7
   * @throws IllegalArgumentException naming the argument, its value and the bound
   */
  public static PointSources gaussian(int height, int width, double standardDeviation) {
    double[] kernel = GaussianKernel.of(standardDeviation);
    Blur blur =
        circular ->
            KroneckerOperator.of(line(circular, height, kernel), line(circular, width, kernel));
    String name = "std " + Measurement.number(standardDeviation);
    return new PointSources(new Field(height, width, name, true, blur), Measurement.NOISELESS);
  }

  private static ConvolutionOperator line(boolean circular, int n, double[] kernel) {
    return circular
        ? ConvolutionOperator.circular(n, kernel, kernel.length / 2)
        : ConvolutionOperator.truncated(n, kernel, kernel.length / 2);
  }

  /**
   * The same by a kernel of your own.
   *
   * @param height number of rows, at least 1
   * @param width number of columns, at least 1
   * @param kernel what a source of height 1 looks like, by rows; finite; copied
   * @param row the row of the kernel that falls on the source
   * @param column the column of the kernel that falls on the source
   * @throws IllegalArgumentException naming the argument, its value and the bound
   */
  public static PointSources of(int height, int width, double[][] kernel, int row, int column) {
    double[][] own = Arrays.stream(kernel).map(double[]::clone).toArray(double[][]::new);
    String name =
        "kernel %08x of %d rows, centre (%d, %d)"
            .formatted(Arrays.deepHashCode(own), own.length, row, column);
    Blur blur =
        circular ->
            circular
                ? ImageConvolution.circular(height, width, own, row, column)
                : ImageConvolution.truncated(height, width, own, row, column);
    return new PointSources(new Field(height, width, name, true, blur), Measurement.NOISELESS);
  }

  /** The same family with truncated borders: light that leaves the image is lost. */
  public PointSources truncated() {
    return new PointSources(
        new Field(field.height, field.width, field.name, false, field.blur), measurement);
  }

  /**
   * An image of your own as a problem: up to k copies of the kernel, moved and scaled. Its
   * coefficients are multiples of the kernel as it was given, not of one with unit norm.
   *
   * @param image by rows, of the size of this field
   * @param sparsity k, 1 to the number of pixels
   * @throws IllegalArgumentException naming the argument, its value and the bound
   */
  public SparseProblem problem(double[][] image, int sparsity) {
    if (image.length != field.height
        || Arrays.stream(image).anyMatch(line -> line.length != field.width)) {
      throw new IllegalArgumentException(
          "image must have %d rows of %d pixels, but has %d rows%s"
              .formatted(
                  field.height,
                  field.width,
                  image.length,
                  image.length == 0 ? "" : ", the first of %d".formatted(image[0].length)));
    }
    double[] pixels = Arrays.stream(image).flatMapToDouble(Arrays::stream).toArray();
    return SparseProblem.of(blur.convolution(), pixels, sparsity);
  }

  /** Number of rows of the image. */
  public int height() {
    return field.height;
  }

  /** Number of columns of the image. */
  public int width() {
    return field.width;
  }

  /** The same family with another law of the non-zeros. */
  public PointSources withAmplitudes(Amplitudes law) {
    return new PointSources(field, blur, measurement.withAmplitudes(law));
  }

  @Override
  public PointSources withSignalToNoise(double decibel) {
    return new PointSources(field, blur, measurement.withSignalToNoise(decibel));
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
    return "point sources %d x %d, %s, %s"
        .formatted(
            field.height, field.width, field.name, field.circular ? "circular" : "truncated");
  }
}
