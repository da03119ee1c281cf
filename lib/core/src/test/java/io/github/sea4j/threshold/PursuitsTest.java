package io.github.sea4j.threshold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.oracle.TextbookThresholding;
import io.github.sea4j.oracle.TextbookThresholding.End;
import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.RecordedRun;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.RunObserver;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.solver.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Supports visited, one by one, are those of the textbook's formulas on plain arrays. */
class PursuitsTest {

  private static final int MOST = 40;

  /** The supports from the first on, the last one where the run ends or begins to repeat. */
  private interface Textbook {
    List<Support> supports(double[][] a, double[] y, int k);
  }

  private static Arguments pursuit(Solver solver, Textbook textbook) {
    return Arguments.of(solver, textbook);
  }

  static Stream<Arguments> pursuits() {
    return Stream.of(
        pursuit(new Htp(), PursuitsTest::htp),
        pursuit(new SubspacePursuit(), PursuitsTest::subspacePursuit),
        pursuit(new Cosamp(), PursuitsTest::cosamp));
  }

  /** Seeds 1 to 20, failure budget 0: nearest ties are many orders above rounding. */
  @ParameterizedTest
  @MethodSource("pursuits")
  void everySupportIsTheTextbooks(Solver solver, Textbook textbook) {
    int converged = 0;
    for (int seed = 1; seed <= 20; seed++) {
      TestProblem sample = TestProblem.gaussian(25, 40, 5, seed % 2 == 0 ? 0 : 0.2, seed);
      double[][] unit = Dense.unitColumns(sample.matrix());
      List<Support> expected = textbook.supports(unit, sample.measurements(), 5);
      RecordedRun run = RecordedRun.of(solver, sample.problem());
      List<Support> visited = run.supports();
      Solution solution = run.solution();
      int both = Math.min(expected.size(), visited.size());
      String where = solver.name() + ", seed " + seed;
      assertEquals(expected.subList(0, both), visited.subList(0, both), where);
      assertTrue(Math.abs(expected.size() - visited.size()) <= 1, where);
      double least = run.residualNorms().stream().mapToDouble(r -> r).min().orElseThrow();
      double rounding = 1e-12 * Dense.norm(sample.measurements());
      assertTrue(solution.residualNorm() <= least + rounding, where);
      assertTrue(visited.contains(solution.support()), where);
      converged += solution.status() == Status.CONVERGED ? 1 : 0;
    }
    assertTrue(converged >= 5, solver.name() + " converged on " + converged);
  }

  private static Support largest(double[] v, int k) {
    return Support.of(Dense.largest(v, k));
  }

  private static double[] scattered(double[] values, int[] support, int n) {
    double[] x = new double[n];
    for (int i = 0; i < support.length; i++) {
      x[support[i]] = values[i];
    }
    return x;
  }

  private static double[] fitted(double[][] a, double[] y, Support support) {
    int[] chosen = support.toArray();
    return scattered(Dense.leastSquares(a, chosen, y), chosen, a[0].length);
  }

  private static double[] slope(double[][] a, double[] y, double[] x) {
    return Dense.applyTranspose(a, Dense.minus(y, Dense.apply(a, x)));
  }

  /** {@code S = largest_k(x + A'(y - A x))}, x = fit on S. */
  private static List<Support> htp(double[][] a, double[] y, int k) {
    List<Support> supports = new ArrayList<>();
    double[] x = new double[a[0].length];
    for (int t = 0; t < MOST; t++) {
      double[] step = slope(a, y, x);
      for (int j = 0; j < x.length; j++) {
        step[j] += x[j];
      }
      Support next = largest(step, k);
      if (supports.contains(next)) {
        return supports;
      }
      supports.add(next);
      x = fitted(a, y, next);
    }
    return supports;
  }

  /** S and the k largest of {@code A'r} are fitted, the k largest coefficients stay. */
  private static List<Support> subspacePursuit(double[][] a, double[] y, int k) {
    List<Support> supports = new ArrayList<>(List.of(largest(Dense.applyTranspose(a, y), k)));
    double before = Double.POSITIVE_INFINITY;
    while (supports.size() < MOST) {
      Support support = supports.get(supports.size() - 1);
      double[] residual = Dense.residual(a, support.toArray(), y);
      if (Dense.norm(residual) >= before * (1 - 1e-12)) {
        return supports;
      }
      before = Dense.norm(residual);
      Support merged = support.union(largest(Dense.applyTranspose(a, residual), k));
      supports.add(largest(fitted(a, y, merged), k));
    }
    return supports;
  }

  /** As above with the 2k largest, and without a fit on what stays. */
  private static List<Support> cosamp(double[][] a, double[] y, int k) {
    List<Support> supports = new ArrayList<>();
    List<Double> norms = new ArrayList<>();
    double[] x = new double[a[0].length];
    while (supports.size() < MOST) {
      Support merged = support(x).union(largest(slope(a, y, x), 2 * k));
      double[] z = fitted(a, y, merged);
      Support next = largest(z, k);
      for (int j = 0; j < x.length; j++) {
        x[j] = next.contains(j) ? z[j] : 0;
      }
      double norm = Dense.norm(Dense.minus(y, Dense.apply(a, x)));
      supports.add(next);
      boolean explained = norm <= 1e-12 * Dense.norm(y);
      if (explained || norms.stream().anyMatch(n -> Math.abs(n - norm) <= 1e-12 * norm)) {
        return supports;
      }
      norms.add(norm);
    }
    return supports;
  }

