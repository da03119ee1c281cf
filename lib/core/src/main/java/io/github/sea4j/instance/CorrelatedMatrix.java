package io.github.sea4j.instance;

import io.github.sea4j.check.Require;
import io.github.sea4j.operator.DenseOperator;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Instances whose rows are i.i.d. Gaussian with the Toeplitz covariance {@code rho^|i - j|}: each
 * row is a stationary first-order autoregression, {@code a[j] = rho a[j-1] + sqrt(1 - rho^2) g[j]}.
 *
 * <p>The "high-correlation" design of the best-subset literature. Immutable and thread-safe.
 */
public final class CorrelatedMatrix implements InstanceGenerator {

  private final int rows;
  private final int columns;
  private final double correlation;
  private final Measurement measurement;

  private CorrelatedMatrix(int rows, int columns, double correlation, Measurement measurement) {
    this.rows = rows;
    this.columns = columns;
    this.correlation = correlation;
    this.measurement = measurement;
  }

  /**
   * Noiseless instances of m rows and n columns, amplitudes uniform in [-2, -1] u [1, 2].
   *
   * @param m at least 1
   * @param n at least 1
   * @param correlation rho of neighbouring columns, strictly between -1 and 1
   */
  public static CorrelatedMatrix of(int m, int n, double correlation) {
    if (!(Math.abs(correlation) < 1)) {
      throw new IllegalArgumentException(
          "correlation must be strictly between -1 and 1, but is " + correlation);
    }
    return new CorrelatedMatrix(
        Require.atLeast("m", m, 1), Require.atLeast("n", n, 1), correlation, Measurement.NOISELESS);
  }

  /** The same family with another law of the non-zeros. */
  public CorrelatedMatrix withAmplitudes(Amplitudes law) {
    return new CorrelatedMatrix(rows, columns, correlation, measurement.withAmplitudes(law));
  }

  @Override
  public CorrelatedMatrix withSignalToNoise(double decibel) {
    return new CorrelatedMatrix(rows, columns, correlation, measurement.withSignalToNoise(decibel));
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public Instance instance(int sparsity, long seed) {
    UniformRandomProvider random = RandomStream.MATRIX.of(seed);
    double innovation = Math.sqrt((1 - correlation) * (1 + correlation));
    double[][] matrix = new double[rows][];
    for (int i = 0; i < rows; i++) {
      double[] row = Measurement.gaussians(random, columns);
      for (int j = 1; j < columns; j++) {
        row[j] = correlation * row[j - 1] + innovation * row[j];
      }
      matrix[i] = row;
    }
    return measurement.of(DenseOperator.of(matrix), sparsity, seed, toString());
  }

  @Override
  public String toString() {
    return "correlated matrix %d x %d, correlation %s"
        .formatted(rows, columns, Measurement.number(correlation));
  }
}
