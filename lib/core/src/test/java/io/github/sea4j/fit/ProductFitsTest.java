package io.github.sea4j.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.fit.iterative.ConjugateGradientFit;
import io.github.sea4j.fit.iterative.ProductPoint;
import io.github.sea4j.instance.GaussianMatrix;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.SelectedRows;
import io.github.sea4j.operator.combine.ProductOperator;
import io.github.sea4j.operator.image.KroneckerOperator;
import io.github.sea4j.operator.transform.CosineTransform;
import io.github.sea4j.operator.transform.WaveletTransform;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.threshold.Htp;
import io.github.sea4j.threshold.Niht;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fits and points by products alone, against those that hold columns. */
class ProductFitsTest {

  private final Instance instance = GaussianMatrix.of(60, 90).withSignalToNoise(10).instance(12, 1);
  private final LinearOperator operator = instance.problem().unitNorm().operator();
  private final double[] y = instance.problem().unitNorm().measurements();

  @Test
  void theFitIsThatOfTheColumns() {
    Fit fit = new ConjugateGradientFit(operator, y, () -> false);
    Fit columns = new SupportFit(operator, y, 15);
    for (int seed = 0; seed < 5; seed++) {
      int[] support = new Random(seed).ints(0, 90).distinct().limit(12).sorted().toArray();
      fit.moveTo(support);
      columns.moveTo(support);
      assertArrayEquals(support, fit.support());
      assertArrayEquals(columns.coefficients(), fit.coefficients(), 1e-11);
      assertEquals(columns.value(), fit.value(), 1e-12);
      double[] expected = new double[90];
      double[] actual = new double[90];
      columns.gradient(expected);
      fit.gradient(actual);
      assertArrayEquals(expected, actual, 1e-11);
    }
  }

  @Test
  void thePointIsThatOfTheColumns() {
    SparsePoint point = new ProductPoint(operator, y);
    SparsePoint columns = new LeastSquaresPoint(operator, y, () -> false);
    int[] support = {3, 17, 44, 80};
    double[] values = {0.5, -1, 0.25, 2};
    for (SparsePoint each : new SparsePoint[] {point, columns}) {
      assertEquals(Vectors.norm(y), each.value(), 1e-15);
      each.set(support, values);
      assertArrayEquals(support, each.support());
      assertArrayEquals(values, each.coefficients());
    }
    assertEquals(columns.value(), point.value(), 1e-13);
    assertEquals(columns.imageNorm(support, values), point.imageNorm(support, values), 1e-13);
    double[] expected = new double[90];
    double[] actual = new double[90];
    columns.gradient(expected);
    point.gradient(actual);
    assertArrayEquals(expected, actual, 1e-13);
  }

  /** Products do not pay for full matrices, whatever their size in practice, nor for small ones. */
  @Test
  void productsAreForLargeSupportsOfFastTransforms() {
    assertFalse(ConjugateGradientFit.pays(operator, 12));
    assertFalse(ConjugateGradientFit.pays(DenseOperator.of(new double[1][100_000]), 1));
    assertTrue(ConjugateGradientFit.pays(measured(256, 1), 1000));
    assertFalse(ConjugateGradientFit.pays(measured(256, 1), 100));
  }

  private static LinearOperator measured(int side, int seed) {
    LinearOperator cosines =
        KroneckerOperator.of(CosineTransform.of(side), CosineTransform.of(side));
    int pixels = side * side;
    int[] rows =
        new Random(seed).ints(0, pixels).distinct().limit(3L * pixels / 10).sorted().toArray();
    rows[0] = 0;
    return ProductOperator.of(
        new SelectedRows(cosines, rows), WaveletTransform.haar(side, side, 4).inverse());
  }

  /** 1000 wavelets in 256 x 256 pixels come back exactly from a third of the cosines; seed 2. */
  @Tag("slow")
  @Test
  void aSparseImageComesBackFromSomeOfItsCosines() {
    LinearOperator a = measured(256, 2);
    double[] x = new double[a.columns()];
    IntStream.range(0, 1000).forEach(i -> x[i * 16 + i % 7] = 1 + i % 3);
    double[] measurements = new double[a.rows()];
    a.apply(x, measurements);
    SparseProblem problem = SparseProblem.of(a, measurements, 1000);
    for (Solution found : new Solution[] {new Htp().solve(problem), new Niht().solve(problem)}) {
      assertTrue(found.relativeResidual() < 1e-10, found::toString);
      assertArrayEquals(x, found.x().toDense(), 1e-8);
    }
  }
}
