package io.github.sea4j.oracle;

import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.SparseVector;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A small problem as plain arrays, drawn by the JDK's generator and not by the library's.
 *
 * @param matrix m rows of n entries
 * @param measurements m entries
 * @param sparsity k
 * @param truth the sparse vector that the measurements were made from
 */
public record TestProblem(
    double[][] matrix, double[] measurements, int sparsity, SparseVector truth) {

  /** Gaussian entries of variance 1/m, columns stretched by factors from 1/4 to 4. */
  public static TestProblem gaussian(int m, int n, int k, double noise, long seed) {
    Random random = new Random(seed);
    double[] stretch = random.doubles(n).map(u -> Math.pow(4, 2 * u - 1)).toArray();
    double[][] matrix = new double[m][n];
    for (double[] row : matrix) {
      for (int j = 0; j < n; j++) {
        row[j] = random.nextGaussian() / Math.sqrt(m) * stretch[j];
      }
    }
    return measured(matrix, k, noise, random);
  }

  /** Circular convolution with a Gaussian kernel: square, coherent columns of unit norm. */
  public static TestProblem convolution(
      int n, double standardDeviation, int k, double noise, long seed) {
    return measured(convolutionMatrix(n, standardDeviation), k, noise, new Random(seed));
  }

  /** The n x n circulant matrix whose columns are a unit-norm Gaussian bump, shifted. */
  public static double[][] convolutionMatrix(int n, double standardDeviation) {
    double[] kernel = new double[n];
    for (int i = 0; i < n; i++) {
      double distance = Math.min(i, n - i) / standardDeviation;
      kernel[i] = Math.exp(-0.5 * distance * distance);
    }
    double norm = Math.sqrt(Arrays.stream(kernel).map(v -> v * v).sum());
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix[i][j] = kernel[Math.floorMod(i - j, n)] / norm;
      }
    }
    return matrix;
  }

  /** Amplitudes of either sign with modulus in [1, 2], in the scale of unit-norm columns. */
  private static TestProblem measured(double[][] matrix, int k, double noise, Random random) {
    int n = matrix[0].length;
    double[] norms = Dense.columnNorms(matrix);
    int[] order = IntStream.range(0, n).toArray();
    for (int i = 0; i < k; i++) {
      int other = i + random.nextInt(n - i);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    double[] x = new double[n];
    for (int i = 0; i < k; i++) {
      double amplitude = (1 + random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
      x[order[i]] = amplitude / norms[order[i]];
    }
    double[] y = Dense.apply(matrix, x);
    for (int i = 0; i < y.length; i++) {
      y[i] += noise * random.nextGaussian();
    }
    return new TestProblem(matrix, y, k, SparseVector.ofNonZeros(x));
  }

  /** What the library's solvers get. */
  public SparseProblem problem() {
    return SparseProblem.of(matrix, measurements, sparsity);
  }

  /** Number of columns, n. */
  public int columns() {
    return matrix[0].length;
  }
}
