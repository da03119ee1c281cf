package io.github.sea4j.operator;

import static io.github.sea4j.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.sea4j.linalg.OrthogonalRows;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.image.ImageConvolution;
import io.github.sea4j.operator.image.KroneckerOperator;
import io.github.sea4j.operator.view.CountedOperator;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whitening against its definition, {@code W = (A A' + tau² I)^(-1/2)}, up to the rotation of the
 * rows that is left free: the Gram matrix {@code A'W'W A}, the back-projection {@code A'W'W y} and
 * the singular values know nothing of it.
 */
class WhiteningTest {

  private static final List<Double> TAUS = List.of(1e-3, 0.1, 1.0, 30.0);

  /** A matrix of ordinary size and condition, and the operator that stands for it. */
  record Example(String name, LinearOperator operator) {
    SimpleMatrix matrix() {
      return written(operator);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Example> examples() {
    double[] kernel = {0.3, 1, 0.6, -0.2};
    double[] scale = LinearOperatorContract.vector(9, 2);
    scale[4] = 0;
    double[] equal = new double[9];
    Arrays.fill(equal, 2.5);
    LinearOperator circular = ConvolutionOperator.circular(9, kernel, 1);
    LinearOperator truncated = ConvolutionOperator.truncated(9, kernel, 1);
    Stream<Example> matrices =
        Stream.of(
            new Example("wide", dense(6, 11)),
            new Example("tall", dense(11, 6)),
            new Example("square", dense(7, 7)),
            new Example("one row", dense(1, 5)),
            new Example("one column", dense(5, 1)),
            new Example("one entry", dense(1, 1)),
            new Example("repeated rows", new SelectedRows(dense(4, 9), new int[] {0, 1, 2, 1, 3})),
            new Example("a zero column", new ScaledColumns(dense(5, 9), scale)),
            new Example("columns scaled alike", new ScaledColumns(dense(5, 9), equal)),
            new Example("truncated convolution", truncated),
            new Example("convolution scaled unlike", circular.scaleColumns(scale)),
            new Example("checked and counted", new CountedOperator(new CheckedOperator(circular))));
    Stream<Example> convolutions =
        IntStream.of(1, 2, 3, 8, 9, 64, 75).mapToObj(WhiteningTest::convolution);
    return Stream.of(matrices, convolutions, images()).flatMap(each -> each);
  }

  /** Of images with odd and even sides, by kernels without any symmetry. */
  private static Stream<Example> images() {
    LinearOperator down = ConvolutionOperator.circular(4, new double[] {0.2, 1, -0.3}, 1);
    LinearOperator across = ConvolutionOperator.circular(5, new double[] {0.4, 1.1}, 0);
    double[][] kernel = LinearOperatorContract.matrix(3, 4, 12);
    return Stream.of(
        new Example("separable image", KroneckerOperator.of(down, across)),
        new Example("image 4 x 5", ImageConvolution.circular(4, 5, kernel, 1, 2)),
        new Example("image 3 x 6", ImageConvolution.circular(3, 6, kernel, 2, 0)));
  }

  private static LinearOperator dense(int rows, int columns) {
    return DenseOperator.of(LinearOperatorContract.matrix(rows, columns, 31));
  }

  /** An asymmetric kernel, longer than the signal where that is short. */
  private static Example convolution(int n) {
    double[] kernel = {0.1, 0.5, 1.3, 0.2, -0.4};
    return new Example("convolution, n = " + n, ConvolutionOperator.circular(n, kernel, 2));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void hasTheGramMatrixOfTheDefinition(Example example) {
    SimpleMatrix a = example.matrix();
    for (double tau : TAUS) {
      SimpleMatrix whitened = written(example.operator.whitening().operator(tau));
      assertClose(
          a.transpose().mult(ridge(a, tau, a)), whitened.transpose().mult(whitened), tau, example);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void matrixAndMeasurementsAreInOneRotation(Example example) {
    SimpleMatrix a = example.matrix();
    double[] y = LinearOperatorContract.vector(a.getNumRows(), 5);
    double[] given = y.clone();
    for (double tau : TAUS) {
      Whitening whitening = example.operator.whitening();
      double[] back = new double[a.getNumCols()];
      whitening.operator(tau).applyTranspose(whitening.measurements(y, tau), back);
      SimpleMatrix expected = a.transpose().mult(ridge(a, tau, columnVector(y)));
      assertClose(expected, columnVector(back), tau, example);
    }
    assertArrayEquals(given, y);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void knowsTheResidualOfTheRidgeEstimate(Example example) {
    SimpleMatrix a = example.matrix();
    double[] y = LinearOperatorContract.vector(a.getNumRows(), 5);
    for (double tau : TAUS) {
      SimpleMatrix estimate = a.transpose().mult(ridge(a, tau, columnVector(y)));
      double expected = columnVector(y).minus(a.mult(estimate)).normF();
      double actual = example.operator.whitening().ridgeResidualNorm(y, tau);
      assertEquals(expected, actual, 1e-9 * Vectors.norm(y), example.name + ", tau = " + tau);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void singularValuesAreEvenedOut(Example example) {
    double[] before = example.matrix().svd().getSingularValues();
    for (double tau : TAUS) {
      SimpleMatrix whitened = written(example.operator.whitening().operator(tau));
      double[] expected = Arrays.stream(before).map(s -> s / Math.hypot(s, tau)).sorted().toArray();
      double[] after = Arrays.stream(whitened.svd().getSingularValues()).sorted().toArray();
      assertArrayEquals(expected, after, 1e-11, example.name + ", tau = " + tau);
    }
  }

  /** Measurements made by the matrix stay made by the matrix: {@code W (A x) = (W A) x}. */
  @ParameterizedTest
  @MethodSource("examples")
  void supportsMeanTheSame(Example example) {
    LinearOperator a = example.operator;
    double[] x = LinearOperatorContract.vector(a.columns(), 6);
    double[] y = new double[a.rows()];
    a.apply(x, y);
    for (double tau : TAUS) {
      double[] expected = new double[y.length];
      a.whitening().operator(tau).apply(x, expected);
      assertArrayEquals(expected, a.whitening().measurements(y, tau), 1e-11 / Math.min(tau, 1));
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void towardsInfinityOnlyTheScaleChanges(Example example) {
    double tau = 1e9;
    SimpleMatrix a = example.matrix();
    SimpleMatrix whitened = written(example.operator.whitening().operator(tau)).scale(tau);
    assertClose(a.transpose().mult(a), whitened.transpose().mult(whitened), tau, example);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void atZeroItIsTheProjectionOntoTheRows(Example example) {
    SimpleMatrix a = example.matrix();
    SimpleMatrix whitened = written(example.operator.whitening().operator(0));
    assertClose(a.pseudoInverse().mult(a), whitened.transpose().mult(whitened), 0, example);
  }

  /** {@code C = U'A}: {@code C C' = diag(s²)}, {@code C'C = A'A}, {@code C'(U'y) = A'y}. */
  @ParameterizedTest
  @MethodSource("examples")
  void orthogonalRowsAreTheMatrixRotated(Example example) {
    SimpleMatrix a = example.matrix();
    OrthogonalRows rows = example.operator.whitening().orthogonalRows();
    assertEquals(a.svd().rank(), rows.squares().length, example.name);
    assertEquals(a.getNumCols(), rows.columns(), example.name);
    SimpleMatrix c = written(rows);
    assertClose(gram(a), gram(c), 0, example);
    SimpleMatrix squares = SimpleMatrix.diag(rows.squares());
    assertClose(squares, c.mult(c.transpose()), 0, example);

    double[] y = LinearOperatorContract.vector(a.getNumRows(), 5);
    double[][] back = {new double[a.getNumCols()]};
    rows.addTranspose(new double[][] {rows.rotated(y)}, 1, back);
    assertClose(a.transpose().mult(columnVector(y)), columnVector(back[0]), 0, example);
  }

  /** Blocks of vectors, of which only the first ones take part. */
  @ParameterizedTest
  @MethodSource("examples")
  void orthogonalRowsTakeSeveralVectorsAtOnce(Example example) {
    OrthogonalRows rows = example.operator.whitening().orthogonalRows();
    SimpleMatrix c = written(rows);
    double[][] x = new double[4][];
    double[][] product = new double[4][rows.squares().length];
    for (int b = 0; b < 4; b++) {
      x[b] = LinearOperatorContract.vector(rows.columns(), 50 + b);
    }
    rows.apply(x, 3, product);
    assertArrayEquals(new double[rows.squares().length], product[3]);
    double[][] sum = new double[4][];
    for (int b = 0; b < 4; b++) {
      sum[b] = x[b].clone();
    }
    rows.addTranspose(product, 3, sum);
    assertArrayEquals(x[3], sum[3]);
    for (int b = 0; b < 3; b++) {
      SimpleMatrix expected = c.mult(columnVector(x[b]));
      assertClose(expected, columnVector(product[b]), 0, example);
      SimpleMatrix back = columnVector(x[b]).plus(c.transpose().mult(expected));
      assertClose(back, columnVector(sum[b]), 0, example);
    }
  }

  @Test
  void productsWithOrthogonalRowsAreCountedOneForEachVector() {
    CountedOperator counted = new CountedOperator(dense(4, 7));
    OrthogonalRows rows = counted.counted(dense(4, 7).whitening().orthogonalRows());
    assertEquals(0, counted.products());
    rows.apply(new double[3][7], 3, new double[3][4]);
    assertEquals(3, counted.products());
    rows.addTranspose(new double[3][4], 2, new double[3][7]);
    assertEquals(5, counted.products());
  }

  /**
   * {@code s = exp(-9 w²/2)} falls to 1e-19 of the largest: where tau is small, so is the floor.
   */
  @Test
  void denseAndFourierAgreeOnASpectrumOfEighteenDecades() {
    for (int n : new int[] {100, 101}) {
      LinearOperator fourier = ConvolutionOperatorTest.unitGaussian(n, 3);
      LinearOperator dense = DenseOperator.of(written(fourier).getDDRM());
      assertInstanceOf(ConvolutionWhitening.class, fourier.whitening());
      assertInstanceOf(DenseWhitening.class, dense.whitening());
      for (double tau : new double[] {1, 1e-2, 1e-5, 1e-8}) {
        SimpleMatrix expected = written(fourier.whitening().operator(tau));
        SimpleMatrix actual = written(dense.whitening().operator(tau));
        assertEquals(
            0,
            difference(gram(expected), gram(actual)),
            1e-15 / Math.min(1e-3, tau) + 1e-11,
            "n = " + n + ", tau = " + tau);
      }
    }
  }

  @Test
  void zeroStaysZero() {
    for (LinearOperator zero :
        List.of(
            DenseOperator.of(new double[3][5]),
            ConvolutionOperator.circular(4, new double[] {0, 0}, 0))) {
      for (double tau : new double[] {0, 1}) {
        SimpleMatrix whitened = written(zero.whitening().operator(tau));
        assertEquals(0, whitened.elementMaxAbs(), "tau = " + tau);
      }
    }
  }

  @Test
  void aUsersOperatorIsWhitenedAsItsMatrix() {
    double[][] matrix = LinearOperatorContract.matrix(5, 9, 33);
    Whitening expected = DenseOperator.of(matrix).whitening();
    Whitening actual = new Shape(5, 9, matrix).whitening();
    SimpleMatrix difference = written(expected.operator(0.2)).minus(written(actual.operator(0.2)));
    assertEquals(0, difference.elementMaxAbs());
  }

  @Test
  void refusesWhatIsNoTau() {
    for (Function<Double, ?> use : uses()) {
      assertRefused("tau must be at least 0 and finite, but is -0.5", () -> use.apply(-0.5));
      assertRefused("tau must be at least 0 and finite, but is NaN", () -> use.apply(Double.NaN));
      assertRefused("but is Infinity", () -> use.apply(Double.POSITIVE_INFINITY));
    }
  }

  private static List<Function<Double, ?>> uses() {
    double[] equal = {2, 2, 2};
    return Stream.of(
            dense(3, 3),
            ConvolutionOperator.circular(3, new double[] {1, 2}, 0),
            new ScaledColumns(dense(3, 3), equal))
        .map(LinearOperator::whitening)
        .<Function<Double, ?>>flatMap(
            w ->
                Stream.of(
                    w::operator,
                    tau -> w.measurements(new double[3], tau),
                    tau -> w.ridgeResidualNorm(new double[3], tau)))
        .toList();
  }

  /** Refused from the shape alone, before anything of that size is allocated. */
  @Test
  void refusesWhatIsTooLargeToBeDecomposed() {
    assertRefused(
        "operator: whitening needs a circular convolution, or at most 3000 rows and 50000000"
            + " entries, but it is 3001 x 10",
        () -> new Shape(3001, 10, new double[0][]).whitening());
    assertRefused(
        "but it is 2000 x 2000000", () -> new Shape(2000, 2_000_000, new double[0][]).whitening());
    double[] kernel = {1, 2, 1};
    assertRefused(
        "but it is 100000 x 100000",
        () -> ConvolutionOperator.truncated(100_000, kernel, 1).whitening());
  }

  @Tag("slow")
  @Test
  void aMillionSamplesAreWhitenedInFourier() {
    int n = 1_000_000;
    LinearOperator a = ConvolutionOperatorTest.unitGaussian(n, 3);
    double[] x = new double[n];
    x[17] = 1;
    x[n - 5] = -2;
    double[] y = new double[n];
    a.apply(x, y);
    double[] expected = a.whitening().measurements(y, 0.01);
    double[] actual = new double[n];
    a.whitening().operator(0.01).apply(x, actual);
    assertArrayEquals(expected, actual, 1e-11);
  }

  @Test
  void refusesAnOperatorThatAnswersNaN() {
    double[][] matrix = {{1, 2}, {Double.NaN, 3}};
    assertRefused("must be finite", () -> new Shape(2, 2, matrix).whitening());
  }

  /** An operator as a user would write one. */
  private record Shape(int rows, int columns, double[][] matrix) implements LinearOperator {
    @Override
    public void apply(double[] x, double[] y) {
      Arrays.setAll(y, i -> Vectors.dot(matrix[i], x));
    }

    @Override
    public void applyTranspose(double[] y, double[] x) {
      Arrays.fill(x, 0);
      for (int i = 0; i < rows; i++) {
        Vectors.axpy(y[i], matrix[i], x);
      }
    }

    @Override
    public void column(int j, double[] out) {
      Arrays.setAll(out, i -> matrix[i][j]);
    }
  }

  /** {@code (A A' + tau² I)^-1 B}. */
  private static SimpleMatrix ridge(SimpleMatrix a, double tau, SimpleMatrix b) {
    SimpleMatrix shift = SimpleMatrix.identity(a.getNumRows()).scale(tau * tau);
    return a.mult(a.transpose()).plus(shift).solve(b);
  }

  private static SimpleMatrix gram(SimpleMatrix a) {
    return a.transpose().mult(a);
  }

  private static double difference(SimpleMatrix a, SimpleMatrix b) {
    return a.minus(b).elementMaxAbs();
  }

  private static void assertClose(
      SimpleMatrix expected, SimpleMatrix actual, double tau, Example example) {
    double scale = Math.max(1, expected.elementMaxAbs());
    assertEquals(0, difference(expected, actual), 1e-9 * scale, example.name + ", tau = " + tau);
  }

  private static SimpleMatrix columnVector(double[] v) {
    return new SimpleMatrix(v.length, 1, true, v);
  }

  private static SimpleMatrix written(OrthogonalRows rows) {
    SimpleMatrix matrix = new SimpleMatrix(rows.squares().length, rows.columns());
    for (int j = 0; j < rows.columns(); j++) {
      double[][] unit = new double[1][rows.columns()];
      unit[0][j] = 1;
      double[][] column = new double[1][rows.squares().length];
      rows.apply(unit, 1, column);
      matrix.setColumn(j, 0, column[0]);
    }
    return matrix;
  }

  private static SimpleMatrix written(LinearOperator operator) {
    SimpleMatrix matrix = new SimpleMatrix(operator.rows(), operator.columns());
    double[] column = new double[operator.rows()];
    for (int j = 0; j < operator.columns(); j++) {
      operator.column(j, column);
      matrix.setColumn(j, 0, column);
    }
    return matrix;
  }
}
