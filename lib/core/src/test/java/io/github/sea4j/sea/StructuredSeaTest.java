package io.github.sea4j.sea;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.language.Solvers;
import io.github.sea4j.loss.GlmLoss;
import io.github.sea4j.oracle.BruteForce;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.RecordedRun;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** SEA among groups and non-negative coefficients, against the formulas from scratch. */
class StructuredSeaTest {

  private static final int TRIALS = 15;
  private static final int ITERATIONS = 60;

  /** Supports nearer to a tie than this may differ by rounding. */
  private static final double TIE = 1e-9;

  /** One visit: the columns, the vector X in single columns, the distance from a tie. */
  private record Visit(Support support, double[] exploration, double gap) {}

  /** What the two structures make of X and of a support. */
  private interface Structure {
    double[] scores(double[] x);

    int[] columns(int[] chosen);

    double[] fit(int[] columns);
  }

  private static List<Visit> textbook(double[][] a, double[] y, int k, Structure structure) {
    List<Visit> visits = new ArrayList<>();
    double[] x = new double[a[0].length];
    for (int t = 0; t < ITERATIONS; t++) {
      double[] scores = structure.scores(x);
      int[] columns = structure.columns(Dense.largest(scores, k));
      visits.add(new Visit(Support.of(columns), x.clone(), Dense.gap(scores, k)));
      double[] fitted = structure.fit(columns);
      double[] g = Dense.applyTranspose(a, Dense.minus(Dense.apply(a, fitted), y));
      for (int j = 0; j < x.length; j++) {
        x[j] -= fitted[j] != 0 ? 0 : g[j];
      }
    }
    return visits;
  }

  /** The same supports up to a tie, and the same X, scaled by one power of two. */
  private static void check(List<Visit> expected, RecordedRun actual) {
    double scale = Double.NaN;
    // The first support is that of X = 0, where all is tied.
    for (int t = 1; t < Math.min(expected.size(), actual.supports().size()); t++) {
      Visit visit = expected.get(t);
      double largest = Arrays.stream(visit.exploration()).map(Math::abs).max().orElseThrow();
      if (visit.gap() < TIE * largest) {
        return;
      }
      assertEquals(visit.support(), actual.supports().get(t));
      double[] x = actual.explorations().get(t);
      scale = t == 1 ? Arrays.stream(x).map(Math::abs).max().orElseThrow() / largest : scale;
      double[] scaled = Arrays.stream(visit.exploration()).toArray();
      for (int j = 0; j < scaled.length; j++) {
        scaled[j] *= scale;
      }
      assertArrayEquals(scaled, x, 1e-7 * scale * largest);
    }
  }

  @Test
  void aGroupIsChosenByTheNormOfItsSummedSlopes() {
    for (int trial = 0; trial < TRIALS; trial++) {
      TestProblem problem = TestProblem.gaussian(24, 30, 9, 0.3, 6100 + trial);
      double[][] a = Dense.unitColumns(problem.matrix());
      double[] y = problem.measurements();
      int[] groupOf = IntStream.range(0, 30).map(j -> j * 7 % 30 / 3).toArray();
      Structure groups =
          new Structure() {
            @Override
            public double[] scores(double[] x) {
              return IntStream.range(0, 10).mapToDouble(u -> score(members(u), x)).toArray();
            }

            private double score(int[] group, double[] x) {
              SimpleMatrix block = new SimpleMatrix(Dense.selectColumns(a, group));
              SimpleMatrix slopes = new SimpleMatrix(group.length, 1);
              IntStream.range(0, group.length).forEach(i -> slopes.set(i, x[group[i]]));
              SimpleMatrix solved = block.transpose().mult(block).solve(slopes);
              return Math.sqrt(slopes.dot(solved));
            }

            private int[] members(int u) {
              return IntStream.range(0, 30).filter(j -> groupOf[j] == u).toArray();
            }

            @Override
            public int[] columns(int[] chosen) {
              return Arrays.stream(chosen)
                  .flatMap(u -> Arrays.stream(members(u)))
                  .sorted()
                  .toArray();
            }

            @Override
            public double[] fit(int[] columns) {
              return dense(columns, Dense.leastSquares(a, columns, y));
            }
          };
      SparseProblem grouped = SparseProblem.of(a, y, 3).withGroups(groupOf);
      check(textbook(a, y, 3, groups), RecordedRun.of(sea(), grouped));
    }
  }

