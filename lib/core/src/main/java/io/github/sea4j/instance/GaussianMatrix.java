package io.github.sea4j.instance;

import io.github.sea4j.check.Require;
import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.problem.SparseProblem;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Instances with an i.i.d. standard Gaussian matrix, as in the paper's phase transition (caption of
 * Figure 2).
 *
 * <p>The matrix is handed out as drawn, and so is the truth; solvers see columns of unit norm
 * through {@link SparseProblem#unitNorm()}. Immutable and thread-safe.
 */
public final class GaussianMatrix implements InstanceGenerator {

  private final int rows;
  private final int columns;
  private final Measurement measurement;

  private GaussianMatrix(int rows, int columns, Measurement measurement) {
    this.rows = rows;
    this.columns = columns;
    this.measurement = measurement;
  }

  /**
   * Noiseless instances of m rows and n columns, amplitudes uniform in [-2, -1] u [1, 2].
   *
   * @param m at least 1
   * @param n at least 1
   */
  public static GaussianMatrix of(int m, int n) {
    return new GaussianMatrix(
        Require.atLeast("m", m, 1), Require.atLeast("n", n, 1), Measurement.NOISELESS);
  }

  /** The same family with another law of the non-zeros. */
  public GaussianMatrix withAmplitudes(Amplitudes law) {
    return new GaussianMatrix(rows, columns, measurement.withAmplitudes(law));
  }

  @Override
  public GaussianMatrix withSignalToNoise(double decibel) {
    return new GaussianMatrix(rows, columns, measurement.withSignalToNoise(decibel));
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
    double[][] matrix = new double[rows][];
    for (int i = 0; i < rows; i++) {
      matrix[i] = Measurement.gaussians(random, columns);
    }
    return measurement.of(DenseOperator.of(matrix), sparsity, seed, toString());
  }

  @Override
  public String toString() {
    return "Gaussian matrix %d x %d".formatted(rows, columns);
  }
}
