package io.github.sea4j.instance;

/**
 * The sampled Gaussian {@code h[d] = exp(-d^2 / (2 s^2))}, d = -r..r, with peak 1.
 *
 * <p>It is cut where it falls below {@value #CUT} of its peak: far under the rounding of any sum
 * that it takes part in.
 */
public final class GaussianKernel {

  /** Entries below this are left out. */
  static final double CUT = 1e-22;

  /** Keeps the kernel below 2^31 entries with room to spare. */
  private static final double LARGEST_DEVIATION = 1e7;

  private GaussianKernel() {}

  /**
   * The kernel, of odd length {@code 2 r + 1} with its centre at index r; about 20 entries for each
   * unit of standard deviation.
   *
   * @param standardDeviation s, in samples; above 0, at most 1e7
   * @throws IllegalArgumentException if the standard deviation is out of range
   */
  public static double[] of(double standardDeviation) {
    if (!(standardDeviation > 0 && standardDeviation <= LARGEST_DEVIATION)) {
      throw new IllegalArgumentException(
          "standardDeviation must be above 0 and at most %s, but is %s"
              .formatted(LARGEST_DEVIATION, standardDeviation));
    }
    int radius = (int) (standardDeviation * Math.sqrt(-2 * StrictMath.log(CUT)));
    double[] kernel = new double[2 * radius + 1];
    for (int d = 0; d <= radius; d++) {
      double z = d / standardDeviation;
      // StrictMath: the same bits on every platform.
      kernel[radius + d] = StrictMath.exp(-0.5 * z * z);
      kernel[radius - d] = kernel[radius + d];
    }
    return kernel;
  }
}
