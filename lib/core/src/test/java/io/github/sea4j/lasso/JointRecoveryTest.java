package io.github.sea4j.lasso;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.language.Solvers;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.JointProblem;
import io.github.sea4j.problem.Support;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Which share of the rows each solver misses: five measurements, Gaussian coefficients and noise.
 * {@code -Dseeds=50} prints the numbers of NOTES.md, mean and half the 95 % interval.
 */
@Tag("slow")
class JointRecoveryTest {

  private static final int SEEDS = Integer.getInteger("seeds", 2);

  private static final int MEASUREMENTS = 5;

  /** The share that each solver misses on each problem. */
  private static Map<String, double[]> missed(
      List<String> solvers, int m, int n, int k, double decibels) {
    Map<String, double[]> all = new TreeMap<>();
    solvers.forEach(text -> all.put(text, new double[SEEDS]));
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(7700 + seed);
      SimpleMatrix a =
          m == n ? new SimpleMatrix(TestProblem.convolutionMatrix(n, 3)) : gaussian(m, n, random);
      int[] truth = IntStream.generate(() -> random.nextInt(n)).distinct().limit(k).toArray();
      SimpleMatrix x = new SimpleMatrix(n, MEASUREMENTS);
      for (int j : truth) {
        for (int l = 0; l < MEASUREMENTS; l++) {
          x.set(j, l, random.nextGaussian());
        }
      }
      SimpleMatrix clean = a.mult(x);
      SimpleMatrix noise = gaussian(m, MEASUREMENTS, random);
      double level = clean.normF() / noise.normF() * Math.pow(10, -decibels / 20);
      double[][] y = clean.plus(noise.scale(level)).transpose().toArray2();
      JointProblem joint = JointProblem.of(a.toArray2(), y, k);
      for (Map.Entry<String, double[]> entry : all.entrySet()) {
        Support found = joint.support(Solvers.parse(entry.getKey()).solve(joint.problem()).x());
        entry.getValue()[seed] = Support.of(truth).minus(found).size() / (double) k;
      }
    }
    return all;
  }

  private static SimpleMatrix gaussian(int rows, int columns, Random random) {
    SimpleMatrix a = new SimpleMatrix(rows, columns);
    for (int i = 0; i < rows * columns; i++) {
      a.set(i, random.nextGaussian());
    }
    return a;
  }

  private static double mean(Map<String, double[]> shares, String solver) {
    return mean(Objects.requireNonNull(shares.get(solver)));
  }

  private static double mean(double[] shares) {
    return Arrays.stream(shares).average().orElseThrow();
  }

  /** 2.01 is Student's quantile at 50 seeds. */
  private static void report(String setting, Map<String, double[]> shares) {
    for (Map.Entry<String, double[]> entry : shares.entrySet()) {
      if (Integer.getInteger("seeds") == null) {
        return;
      }
      double mean = mean(entry.getValue());
      double squares = Arrays.stream(entry.getValue()).map(v -> (v - mean) * (v - mean)).sum();
      double half = 2.01 * Math.sqrt(squares / (SEEDS - 1) / SEEDS);
      System.out.printf("%s, %s: %.3f +- %.3f%n", setting, entry.getKey(), mean, half);
    }
  }

  private static final List<String> SOLVERS =
      List.of("lasso", "omp", "els", "htp", "sea", "els(sea)");

  @Test
  @EnabledIfSystemProperty(named = "seeds", matches = "\\d+")
  void gaussianColumns() {
    Map<String, double[]> easy = missed(SOLVERS, 200, 500, 40, 20);
    report("200 x 500, k = 40, 20 dB", easy);
    assertTrue(mean(easy, "lasso") <= 0.02);
  }

  @Test
  void fewRowsAndMoreNoise() {
    Map<String, double[]> hard = missed(SOLVERS, 60, 200, 20, 10);
    report("60 x 200, k = 20, 10 dB", hard);
    assertTrue(mean(hard, "lasso") <= mean(hard, "sea"));
    assertTrue(mean(hard, "sea") <= 0.25, "sums of norms in place of norms of sums: .29");
  }

  @Test
  @EnabledIfSystemProperty(named = "seeds", matches = "\\d+")
  void blurredSpikes() {
    Map<String, double[]> blurred = missed(SOLVERS, 200, 200, 12, 20);
    report("blur 3, n = 200, k = 12, 20 dB", blurred);
    assertTrue(mean(blurred, "lasso") <= mean(blurred, "omp"));
  }
}
