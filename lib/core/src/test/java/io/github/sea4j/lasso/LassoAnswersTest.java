package io.github.sea4j.lasso;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sea4j.greedy.Omp;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Status;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The duality gap away from the path, and answers of paths that end before they have k columns. */
class LassoAnswersTest {

  /** {@code (P(x) - D(t r)) / P(x)} with the best feasible t, for vectors that minimise nothing. */
  @Test
  void theGapIsThatOfItsDefinition() {
    Random random = new Random(1701);
    for (int seed = 1; seed <= 5; seed++) {
      TestProblem sample = TestProblem.gaussian(15, 25, 4, 0.3, seed);
      double[][] a = Dense.unitColumns(sample.matrix());
      double[] y = sample.measurements();
      for (double lambda : new double[] {0, 0.01, 0.3, 1, 30}) {
        double[] x = random.doubles(25, -1, 1).map(v -> Math.abs(v) < 0.7 ? 0 : v).toArray();
        double expected = relativeGap(a, y, x, lambda);
        SparseVector vector = SparseVector.ofNonZeros(x);
        double gap = Lasso.relativeGap(SparseProblem.of(a, y, 4), vector, lambda);
        assertEquals(expected, gap, 1e-12, "lambda " + lambda);
      }
    }
  }

  private static double relativeGap(double[][] a, double[] y, double[] x, double lambda) {
    double[] r = Dense.minus(y, Dense.apply(a, x));
    double steepest = Arrays.stream(Dense.applyTranspose(a, r)).map(Math::abs).max().orElseThrow();
    double bound = lambda / steepest;
    double t = Math.max(-bound, Math.min(bound, Dense.dot(r, y) / Dense.dot(r, r)));
    double[] u = Arrays.stream(r).map(value -> t * value).toArray();
    double[] rest = Dense.minus(y, u);
    double dual = (Dense.dot(y, y) - Dense.dot(rest, rest)) / 2;
    double primal = Dense.dot(r, r) / 2 + lambda * Arrays.stream(x).map(Math::abs).sum();
    return Math.min(1, (primal - dual) / primal);
  }

  @Test
  void zeroMeasurementsAreMinimisedByZeroAlone() {
    double[][] a = {{1, 1, 0}, {0, 0, 1}};
    SparseProblem problem = SparseProblem.of(a, new double[2], 1);
    assertEquals(0, Lasso.relativeGap(problem, SparseVector.zero(3), 2));
    SparseVector cancels = SparseVector.ofNonZeros(new double[] {1, -1, 0});
    assertEquals(0, Lasso.relativeGap(problem, cancels, 0), "P(x) is 0");
    assertEquals(1, Lasso.relativeGap(problem, cancels, 2));
    SparseVector other = SparseVector.ofNonZeros(new double[] {0, 0, 1});
    assertEquals(1, Lasso.relativeGap(problem, other, 0));
  }

  /** Two knots have two columns; the others are the best insertions, each fitted from scratch. */
  @Test
  void aPathThatIsCutShortIsFilledUpWithTheBestInsertions() {
    for (int seed = 1; seed <= 8; seed++) {
      TestProblem sample = TestProblem.gaussian(15, 25, 5, 0.3, seed);
      double[][] a = Dense.unitColumns(sample.matrix());
      Lasso lasso = new Lasso().withSteps(2);
      Support two = lasso.path(sample.problem()).points().get(2).x().support();
      int[] expected = two.toArray();
      while (expected.length < 5) {
        expected = withBestInsertion(a, sample.measurements(), expected);
      }
      Solution solution = lasso.withCut(Lasso.Cut.LAST).solve(sample.problem());
      assertArrayEquals(expected, solution.support().toArray(), "seed " + seed);
      assertEquals(Status.ITERATION_LIMIT, solution.status());
    }
  }

  private static int[] withBestInsertion(double[][] a, double[] y, int[] support) {
    int[] best = support;
    double least = Double.POSITIVE_INFINITY;
    for (int j = 0; j < a[0].length; j++) {
      int[] larger = IntStream.concat(IntStream.of(support), IntStream.of(j)).sorted().toArray();
      if (Arrays.binarySearch(support, j) < 0) {
        double residual = Dense.norm(Dense.residual(a, larger, y));
        best = residual < least ? larger : best;
        least = Math.min(least, residual);
      }
    }
    return best;
  }

  /** Groups come in as OMP takes them, whose first one the path begins with. */
  @Test
  void inGroupsAPathThatIsCutShortIsFilledUpAsByOmp() {
    int[] pairs = IntStream.range(0, 24).map(j -> j / 2).toArray();
    for (int seed = 1; seed <= 8; seed++) {
      SparseProblem problem =
          TestProblem.gaussian(20, 24, 4, 0.3, seed).problem().withGroups(pairs);
      Solution solution = new Lasso().withSteps(1).solve(problem);
      assertEquals(new Omp().solve(problem).support(), solution.support(), "seed " + seed);
      assertEquals(8, solution.support().size());
      assertEquals(Status.ITERATION_LIMIT, solution.status());
    }
  }
}
