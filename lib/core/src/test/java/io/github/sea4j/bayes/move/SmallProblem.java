package io.github.sea4j.bayes.move;

import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.operator.LinearOperator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Problems small enough to count all supports, with noise so strong that many of them matter.
 *
 * @param name of the family
 * @param a columns of unit norm, by rows
 * @param scale amplitude of a coefficient 1, for each column
 */
public record SmallProblem(String name, double[][] a, double[] y, double[] scale) {

  /** One of each family. */
  public static List<SmallProblem> families() {
    return List.of(blur(), truncatedBlur(), gaussian(), correlated(), copies());
  }

  /** Blurred spikes, circular. */
  public static SmallProblem blur() {
    return of("blur", blurred(10, 1.2, true), new double[10], 1);
  }

  /** Blurred spikes with fewer neighbours at the borders than within. */
  public static SmallProblem truncatedBlur() {
    return of("truncated blur", blurred(10, 0.9, false), new double[10], 6);
  }

  /** Independent Gaussian columns of different norms. */
  public static SmallProblem gaussian() {
    double[] scale = IntStream.range(0, 9).mapToDouble(j -> 0.5 + 0.25 * j).toArray();
    return of("gaussian", random(6, 9, 0), scale, 2);
  }

  /** Neighbouring columns alike. */
  public static SmallProblem correlated() {
    return of("correlated", random(8, 9, 0.9), new double[9], 3);
  }

  /** Two columns the same, and one their opposite. */
  public static SmallProblem copies() {
    double[][] a = random(6, 8, 0);
    for (double[] row : a) {
      row[3] = row[1];
      row[6] = -row[1];
    }
    return of("copies", a, new double[8], 4);
  }

  private static SmallProblem of(String name, double[][] raw, double[] scale, long seed) {
    int n = scale.length;
    double[][] a = new double[raw.length][n];
    for (int j = 0; j < n; j++) {
      scale[j] = scale[j] == 0 ? 1 : scale[j];
      double squared = 0;
      for (double[] row : raw) {
        squared += row[j] * row[j];
      }
      for (int i = 0; i < raw.length; i++) {
        a[i][j] = raw[i][j] / Math.sqrt(squared);
      }
    }
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(100 + seed);
    ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(random);
    double[] x = new double[n];
    x[1] = 1.2 * scale[1];
    x[2] = -0.9 * scale[2];
    x[n - 1] = scale[n - 1];
    double[] y = new double[raw.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = Vectors.dot(a[i], x) + 0.3 * gaussian.sample();
    }
    return new SmallProblem(name, a, y, scale);
  }

  private static double[][] blurred(int n, double deviation, boolean circular) {
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double apart = Math.abs(i - j);
        apart = circular ? Math.min(apart, n - apart) : apart;
        a[i][j] = Math.exp(-0.5 * apart * apart / (deviation * deviation));
      }
    }
    return a;
  }

  private static double[][] random(int m, int n, double correlation) {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(7);
    ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(random);
    double[][] a = new double[m][n];
    for (double[] row : a) {
      for (int j = 0; j < n; j++) {
        double fresh = gaussian.sample();
        row[j] =
            j == 0
                ? fresh
                : correlation * row[j - 1] + Math.sqrt(1 - correlation * correlation) * fresh;
      }
    }
    return a;
  }

  /** A. */
  public LinearOperator operator() {
    return DenseOperator.of(a);
  }

  /** A state without spikes. */
  public Spikes empty(int capacity) {
    double[] correlations = new double[scale.length];
    operator().applyTranspose(y, correlations);
    return new Spikes(
        new Neighbourhoods(operator(), () -> false), correlations, Vectors.dot(y, y), capacity);
  }

  @Override
  public String toString() {
    return name;
  }
}