  private static Support support(double[] x) {
    return Support.of(IntStream.range(0, x.length).filter(j -> x[j] != 0).toArray());
  }

  private interface Iterates {
    double[] after(TestProblem sample, int iterations);
  }

  static Stream<Arguments> iterations() {
    return Stream.of(
        iteration(new Niht(), (sample, t) -> TextbookThresholding.niht(sample, t).x()),
        iteration(new Iht().withStep(Step.fixed(0.4)), (sample, t) -> iht(sample, 0.4, t)),
        iteration(new Iht().withStep(Step.fixed(0.7)), (sample, t) -> iht(sample, 0.7, t)));
  }

  private static Arguments iteration(Solver solver, Iterates textbook) {
    return Arguments.of(solver, textbook);
  }

  private static double[] iht(TestProblem sample, double mu, int t) {
    return TextbookThresholding.iht(sample, mu, new double[sample.columns()], t).x();
  }

  /** Seeds 1 to 12, ten iterations, of which the best one is the answer. */
  @ParameterizedTest
  @MethodSource("iterations")
  void everyIterateIsTheTextbooks(Solver solver, Iterates textbook) {
    for (int seed = 1; seed <= 12; seed++) {
      TestProblem sample = TestProblem.gaussian(25, 40, 5, 0.2, seed);
      double[] norms = Dense.columnNorms(sample.matrix());
      List<double[]> iterates = new ArrayList<>();
      List<Double> residuals = new ArrayList<>();
      Run run =
          Run.unlimited()
              .observedBy(
                  iterate -> {
                    iterates.add(iterate.estimate().toDense());
                    residuals.add(iterate.residualNorm());
                    return iterates.size() < 10
                        ? RunObserver.Signal.CONTINUE
                        : RunObserver.Signal.STOP;
                  });
      Solution solution = solver.solve(sample.problem(), run);
      String where = solver.name() + ", seed " + seed;
      for (int t = 0; t < iterates.size(); t++) {
        double[] x = iterates.get(t);
        for (int j = 0; j < x.length; j++) {
          x[j] *= norms[j];
        }
        assertArrayEquals(textbook.after(sample, t + 1), x, 1e-8, where + ", iteration " + t);
      }
      assertEquals(Status.STOPPED, solution.status(), where);
      double least = residuals.stream().mapToDouble(r -> r).min().orElseThrow();
      assertEquals(least, solution.residualNorm(), 1e-10, where);
    }
  }

  /** Seeds 1 to 10: where the textbook's run stands still, so does the solver's. */
  @Test
  void thresholdingEndsAtTheTextbooksLimit() {
    for (int seed = 1; seed <= 10; seed++) {
      TestProblem sample = TestProblem.gaussian(30, 40, 3, 0.05, seed);
      double[] zero = new double[40];
      assertEnds(new Niht(), sample, TextbookThresholding.niht(sample, 2000), seed);
      Solver iht = new Iht().withStep(Step.fixed(0.4));
      assertEnds(iht, sample, TextbookThresholding.iht(sample, 0.4, zero, 2000), seed);
    }
  }

  private static void assertEnds(Solver solver, TestProblem sample, End end, int seed) {
    String where = solver.name() + ", seed " + seed;
    Solution solution = solver.solve(sample.problem());
    assertEquals(Support.of(end.support()), solution.support(), where);
    double[] norms = Dense.columnNorms(sample.matrix());
    double[] x = solution.x().toDense();
    for (int j = 0; j < x.length; j++) {
      x[j] *= norms[j];
    }
    assertArrayEquals(end.x(), x, 1e-8, where);
  }

  @Test
  void runsThatAreCutOrDivergeSaySo() {
    TestProblem sample = TestProblem.gaussian(25, 40, 5, 0.2, 3);
    for (Solver solver :
        List.of(
            new Iht().withIterations(2),
            new Niht().withIterations(2),
            new Htp().withIterations(2),
            new Nhtp().withIterations(2),
            new Cosamp().withIterations(2))) {
      Solution solution = solver.solve(sample.problem());
      assertEquals(Status.ITERATION_LIMIT, solution.status(), solver.name());
      assertEquals(2, solution.iterations(), solver.name());
    }
    for (Solver solver :
        List.of(
            new Iht().withStep(Step.fixed(1000)).refitted(),
            new Niht().withIterations(2).refitted())) {
      Solution solution = solver.solve(sample.problem());
      boolean diverges = solver instanceof Iht;
      assertEquals(diverges ? Status.DIVERGED : Status.ITERATION_LIMIT, solution.status());
      int[] support = solution.support().toArray();
      double fitted = Dense.norm(Dense.residual(sample.matrix(), support, sample.measurements()));
      assertEquals(fitted, solution.residualNorm(), 1e-10, "refitted on its support");
    }
  }
}
