package io.github.sea4j.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.instance.PointSources;
import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.oracle.Dense;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Fits on supports that are too large for an orthogonal factorisation, against that of a smaller
 * image and against what a fit must satisfy: the residual is orthogonal to the columns.
 */
class LargeSupportTest {

  private static LinearOperator field(int side) {
    return PointSources.gaussian(side, side, 1.5)
        .problem(new double[side][side], 1)
        .unitNorm()
        .operator();
  }

  /** Apart from each other by 2 to 7 pixels along the rows. */
  private static int[] support(int n, int count) {
    return IntStream.range(0, count).map(i -> (int) ((long) i * (n - 7) / count + i % 6)).toArray();
  }

  private static double[] image(int n) {
    return IntStream.range(0, n).mapToDouble(i -> Math.sin(0.37 * i) + Math.cos(i * i)).toArray();
  }

  @Test
  void agreesWithTheOrthogonalFit() {
    LinearOperator a = field(24);
    int[] support = support(a.columns(), 40);
    double[] y = image(a.rows());
    SupportSolution exact = SupportSolution.of(a, y, support);
    SupportSolution fit = SemiNormalFit.of(columns(a, support), y, new double[y.length]);
    assertArrayEquals(exact.coefficients(), fit.coefficients(), 1e-11);
    assertEquals(exact.value(), fit.value(), 1e-13 * exact.value());
    assertEquals(exact.rankDeficient(), fit.rankDeficient());
  }

  /** A column twice, in whatever place: one of the two gets zero, the fit is that without it. */
  @ParameterizedTest
  @ValueSource(ints = {4, 7, 12})
  void leavesOutDependentColumns(int place) {
    LinearOperator a = field(16);
    int[] support = support(a.columns(), 12);
    double[] y = image(a.rows());
    List<PackedVector> columns = new ArrayList<>(List.of(columns(a, support)));
    columns.add(place, columns.get(3));
    SupportSolution fit =
        SemiNormalFit.of(columns.toArray(PackedVector[]::new), y, new double[y.length]);
    assertTrue(fit.rankDeficient());
    assertEquals(0.0, Math.abs(fit.coefficients()[3] * fit.coefficients()[place]));
    assertEquals(1, Arrays.stream(fit.coefficients()).filter(value -> value == 0).count());
    assertEquals(SupportSolution.of(a, y, support).value(), fit.value(), 1e-12);
  }

  /** So few entries that inner products go from entry to entry. */
  @Test
  void columnsOfFewEntriesAreFittedLikeOthers() {
    double[] pulse = {1, 4, 8, 4, 1.5, 0.5};
    Vectors.scale(1 / Vectors.norm(pulse), pulse);
    int[] starts = {0, 1, 3, 30, 32, 90, 91};
    PackedVector[] columns =
        Arrays.stream(starts)
            .mapToObj(start -> PackedVector.placed(100, start, pulse, false))
            .toArray(PackedVector[]::new);
    double[][] matrix = new double[100][starts.length];
    for (int j = 0; j < starts.length; j++) {
      for (int i = 0; i < 100; i++) {
        matrix[i][j] = columns[j].get(i);
      }
    }
    double[] y = image(100);
    double[] residual = new double[100];
    SupportSolution fit = SemiNormalFit.of(columns, y, residual);
    int[] all = IntStream.range(0, starts.length).toArray();
    assertArrayEquals(Dense.leastSquares(matrix, all, y), fit.coefficients(), 1e-12);
    assertArrayEquals(Dense.residual(matrix, all, y), residual, 1e-12);
    assertEquals(Vectors.norm(residual), fit.value(), 1e-13);
    assertFalse(fit.rankDeficient());
  }

  /**
   * The last column is this squared distance from the span of the others. At 1e-7 it takes
   * corrections to fit it; below 1e-9 it counts as dependent.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1e-3, 1e-5, 1e-7, 1e-10})
  void aColumnCloseToTheSpanOfOthersIsFittedOrLeftOut(double squared) {
    double[][] orthonormal = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}};
    double near = Math.sqrt((1 - squared) / 2);
    orthonormal[2] = new double[] {near, near, Math.sqrt(squared), 0};
    double[] y = {1, 2, 3, 4};
    PackedVector[] columns =
        Arrays.stream(orthonormal).map(PackedVector::of).toArray(PackedVector[]::new);
    double[] residual = new double[4];
    SupportSolution fit = SemiNormalFit.of(columns, y, residual);
    boolean leftOut = squared < 1e-9;
    assertEquals(leftOut, fit.rankDeficient());
    double last = leftOut ? 0 : 3 / Math.sqrt(squared);
    double[] expected = {1 - near * last, 2 - near * last, last};
    assertArrayEquals(expected, fit.coefficients(), 1e-14 * (1 + last / Math.sqrt(squared)));
    assertArrayEquals(new double[] {0, 0, leftOut ? 3 : 0, 4}, residual, 1e-12 * (1 + last));
    assertEquals(leftOut ? 5 : 4, fit.value(), 1e-11);
  }

  private static PackedVector[] columns(LinearOperator a, int[] support) {
    double[] column = new double[a.rows()];
    return Arrays.stream(support)
        .mapToObj(
            j -> {
              a.column(j, column);
              return PackedVector.of(column);
            })
        .toArray(PackedVector[]::new);
  }

  /** 260 sources in 128 x 128 pixels are a large support; moved, grown and fitted afresh. */
  @Test
  void allFitsOfALargeSupportAreOne() {
    LinearOperator a = field(128);
    int[] support = support(a.columns(), 260);
    double[] y = image(a.rows());
    assertTrue(SemiNormalFit.isLarge(a.rows(), support.length));
    SupportSolution afresh = LeastSquares.LOSS.solve(a, y, support);
    checkOrthogonal(a, y, support, afresh.coefficients());
    Fit grown = LeastSquares.LOSS.growingFit(a, y, support.length);
    grown.moveTo(Arrays.copyOf(support, 200));
    grown.moveTo(support);
    assertArrayEquals(afresh.coefficients(), grown.coefficients(), 1e-10);
    assertEquals(afresh.value(), grown.value(), 1e-12 * afresh.value());
    Fit moved = LeastSquares.LOSS.fit(a, y, support.length, () -> false);
    moved.moveTo(support(a.columns() - 64, 260));
    moved.moveTo(support);
    assertArrayEquals(afresh.coefficients(), moved.coefficients(), 1e-10);
    double[] g = new double[a.columns()];
    double[] h = new double[a.columns()];
    grown.gradient(g);
    moved.gradient(h);
    assertArrayEquals(g, h, 1e-10 * Vectors.norm(y));
  }

  private static void checkOrthogonal(
      LinearOperator a, double[] y, int[] support, double[] values) {
    double[] x = new double[a.columns()];
    for (int i = 0; i < support.length; i++) {
      x[support[i]] = values[i];
    }
    double[] residual = new double[y.length];
    a.apply(x, residual);
    Vectors.scale(-1, residual);
    Vectors.axpy(1, y, residual);
    double[] correlations = new double[x.length];
    a.applyTranspose(residual, correlations);
    for (int j : support) {
      assertEquals(0, correlations[j], 1e-12 * Vectors.norm(y));
    }
  }
}
