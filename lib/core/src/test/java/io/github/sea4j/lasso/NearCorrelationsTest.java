package io.github.sea4j.lasso;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.concurrent.Workers;
import io.github.sea4j.fit.ColumnCache;
import io.github.sea4j.instance.Deconvolution;
import io.github.sea4j.instance.GaussianMatrix;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.SparseOperator;
import io.github.sea4j.operator.view.CountedOperator;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.UnitNormProblem;
import io.github.sea4j.solver.Solution;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixSparseTriplet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The path that watches the columns near the bound alone: the conditions of optimality over all
 * columns, and the knots of the path that watches every column.
 */
class NearCorrelationsTest {

  private final int before = Workers.count();

  @AfterEach
  void restore() {
    Workers.setCount(before);
  }

  @Test
  void gaussianColumnsWithAndWithoutNoise() {
    GaussianMatrix family = GaussianMatrix.of(60, 4000);
    for (long seed = 1; seed <= 3; seed++) {
      assertSamePath(family.withSignalToNoise(10).instance(8, seed).problem(), 1e-6, 60);
      assertSamePath(family.instance(25, seed).problem(), 1e-6, 60);
    }
  }

  @Test
  void blurredSpikesWithNoise() {
    SparseProblem noisy =
        Deconvolution.gaussian(3000, 3).withSignalToNoise(20).instance(20, 2).problem();
    assertSamePath(noisy, 1e-2, 100);
  }

  /** Without noise columns on either side of a spike tie, so the order of knots is open. */
  @Test
  void blurredSpikesWithoutNoise() {
    UnitNormProblem unit = Deconvolution.gaussian(3000, 3).instance(20, 1).problem().unitNorm();
    ColumnCache cache = new ColumnCache(unit.operator());
    LassoHomotopy path = new LassoHomotopy(unit, cache, true);
    double first = path.lambda();
    while (path.lambda() > 1e-4 * first && path.step()) {
      assertOptimal(unit, path, 1e-11 * first);
    }
    assertTrue(path.active().size() > 20);
  }

  @Test
  void sparseColumnsOfManyLengths() {
    int n = 5000;
    Random random = new Random(7);
    DMatrixSparseTriplet matrix = new DMatrixSparseTriplet(500, n, 10 * n);
    for (int j = 0; j < n; j++) {
      int entries = 1 + random.nextInt(20);
      for (int e = 0; e < entries; e++) {
        matrix.addItem((j + 23 * e) % 500, j, random.nextGaussian());
      }
    }
    double[] y = random.doubles(500, -1, 1).toArray();
    assertSamePath(SparseProblem.of(SparseOperator.of(matrix), y, 10), 0.3, 60);
  }

  /** Columns that tie in every way: copies, negatives, and measurements equally near to all. */
  @Test
  void tiedColumns() {
    double[][] matrix = new double[12][3000];
    double[] y = new double[12];
    for (int j = 0; j < 3000; j++) {
      matrix[j % 12][j] = j % 5 == 0 ? -2 : 1;
      y[j % 12] = 1;
    }
    UnitNormProblem unit = SparseProblem.of(matrix, y, 12).unitNorm();
    LassoHomotopy path = new LassoHomotopy(unit, new ColumnCache(unit.operator()), true);
    while (path.step()) {
      assertTrue(path.active().size() <= 12);
    }
    assertEquals(0, path.lambda(), 1e-14);
  }

