package io.github.sea4j.instance;

import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.SparseVector;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * How a truth is drawn and measured, the part that all generators share: {@code y = A x* + e}.
 *
 * @param amplitudes law of the non-zeros
 * @param decibel {@code 20 log10(||A x*|| / ||e||)}, positive infinity for no noise
 */
record Measurement(Amplitudes amplitudes, double decibel) {

  /** The paper's amplitudes, without noise. */
  static final Measurement NOISELESS =
      new Measurement(Amplitudes.uniform(), Double.POSITIVE_INFINITY);

  Measurement {
    if (Double.isNaN(decibel) || decibel == Double.NEGATIVE_INFINITY) {
      throw new IllegalArgumentException(
          "decibel must be a number above minus infinity, but is " + decibel);
    }
  }

  Measurement withAmplitudes(Amplitudes law) {
    return new Measurement(law, decibel);
  }

  Measurement withSignalToNoise(double ratio) {
    return new Measurement(amplitudes, ratio);
  }

  /** Draws truth and noise for a matrix. */
  Instance of(LinearOperator operator, int sparsity, long seed, String matrix) {
    int bound = Math.min(operator.rows(), operator.columns());
    if (sparsity < 1 || sparsity > bound) {
      throw new IllegalArgumentException(
          "sparsity must be between 1 and min(rows, columns) = %d, but is %d"
              .formatted(bound, sparsity));
    }
    SparseVector truth = truth(operator.columns(), sparsity, seed);
    double[] y = new double[operator.rows()];
    operator.apply(truth.toDense(), y);
    double noiseNorm = addNoise(y, seed);
    return new Instance(
        SparseProblem.of(operator, y, sparsity),
        truth,
        noiseNorm,
        "%s, k=%d, seed %d, %s".formatted(matrix, sparsity, seed, noiseText()));
  }

  /**
   * A uniform k-subset with its amplitudes: the end of a random permutation, which grows at its
   * front with k. So one more non-zero adds a spike and moves none.
   */
  private SparseVector truth(int n, int sparsity, long seed) {
    int[] positions = new PermutationSampler(RandomStream.SUPPORT.of(seed), n, sparsity).sample();
    double[] values = amplitudes.sample(RandomStream.AMPLITUDES.of(seed), sparsity);
    double[] dense = new double[n];
    for (int i = 0; i < sparsity; i++) {
      dense[positions[sparsity - 1 - i]] = values[i];
    }
    return SparseVector.ofNonZeros(dense);
  }

  /** Adds Gaussian noise of exactly the asked norm, which it returns. */
  private double addNoise(double[] y, long seed) {
    if (decibel == Double.POSITIVE_INFINITY) {
      return 0;
    }
    double[] noise = gaussians(RandomStream.NOISE.of(seed), y.length);
    // StrictMath: the same bits on every platform.
    double norm = Vectors.norm(y) / StrictMath.pow(10, decibel / 20);
    if (!Double.isFinite(norm)) {
      throw new IllegalArgumentException(
          "decibel: a ratio of %s dB asks for noise that is not finite".formatted(decibel));
    }
    Vectors.scale(norm / Vectors.norm(noise), noise);
    Vectors.axpy(1, noise, y);
    return Vectors.norm(noise);
  }

  /** Independent standard Gaussians. */
  static double[] gaussians(UniformRandomProvider random, int count) {
    SharedStateContinuousSampler gaussian = ZigguratSampler.NormalizedGaussian.of(random);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = gaussian.sample();
    }
    return values;
  }

  private String noiseText() {
    return decibel == Double.POSITIVE_INFINITY ? "noiseless" : number(decibel) + " dB";
  }

  /** A number without a needless ".0". */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
