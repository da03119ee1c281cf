package io.github.sea4j.instance;

/** A family of random problems with known truth; the seed alone decides the instance. */
public interface InstanceGenerator {

  /** Number of rows, m. */
  int rows();

  /** Number of columns, n. */
  int columns();

  /**
   * Draws one instance.
   *
   * @param sparsity k, the number of non-zeros of the truth, 1 to min(m, n)
   * @param seed any number; the same seed gives the same instance, bit for bit
   */
  Instance instance(int sparsity, long seed);

  /**
   * The same family with Gaussian noise added to the measurements, scaled to {@code 20 log10(||A
   * x*|| / ||e||) = decibel}. The seed decides matrix, support and amplitudes as before.
   *
   * @param decibel signal-to-noise ratio; positive infinity for no noise
   */
  InstanceGenerator withSignalToNoise(double decibel);
}