  /**
   * Walks both paths side by side.
   *
   * @param share of the first lambda at which to end
   * @param fewest knots until there
   */
  private static void assertSamePath(SparseProblem problem, double share, int fewest) {
    UnitNormProblem unit = problem.unitNorm();
    CountedOperator counted = new CountedOperator(unit.operator());
    LassoHomotopy near = new LassoHomotopy(unit.through(counted), new ColumnCache(counted), true);
    LassoHomotopy all = new LassoHomotopy(unit, new ColumnCache(unit.operator()), false);
    double first = near.lambda();
    int knots = 0;
    while (all.lambda() > share * first && all.step()) {
      assertTrue(near.step());
      knots++;
      assertEquals(all.lambda(), near.lambda(), 1e-11 * first);
      assertArrayEquals(all.active().sorted(), near.active().sorted());
      assertOptimal(unit, near, 1e-11 * first);
    }
    assertTrue(knots >= fewest, "knots: " + knots);
    assertTrue(counted.products() < 0.6 * knots, counted.products() + " for " + knots);
  }

  /** {@code |a_j'r| <= lambda} for every column, with the sign of x_j and equal where active. */
  private static void assertOptimal(UnitNormProblem unit, LassoHomotopy path, double tolerance) {
    LinearOperator operator = unit.operator();
    double[] x = new double[operator.columns()];
    double[] residual = new double[operator.rows()];
    double[] c = new double[operator.columns()];
    path.active().copyTo(x);
    operator.apply(x, residual);
    for (int i = 0; i < residual.length; i++) {
      residual[i] = unit.measurements()[i] - residual[i];
    }
    operator.applyTranspose(residual, c);
    for (int j = 0; j < c.length; j++) {
      assertTrue(Math.abs(c[j]) <= path.lambda() + tolerance);
      if (x[j] != 0) {
        assertEquals(Math.signum(x[j]) * path.lambda(), c[j], tolerance);
      }
    }
  }

  /** A matrix large enough for this way, and for all that is shared out among threads. */
  @Test
  void sameBitsOnAnyNumberOfThreads() {
    SparseProblem problem =
        GaussianMatrix.of(2200, 5000).withSignalToNoise(20).instance(20, 3).problem();
    assertSameBits(problem, 80);
    long products = new Lasso().withSteps(80).solve(problem).products();
    assertTrue(products < 70, "products: " + products);
  }

  /** The way of smaller matrices, with Gram columns whose sums are shared out. */
  @Test
  void sameBitsOnAnyNumberOfThreadsWhereEveryColumnIsWatched() {
    int sharedFrom = 1_000_000 / 40_000;
    SparseProblem problem = GaussianMatrix.of(60, 40_000).instance(25, 3).problem();
    List<double[]> last = knots(problem.unitNorm(), 60);
    assertTrue(last.get(59).length > 2 * sharedFrom);
    assertSameBits(problem, 60);
  }

  private static void assertSameBits(SparseProblem problem, int steps) {
    Lasso lasso = new Lasso().withSteps(steps);
    Workers.setCount(1);
    Solution expected = lasso.solve(problem);
    List<double[]> knots = knots(problem.unitNorm(), steps);
    for (int threads : new int[] {2, 3, 8}) {
      Workers.setCount(threads);
      Solution here = lasso.solve(problem);
      assertEquals(expected.x(), here.x());
      assertEquals(expected.residualNorm(), here.residualNorm());
      assertEquals(expected.products(), here.products());
      List<double[]> knotsHere = knots(problem.unitNorm(), steps);
      for (int knot = 0; knot < steps; knot++) {
        assertArrayEquals(knots.get(knot), knotsHere.get(knot));
      }
    }
  }

  /** For each knot lambda, then the active columns, then their coefficients. */
  private static List<double[]> knots(UnitNormProblem unit, int count) {
    LassoHomotopy path = new LassoHomotopy(unit, new ColumnCache(unit.operator()));
    List<double[]> knots = new ArrayList<>();
    while (knots.size() < count && path.step()) {
      ActiveColumns active = path.active();
      DoubleStream columns = IntStream.of(active.columns()).asDoubleStream();
      DoubleStream values = DoubleStream.concat(columns, DoubleStream.of(active.coefficients()));
      knots.add(DoubleStream.concat(DoubleStream.of(path.lambda()), values).toArray());
    }
    assertEquals(count, knots.size());
    return knots;
  }
}
