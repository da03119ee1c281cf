package io.github.sea4j.operator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.concurrent.Workers;
import io.github.sea4j.fit.ProjectedColumns;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.solver.Solution;
import java.util.Arrays;
import java.util.Random;
import org.ejml.data.DMatrixSparseTriplet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Large products have the same bits on any number of threads. Seeds 1 to 3. */
class ParallelProductsTest {

  /** Neither a multiple of the other; more entries than a product on one thread has. */
  private static final int ROWS = 1009;

  private static final int COLUMNS = 2003;
  private static final int[] THREADS = {2, 3, 8};

  private final int before = Workers.count();

  @AfterEach
  void restore() {
    Workers.setCount(before);
  }

  private static double[] random(int length, long seed) {
    return new Random(seed).doubles(length, -1, 1).toArray();
  }

  private static DenseOperator dense() {
    double[][] matrix = new double[ROWS][];
    for (int i = 0; i < ROWS; i++) {
      matrix[i] = random(COLUMNS, i);
    }
    return DenseOperator.of(matrix);
  }

  private static SparseOperator sparse() {
    int entries = 2_100_000;
    DMatrixSparseTriplet matrix = new DMatrixSparseTriplet(30_000, 30_000, entries);
    Random random = new Random(1);
    for (int e = 0; e < entries; e++) {
      matrix.addItem(e % 30_000, (7 * e + e / 30_000) % 30_000, random.nextGaussian());
    }
    return SparseOperator.of(matrix);
  }

  private static void assertSameBits(LinearOperator operator) {
    double[] x = random(operator.columns(), 2);
    double[] y = random(operator.rows(), 3);
    double[] image = new double[operator.rows()];
    double[] back = new double[operator.columns()];
    Workers.setCount(1);
    operator.apply(x, image);
    operator.applyTranspose(y, back);
    for (int threads : THREADS) {
      Workers.setCount(threads);
      double[] imageHere = new double[image.length];
      double[] backHere = new double[back.length];
      operator.apply(x, imageHere);
      operator.applyTranspose(y, backHere);
      assertArrayEquals(image, imageHere);
      assertArrayEquals(back, backHere);
    }
  }

  @Test
  void productsOfDenseMatrices() {
    assertTrue((long) ROWS * COLUMNS >= Workers.LARGE_MATRIX);
    assertSameBits(dense());
  }

  /** Those of each column alone, and of the matrix with columns of unit norm. */
  @Test
  void columnNormsOfDenseMatrices() {
    LinearOperator operator = dense();
    double[] expected = new double[COLUMNS];
    double[] scale = new double[COLUMNS];
    double[] column = new double[ROWS];
    for (int j = 0; j < COLUMNS; j++) {
      operator.column(j, column);
      expected[j] = Vectors.norm(column);
      scale[j] = 1 / expected[j];
    }
    for (int threads : new int[] {1, 2, 3, 8}) {
      Workers.setCount(threads);
      assertArrayEquals(expected, operator.columnNorms());
      LinearOperator scaled = operator.scaleColumns(scale);
      double[] norms = scaled.columnNorms();
      for (int j = 0; j < COLUMNS; j++) {
        scaled.column(j, column);
        assertEquals(Vectors.norm(column), norms[j]);
        assertEquals(1, norms[j], 1e-15);
      }
    }
  }

  @Test
  void productsOfSparseMatrices() {
    SparseOperator operator = sparse();
    assertTrue(operator.entries() >= Workers.LARGE_MATRIX);
    assertSameBits(operator);
  }

  /** Enough columns for the scores of exchanges to be shared out, in parts that end anywhere. */
  @Test
  void scoresOfExchanges() {
    int n = 40_013;
    double[] ones = new double[n];
    double[][] matrix = new double[40][];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = random(n, 100 + i);
    }
    LinearOperator unit = DenseOperator.of(matrix);
    double[] norms = unit.columnNorms();
    Arrays.setAll(ones, j -> 1 / norms[j]);
    double[][] gains = new double[4][n];
    for (int run = 0; run < gains.length; run++) {
      Workers.setCount(run == 0 ? 1 : THREADS[run - 1]);
      ProjectedColumns columns =
          new ProjectedColumns(unit.scaleColumns(ones), random(matrix.length, 3), 30);
      for (int j = 0; j < 30; j++) {
        assertTrue(columns.insert(1000 * j));
      }
      columns.update();
      columns.exchangeGains(0, gains[run]);
      assertArrayEquals(gains[0], gains[run]);
    }
  }

  /** Several at once: the bits of any number of threads, and up to rounding those of one alone. */
  @Test
  void severalProductsAtOnce() {
    DenseOperator operator = dense();
    double[][] y = new double[7][];
    double[][] alone = new double[y.length][COLUMNS];
    for (int b = 0; b < y.length; b++) {
      y[b] = random(ROWS, 4 + b);
      operator.applyTranspose(y[b], alone[b]);
    }
    Workers.setCount(1);
    double[][] together = new double[y.length][COLUMNS];
    operator.applyTranspose(y, together, y.length);
    for (int b = 0; b < y.length; b++) {
      assertArrayEquals(alone[b], together[b], 1e-12 * ROWS);
    }
    for (int threads : THREADS) {
      Workers.setCount(threads);
      double[][] here = new double[y.length][COLUMNS];
      Arrays.fill(here[0], Double.NaN); // what was there before does not count
      operator.applyTranspose(y, here, y.length);
      assertArrayEquals(together, here);
    }
  }

  @Test
  void answersOfSolvers() {
    SparseProblem problem = SparseProblem.of(dense(), random(ROWS, 2), 10);
    for (String solver :
        new String[] {"omp", "htp(iterations=20)", "sea(iterations=20)", "splicing", "els"}) {
      Workers.setCount(1);
      Solution one = Solvers.parse(solver).solve(problem);
      for (int threads : THREADS) {
        Workers.setCount(threads);
        Solution several = Solvers.parse(solver).solve(problem);
        assertEquals(one.x(), several.x(), solver);
        assertEquals(one.residualNorm(), several.residualNorm(), solver);
        assertEquals(one.products(), several.products(), solver);
      }
    }
  }

  @Test
  void anInterruptIsKeptForTheCaller() {
    Workers.setCount(2);
    DenseOperator operator = dense();
    double[] image = new double[ROWS];
    double[] expected = new double[ROWS];
    double[] x = random(COLUMNS, 2);
    operator.apply(x, expected);
    Thread.currentThread().interrupt();
    operator.apply(x, image);
    assertTrue(Thread.interrupted());
    assertArrayEquals(expected, image);
  }
}
