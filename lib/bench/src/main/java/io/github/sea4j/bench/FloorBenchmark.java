package io.github.sea4j.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The least that an iteration of SEA does, without any least squares: the gradient from k dense
 * Gram columns, one update of X, the k largest entries of X, for n = 500. Plain loops, none of them
 * from the core.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FloorBenchmark {

  private static final int N = 500;

  /** Number of Gram columns in a gradient, and of entries to select. */
  @Param({"10", "20", "50"})
  public int sparsity;

  private double[][] gram = {};
  private double[] coefficients = {};
  private final double[] gradient = new double[N];
  private final double[] vector = new double[N];
  private final int[] pool = new int[N];
  private double bound;

  /** Draws Gram columns and coefficients. */
  @Setup(Level.Trial)
  public void draw() {
    SplittableRandom random = new SplittableRandom(1);
    gram = new double[sparsity][];
    for (int i = 0; i < sparsity; i++) {
      gram[i] = random.doubles(N, -1, 1).toArray();
    }
    coefficients = random.doubles(sparsity, -1, 1).toArray();
    System.arraycopy(random.doubles(N, -1, 1).toArray(), 0, vector, 0, N);
  }

  /** One iteration; X swings between two points, so that the selection has something to do. */
  @Benchmark
  public int seaIteration() {
    gradient();
    update();
    return select();
  }

  private void gradient() {
    double[] g = gradient;
    Arrays.fill(g, 0);
    int i = 0;
    for (; i + 3 < gram.length; i += 4) {
      addFour(g, i);
    }
    for (; i < gram.length; i++) {
      double[] column = gram[i];
      double x = coefficients[i];
      for (int j = 0; j < N; j++) {
        g[j] += x * column[j];
      }
    }
  }

  private void addFour(double[] g, int i) {
    double[] g0 = gram[i];
    double[] g1 = gram[i + 1];
    double[] g2 = gram[i + 2];
    double[] g3 = gram[i + 3];
    double x0 = coefficients[i];
    double x1 = coefficients[i + 1];
    double x2 = coefficients[i + 2];
    double x3 = coefficients[i + 3];
    for (int j = 0; j < N; j++) {
      g[j] += (x0 * g0[j] + x1 * g1[j]) + (x2 * g2[j] + x3 * g3[j]);
    }
  }

  private void update() {
    for (int j = 0; j < N; j++) {
      vector[j] -= 1e-4 * gradient[j];
    }
    for (int i = 0; i < coefficients.length; i++) {
      coefficients[i] = -coefficients[i];
    }
  }

  /** One scan against the bound of the last selection; the few too many or too few move it. */
  private int select() {
    int size = 0;
    for (int j = 0; j < N; j++) {
      pool[size] = j;
      size += Math.abs(vector[j]) >= bound ? 1 : 0;
    }
    bound *= size > sparsity ? 1.001 : 0.999;
    return size;
  }
}
