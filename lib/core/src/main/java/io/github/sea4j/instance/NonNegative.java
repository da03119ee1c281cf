package io.github.sea4j.instance;

/**
 * The instances of another family, told to be non-negative: their problems have coefficients that
 * are at least 0. All else is the same, bit for bit.
 *
 * @param free the other family, whose truths must be non-negative
 */
public record NonNegative(InstanceGenerator free) implements InstanceGenerator {

  @Override
  public int rows() {
    return free.rows();
  }

  @Override
  public int columns() {
    return free.columns();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the truth has a negative coefficient
   */
  @Override
  public Instance instance(int sparsity, long seed) {
    Instance instance = free.instance(sparsity, seed);
    for (double value : instance.truth().toDense()) {
      if (value < 0) {
        throw new IllegalArgumentException(
            "amplitudes must be at least 0 to be told so, but one of %s is %s"
                .formatted(free, value));
      }
    }
    return new Instance(
        instance.problem().withNonNegative(),
        instance.truth(),
        instance.noiseNorm(),
        instance.description() + ", told to be non-negative");
  }

  @Override
  public NonNegative withSignalToNoise(double decibel) {
    return new NonNegative(free.withSignalToNoise(decibel));
  }

  @Override
  public String toString() {
    return free + ", told to be non-negative";
  }
}
