package io.github.sea4j.oracle;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.simple.SimpleMatrix;

/** SEA with sampled supports line by line, with a pseudo-inverse and dense matrices. */
public final class TextbookSampledSea {

  private final double[][] a;
  private final double[] y;
  private final int k;
  private final UniformRandomProvider random;
  private final double[][] pseudoInverse;
  private final double[][] inverseGram;
  private double[] exploration;
  private double[] memory;
  private double mean = Double.NaN;

  /**
   * At X_0.
   *
   * @param a unit-norm columns
   */
  public TextbookSampledSea(double[][] a, double[] y, int k, UniformRandomProvider random) {
    this.a = a;
    this.y = y;
    this.k = k;
    this.random = random;
    SimpleMatrix matrix = new SimpleMatrix(a);
    this.pseudoInverse = matrix.pseudoInverse().toArray2();
    this.inverseGram = matrix.mult(matrix.transpose()).invert().toArray2();
    this.exploration = gradient(y);
    this.memory = y.clone();
  }

  /** {@code (n/m) A^+ r}. */
  private double[] gradient(double[] r) {
    double factor = (double) a[0].length / a.length;
    return Arrays.stream(Dense.apply(pseudoInverse, r)).map(v -> factor * v).toArray();
  }

  /** X_t; shared. */
  public double[] exploration() {
    return exploration;
  }

  /** One iteration. */
  public void step() {
    int n = a[0].length;
    int m = a.length;
    double tau = ((double) n / m - 1) * Dense.dot(memory, Dense.apply(inverseGram, memory)) / m;
    double[] score = new double[n];
    double[] perturbed = new double[n];
    for (int j = 0; j < n; j++) {
      score[j] = Math.abs(exploration[j]) * (Double.isNaN(mean) ? 1 : mean / tau);
      double u = ((random.nextLong() >>> 11) + 0.5) / (1L << 53);
      perturbed[j] = score[j] + Math.log(u / (1 - u));
    }
    double least = Arrays.stream(perturbed).min().orElseThrow();
    int[] support = Dense.largest(Arrays.stream(perturbed).map(v -> v - least).toArray(), k);
    double threshold = Arrays.stream(support).mapToDouble(j -> perturbed[j]).min().orElseThrow();

    double[] x = exploration;
    mean = Arrays.stream(support).mapToDouble(j -> Math.abs(x[j])).average().orElseThrow();
    double square = Arrays.stream(support).mapToDouble(j -> x[j] * x[j]).average().orElseThrow();
    double phi = Math.max(square - mean * mean - tau, 0.05 * mean * mean);
    double w = phi / (phi + tau);
    double[] estimate = new double[n];
    double slopes = w * k;
    for (int j = 0; j < n; j++) {
      double h = w * Math.abs(x[j]) + (1 - w) * mean;
      if (Arrays.binarySearch(support, j) >= 0) {
        estimate[j] = Math.signum(x[j]) * h;
      }
      double q = 1 / (1 + Math.exp(threshold - score[j]));
      slopes += q * (1 - q) * mean / tau * h;
    }
    double share = Math.min(0.95, slopes / n);
    double[] z = new double[n];
    for (int j = 0; j < n; j++) {
      z[j] = (estimate[j] - share * x[j]) / (1 - share);
    }
    double[] misfit = Dense.minus(y, Dense.apply(a, z));
    double[] gradient = gradient(misfit);
    double[] next = new double[n];
    for (int j = 0; j < n; j++) {
      next[j] = 0.9 * x[j] + 0.1 * (z[j] + gradient[j]);
    }
    exploration = next;
    memory = memory.clone();
    for (int i = 0; i < m; i++) {
      memory[i] = 0.9 * memory[i] + 0.1 * misfit[i];
    }
  }
}
