package io.github.sea4j.operator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.linalg.Vectors;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * What every {@link LinearOperator} must satisfy; the test of an operator supplies examples, each
 * with the dense matrix that it stands for, entry by entry.
 */
public abstract class LinearOperatorContract {

  /** Relative to the norms of the vectors involved. */
  private static final double TOLERANCE = 1e-13;

  /** An operator and its entries, by rows, from their definition. */
  public record Example(String name, LinearOperator operator, double[][] matrix) {}

  protected abstract Stream<Example> examples();

  private Stream<DynamicTest> forEach(Consumer<Example> check) {
    List<Example> all = examples().toList();
    assertEquals(false, all.isEmpty(), "no examples");
    return all.stream()
        .map(example -> DynamicTest.dynamicTest(example.name(), () -> check.accept(example)));
  }

  @TestFactory
  Stream<DynamicTest> hasTheShapeOfItsMatrix() {
    return forEach(
        e -> {
          assertEquals(e.matrix().length, e.operator().rows());
          assertEquals(e.matrix()[0].length, e.operator().columns());
        });
  }

  @TestFactory
  Stream<DynamicTest> appliesTheMatrix() {
    return forEach(
        e -> {
          double[] x = vector(e.operator().columns(), 1);
          double[] expected = new double[e.matrix().length];
          for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < x.length; j++) {
              expected[i] += e.matrix()[i][j] * x[j];
            }
          }
          double[] actual = dirty(expected.length);
          e.operator().apply(x, actual);
          assertClose(expected, actual, size(e) * Vectors.norm(x));
        });
  }

  @TestFactory
  Stream<DynamicTest> isItsOwnAdjoint() {
    return forEach(
        e -> {
          double[] x = vector(e.operator().columns(), 2);
          double[] y = vector(e.operator().rows(), 3);
          double[] ax = dirty(y.length);
          double[] aty = dirty(x.length);
          e.operator().apply(x, ax);
          e.operator().applyTranspose(y, aty);
          double scale = size(e) * Vectors.norm(x) * Vectors.norm(y);
          assertEquals(Vectors.dot(ax, y), Vectors.dot(x, aty), TOLERANCE * scale);
        });
  }

  @TestFactory
  Stream<DynamicTest> appliesTheTranspose() {
    return forEach(
        e -> {
          double[] y = vector(e.operator().rows(), 4);
          double[] expected = new double[e.operator().columns()];
          for (int i = 0; i < y.length; i++) {
            Vectors.axpy(y[i], e.matrix()[i], expected);
          }
          double[] actual = dirty(expected.length);
          e.operator().applyTranspose(y, actual);
          assertClose(expected, actual, size(e) * Vectors.norm(y));
        });
  }

  /** Three vectors, of which the last is left alone. */
  @TestFactory
  Stream<DynamicTest> appliesTheTransposeToSeveralVectors() {
    return forEach(
        e -> {
          int m = e.operator().rows();
          double[][] y = {vector(m, 12), vector(m, 13), vector(m, 14)};
          double[][] actual = new double[3][e.operator().columns()];
          Arrays.fill(actual[1], Double.NaN);
          e.operator().applyTranspose(y, actual, 2);
          double[] expected = new double[e.operator().columns()];
          for (int b = 0; b < 2; b++) {
            e.operator().applyTranspose(y[b], expected);
            assertClose(expected, actual[b], size(e) * Vectors.norm(y[b]));
          }
          assertArrayEquals(new double[expected.length], actual[2]);
        });
  }

  @TestFactory
  Stream<DynamicTest> hasTheColumnsOfItsMatrix() {
    return forEach(
        e -> {
          for (int j = 0; j < e.operator().columns(); j++) {
            double[] actual = dirty(e.operator().rows());
            e.operator().column(j, actual);
            double[] expected = columnOf(e.matrix(), j);
            assertClose(expected, actual, Vectors.norm(expected));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> hasTheGramColumnsOfItsMatrix() {
    return forEach(
        e -> {
          double size = size(e);
          for (int j = 0; j < e.operator().columns(); j++) {
            double[] a = columnOf(e.matrix(), j);
            double[] expected = new double[e.operator().columns()];
            for (int i = 0; i < a.length; i++) {
              Vectors.axpy(a[i], e.matrix()[i], expected);
            }
            double[] actual = dirty(expected.length);
            e.operator().gramColumn(j, actual);
            assertClose(expected, actual, size * size);
          }
        });
  }

  /** Packed columns have the bits and the form of those that are fetched. */
  @TestFactory
  Stream<DynamicTest> packsWhatItFetches() {
    return forEach(
        e -> {
          double[] column = dirty(e.operator().rows());
          double[] gram = dirty(e.operator().columns());
          for (int j = 0; j < e.operator().columns(); j++) {
            e.operator().column(j, column);
            e.operator().gramColumn(j, gram);
            assertSame(PackedVector.of(column), e.operator().packedColumn(j), column.length);
            assertSame(PackedVector.of(gram), e.operator().packedGramColumn(j), gram.length);
          }
        });
  }

  private static void assertSame(PackedVector expected, PackedVector actual, int length) {
    assertEquals(expected.isDense(), actual.isDense());
    assertArrayEquals(expected.indices().toArray(), actual.indices().toArray());
    for (int i = 0; i < length; i++) {
      assertEquals(expected.get(i), actual.get(i));
    }
  }

  @TestFactory
  Stream<DynamicTest> hasTheColumnNormsOfItsMatrix() {
    return forEach(
        e -> {
          double[] norms = e.operator().columnNorms();
          assertEquals(e.operator().columns(), norms.length);
          for (int j = 0; j < norms.length; j++) {
            double expected = Vectors.norm(columnOf(e.matrix(), j));
            assertEquals(expected, norms[j], 1e-14 * expected, "column " + j);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> weighsTheEnergiesOfItsColumns() {
    return forEach(
        e -> {
          double[] weights = vector(e.operator().rows(), 11);
          double[] actual = e.operator().columnEnergies(weights).orElse(null);
          for (int j = 0; actual != null && j < actual.length; j++) {
            double[] a = columnOf(e.matrix(), j);
            double expected = 0;
            for (int i = 0; i < a.length; i++) {
              expected += weights[i] * a[i] * a[i];
            }
            assertEquals(expected, actual[j], 1e-13 * size(e) * size(e), "column " + j);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> scalesItsColumns() {
    return forEach(
        e -> {
          checkScaling(e, vector(e.operator().columns(), 5));
          double[] equal = new double[e.operator().columns()];
          Arrays.fill(equal, -2.5);
          checkScaling(e, equal);
        });
  }

  private static void checkScaling(Example e, double[] scale) {
    double[] given = scale.clone();
    LinearOperator scaled = e.operator().scaleColumns(given);
    Arrays.fill(given, Double.NaN);
    double[] x = vector(scale.length, 6);
    double[] scaledX = new double[x.length];
    for (int j = 0; j < x.length; j++) {
      scaledX[j] = scale[j] * x[j];
    }
    double[] expected = new double[e.operator().rows()];
    double[] actual = dirty(expected.length);
    e.operator().apply(scaledX, expected);
    scaled.apply(x, actual);
    assertClose(expected, actual, size(e) * Vectors.norm(scaledX));
    double[] norms = scaled.columnNorms();
    for (int j = 0; j < norms.length; j++) {
      double norm = Math.abs(scale[j]) * Vectors.norm(columnOf(e.matrix(), j));
      assertEquals(norm, norms[j], 1e-14 * norm, "column " + j);
    }
  }

  @TestFactory
  Stream<DynamicTest> hasTheSpectralNormOfItsMatrix() {
    return forEach(
        e -> {
          double expected = new SimpleMatrix(e.matrix()).svd().getSingleValue(0);
          assertEquals(expected, e.operator().norm(), 1e-12 * expected);
        });
  }

  @TestFactory
  Stream<DynamicTest> refusesBadScales() {
    return forEach(
        e -> {
          LinearOperator operator = e.operator();
          double[] bad = new double[operator.columns()];
          bad[bad.length - 1] = Double.NaN;
          assertThrows(IllegalArgumentException.class, () -> operator.scaleColumns(bad));
          assertThrows(
              IllegalArgumentException.class,
              () -> operator.scaleColumns(new double[bad.length + 1]));
        });
  }

  /** One entry too few, or one too many of which none would be read. */
  @TestFactory
  Stream<DynamicTest> refusesArraysOfAnotherLength() {
    return forEach(
        e -> {
          LinearOperator a = e.operator();
          double[] x = new double[a.columns()];
          double[] y = new double[a.rows()];
          for (int more : new int[] {-1, 1}) {
            double[] otherX = new double[x.length + more];
            double[] otherY = new double[y.length + more];
            String columns = "must be the number of columns %d, but is %d";
            columns = columns.formatted(x.length, otherX.length);
            String rows = "must be the number of rows %d, but is %d";
            rows = rows.formatted(y.length, otherY.length);
            assertRefused("x: length " + columns, () -> a.apply(otherX, y));
            assertRefused("y: length " + rows, () -> a.apply(x, otherY));
            assertRefused("y: length " + rows, () -> a.applyTranspose(otherY, x));
            assertRefused("x: length " + columns, () -> a.applyTranspose(y, otherX));
            assertRefused(
                "x: length " + columns,
                () -> a.applyTranspose(new double[][] {y, y}, new double[][] {x, otherX}, 2));
            assertRefused("out: length " + rows, () -> a.column(0, otherY));
            assertRefused("out: length " + columns, () -> a.gramColumn(0, otherX));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> refusesColumnsThatItHasNot() {
    return forEach(
        e -> {
          LinearOperator a = e.operator();
          for (int j : new int[] {-1, a.columns()}) {
            String text = "j must be between 0 and %d, but is %d".formatted(a.columns() - 1, j);
            assertRefused(text, () -> a.column(j, new double[a.rows()]));
            assertRefused(text, () -> a.gramColumn(j, new double[a.columns()]));
            assertRefused(text, () -> a.packedColumn(j));
            assertRefused(text, () -> a.packedGramColumn(j));
          }
        });
  }

  private static void assertRefused(String text, Executable call) {
    assertEquals(text, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @TestFactory
  Stream<DynamicTest> leavesItsArgumentsAlone() {
    return forEach(
        e -> {
          double[] x = vector(e.operator().columns(), 7);
          double[] y = vector(e.operator().rows(), 8);
          double[] xBefore = x.clone();
          double[] yBefore = y.clone();
          e.operator().apply(x, new double[y.length]);
          e.operator().applyTranspose(y, new double[x.length]);
          e.operator().scaleColumns(x);
          assertArrayEquals(xBefore, x);
          assertArrayEquals(yBefore, y);
        });
  }

  @TestFactory
  Stream<DynamicTest> givesTheSameBitsOnManyThreads() {
    return forEach(
        e -> {
          double[] expected = everything(e.operator());
          IntStream.range(0, 40)
              .parallel()
              .forEach(i -> assertArrayEquals(expected, everything(e.operator())));
        });
  }

  private static double[] everything(LinearOperator operator) {
    double[] y = dirty(operator.rows());
    double[] x = dirty(operator.columns());
    double[] gram = dirty(operator.columns());
    operator.apply(vector(operator.columns(), 9), y);
    operator.applyTranspose(vector(operator.rows(), 10), x);
    operator.gramColumn(operator.columns() / 2, gram);
    return Stream.of(y, x, gram).flatMapToDouble(Arrays::stream).toArray();
  }

  public static double[] vector(int length, long seed) {
    Random random = new Random(seed);
    return random.doubles(length, -1, 1).toArray();
  }

  public static double[][] matrix(int rows, int columns, long seed) {
    return IntStream.range(0, rows)
        .mapToObj(i -> vector(columns, seed * 1000 + i))
        .toArray(double[][]::new);
  }

  public static double[] columnOf(double[][] matrix, int j) {
    return Arrays.stream(matrix).mapToDouble(row -> row[j]).toArray();
  }

  /** An array whose old content must not matter. */
  private static double[] dirty(int length) {
    double[] array = new double[length];
    Arrays.fill(array, Double.NaN);
    return array;
  }

  /** Frobenius norm: bounds the norm of every product. */
  private static double size(Example e) {
    return Vectors.norm(Arrays.stream(e.matrix()).mapToDouble(Vectors::norm).toArray());
  }

  private static void assertClose(double[] expected, double[] actual, double scale) {
    assertArrayEquals(expected, actual, TOLERANCE * Math.max(scale, Double.MIN_NORMAL));
  }
}