  @Test
  void whatABoundHoldsFallsAndLeaves() {
    int held = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      TestProblem problem = TestProblem.convolution(24, 2, 4, 0.2, 6200 + trial);
      double[][] a = problem.matrix();
      double[] y = problem.measurements();
      Structure positive =
          new Structure() {
            @Override
            public double[] scores(double[] x) {
              return Arrays.stream(x).map(v -> Math.max(v, 0)).toArray();
            }

            @Override
            public int[] columns(int[] chosen) {
              return chosen;
            }

            @Override
            public double[] fit(int[] columns) {
              return nonNegativeFit(a, columns, y);
            }
          };
      RecordedRun run = RecordedRun.of(sea(), SparseProblem.of(a, y, 4).withNonNegative());
      check(textbook(a, y, 4, positive), run);
      for (Support support : run.supports()) {
        double[] x = nonNegativeFit(a, support.toArray(), y);
        held += IntStream.of(support.toArray()).anyMatch(j -> x[j] == 0) ? 1 : 0;
      }
    }
    assertTrue(held > TRIALS, "supports with a coefficient at its bound: " + held);
  }

  /** The least residual among subsets whose own fit is non-negative. */
  private static double[] nonNegativeFit(double[][] a, int[] columns, double[] y) {
    double[][] best = {new double[a[0].length]};
    double[] least = {Dense.norm(y)};
    for (int size = 1; size <= columns.length; size++) {
      BruteForce.forEachSubset(
          columns.length,
          size,
          subset -> {
            int[] chosen = IntStream.of(subset).map(i -> columns[i]).toArray();
            double[] x = Dense.leastSquares(a, chosen, y);
            double residual = Dense.norm(Dense.residual(a, chosen, y));
            if (residual < least[0] && Arrays.stream(x).allMatch(v -> v >= 0)) {
              least[0] = residual;
              best[0] = dense(chosen, x, a[0].length);
            }
          });
    }
    return best[0];
  }

  private static double[] dense(int[] columns, double[] values) {
    return dense(columns, values, 30);
  }

  private static double[] dense(int[] columns, double[] values, int n) {
    double[] x = new double[n];
    for (int i = 0; i < columns.length; i++) {
      x[columns[i]] = values[i];
    }
    return x;
  }

  private static Solver sea() {
    return Solvers.parse("sea(iterations=" + ITERATIONS + ", tolerance=0)");
  }

  /** From the answer of another solver, the answer is never worse than it. */
  @Test
  void aStartInGroupsIsKeptUntilABetterSupportIsFound() {
    for (int trial = 0; trial < TRIALS; trial++) {
      TestProblem sample = TestProblem.gaussian(24, 30, 9, 0.3, 6300 + trial);
      int[] groupOf = IntStream.range(0, 30).map(j -> j / 3).toArray();
      SparseProblem problem =
          SparseProblem.of(sample.matrix(), sample.measurements(), 3).withGroups(groupOf);
      Support omp = Solvers.parse("omp").solve(problem).support();
      RecordedRun run = RecordedRun.of(Solvers.parse("sea(omp, iterations=60)"), problem);
      assertEquals(omp, run.supports().get(0));
      double before = Solvers.parse("omp").solve(problem).residualNorm();
      assertTrue(run.solution().residualNorm() <= before * (1 + 1e-12));
    }
  }

  /** Among few columns SEA comes back to supports; their fits are remembered. */
  @Test
  void aSupportMetAgainCostsNoProduct() {
    Random random = new Random(6400);
    double[][] a = new double[200][12];
    double[] labels = new double[200];
    for (int i = 0; i < a.length; i++) {
      a[i] = random.doubles(12, -1, 1).toArray();
      labels[i] = a[i][2] - a[i][5] + 0.5 * random.nextGaussian() > 0 ? 1 : 0;
    }
    SparseProblem problem =
        SparseProblem.of(a, labels, 4).withLoss(GlmLoss.logistic().withIntercept(true));
    Solution solution = Solvers.parse("sea(iterations=300)").solve(problem);
    assertEquals(300, solution.iterations());
    assertTrue(solution.distinctSupports() < 150, "supports: " + solution.distinctSupports());
    assertTrue(
        solution.products() <= solution.distinctSupports() + 1, "products: " + solution.products());
  }
}
