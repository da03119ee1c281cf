package io.github.sea4j.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.oracle.Dense;
import io.github.sea4j.oracle.TestProblem;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Against fits from scratch. {@code SupportFit} corrects what this factorisation gets wrong or
 * leaves it for an orthogonal one, so that a fault here would cost time and be seen nowhere else.
 */
class GramCholeskyTest {

  private static final int CAPACITY = 14;

  /** The Gram matrix of some columns, as the factorisation asks for it. */
  private record Columns(double[][] columns, double[] y) implements GramCholesky.Source {

    static Columns of(double[][] unit, int[] held, double[] y) {
      return new Columns(
          IntStream.of(held).mapToObj(j -> Dense.column(unit, j)).toArray(double[][]::new), y);
    }

    @Override
    public void row(int i, int from, int to, double[] out) {
      for (int c = from; c < to; c++) {
        out[c] = Dense.dot(columns[i], columns[c]);
      }
    }

    @Override
    public double rightHandSide(int i) {
      return Dense.dot(columns[i], y);
    }
  }

  /** 300 supports of 0 to 14 columns, each one keeping the head of the one before. */
  @Test
  void followsItsColumns() {
    TestProblem sample = TestProblem.gaussian(40, 60, 5, 0.1, 1401);
    double[][] unit = Dense.unitColumns(sample.matrix());
    double[] y = sample.measurements();
    Random random = new Random(1402);
    GramCholesky cholesky = new GramCholesky(CAPACITY);
    int[] held = {};
    for (int trial = 0; trial < 300; trial++) {
      int kept = random.nextInt(held.length + 1);
      int count = kept + random.nextInt(CAPACITY - kept + 1);
      held = extended(Arrays.copyOf(held, kept), count, random);
      assertTrue(cholesky.factor(kept, count, 1e-9, Columns.of(unit, held, y)));
      assertEquals(count, cholesky.size());
      if (count > 0) {
        check(cholesky, Dense.selectColumns(unit, held), y, random);
      }
    }
  }

  private static int[] extended(int[] head, int count, Random random) {
    IntStream others = random.ints(0, 60).filter(j -> Arrays.stream(head).noneMatch(i -> i == j));
    return IntStream.concat(Arrays.stream(head), others.distinct().limit(count - head.length))
        .toArray();
  }

  private static void check(GramCholesky cholesky, double[][] a, double[] y, Random random) {
    int k = a[0].length;
    int[] all = IntStream.range(0, k).toArray();
    double[] x = new double[CAPACITY];
    cholesky.solve(x);
    assertArrayEquals(Dense.leastSquares(a, all, y), Arrays.copyOf(x, k), 1e-12);
    double residual = Dense.norm(Dense.residual(a, all, y));
    double squared = Dense.dot(y, y) - residual * residual;
    assertEquals(squared, cholesky.squaredProjection(), 1e-12);
    double[] solution = random.doubles(k, -1, 1).toArray();
    double[] s = Dense.applyTranspose(a, Dense.apply(a, solution));
    cholesky.solveGram(s);
    assertArrayEquals(solution, s, 1e-12);
    double smallest = 1;
    for (int i = 1; i < k; i++) {
      int[] before = IntStream.range(0, i).toArray();
      smallest = Math.min(smallest, Dense.norm(Dense.residual(a, before, Dense.column(a, i))));
    }
    assertEquals(smallest * smallest, cholesky.smallestPivot(), 1e-12);
    inverseDiagonal(cholesky, a);
    forward(cholesky, a, y);
  }

  /** {@code 1 / [(A'A)^-1]_ii} is the squared distance of column i from the span of the others. */
  private static void inverseDiagonal(GramCholesky cholesky, double[][] a) {
    int k = a[0].length;
    double[] diagonal = new double[CAPACITY];
    Arrays.fill(diagonal, 7);
    cholesky.inverseDiagonal(diagonal);
    for (int i = 0; i < k; i++) {
      int itself = i;
      int[] others = IntStream.range(0, k).filter(j -> j != itself).toArray();
      double distance = k == 1 ? 1 : Dense.norm(Dense.residual(a, others, Dense.column(a, i)));
      assertEquals(1, diagonal[i] * distance * distance, 1e-11);
    }
    assertTrue(k == CAPACITY || diagonal[k] == 7, "the entries behind stay");
  }

  /** {@code R^-T A'B} holds {@code z} for y, and has the norms of the projections. */
  private static void forward(GramCholesky cholesky, double[][] a, double[] y) {
    int k = a[0].length;
    double[] first = Dense.column(a, 0);
    double[][] x = new double[k][];
    for (int i = 0; i < k; i++) {
      double[] column = Dense.column(a, i);
      x[i] = new double[] {Dense.dot(column, y), Dense.dot(column, first), 7};
    }
    cholesky.forward(x, 2);
    double squared = 0;
    for (int i = 0; i < k; i++) {
      assertEquals(cholesky.projection(i), x[i][0], 1e-12);
      squared += x[i][1] * x[i][1];
      assertEquals(7, x[i][2], "the entries behind stay");
    }
    assertEquals(1, squared, 1e-12, "a column is its own projection");
  }

  /** Squared pivots 1, 3/4: the floor itself is refused, and then nothing is held. */
  @Test
  void givesUpAtTheFloor() {
    double[][] columns = {{1, 0}, {0.5, Math.sqrt(0.75)}};
    GramCholesky.Source gram = new Columns(columns, new double[] {1, 1});
    GramCholesky cholesky = new GramCholesky(2);
    assertTrue(cholesky.factor(0, 1, 0.75, gram));
    assertEquals(1, cholesky.size());
    assertTrue(cholesky.factor(0, 2, 0.74, gram));
    assertEquals(0.75, cholesky.smallestPivot(), 1e-15);
    assertFalse(cholesky.factor(0, 2, 0.76, gram));
    assertEquals(0, cholesky.size());
    assertEquals(1, cholesky.complete());
    double[] s = {3};
    cholesky.solveGram(s, 1);
    assertEquals(3, s[0], "the first column is still there");
    assertEquals(2, cholesky.capacity());
    assertFalse(cholesky.factor(0, 1, 1, gram), "a pivot at the floor");
  }
}
