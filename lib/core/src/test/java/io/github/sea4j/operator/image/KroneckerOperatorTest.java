package io.github.sea4j.operator.image;

import static io.github.sea4j.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.instance.GaussianKernel;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.ConvolutionOperator;
import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.LinearOperatorContract;
import io.github.sea4j.operator.SelectedRows;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KroneckerOperatorTest extends LinearOperatorContract {

  private static final double[] BLUR = {0.2, 0.7, 1, 0.4};

  @Override
  protected Stream<Example> examples() {
    Example dense = example("dense", 3, 4, 5, 2);
    int[] rows = {0, 3, 3, 14, 7};
    return Stream.of(
        dense,
        example("one row", 1, 1, 3, 6),
        example("one column", 4, 3, 1, 1),
        of("circular", ConvolutionOperator.circular(5, BLUR, 1), circular(4)),
        of("truncated", ConvolutionOperator.truncated(3, BLUR, 2), circular(6)),
        new Example(
            "some rows",
            new SelectedRows(dense.operator(), rows),
            Arrays.stream(rows).mapToObj(i -> dense.matrix()[i]).toArray(double[][]::new)));
  }

  private static ConvolutionOperator circular(int n) {
    return ConvolutionOperator.circular(n, BLUR, 1);
  }

  private static Example example(String name, int p, int q, int s, int t) {
    return of(name, DenseOperator.of(matrix(p, q, 1)), DenseOperator.of(matrix(s, t, 2)));
  }

  /** By the definition, {@code a[(r, c), (k, l)] = d[r, k] e[c, l]}. */
  private static Example of(String name, LinearOperator down, LinearOperator across) {
    double[][] matrix = new double[down.rows() * across.rows()][down.columns() * across.columns()];
    double[] d = new double[down.rows()];
    double[] e = new double[across.rows()];
    for (int j = 0; j < matrix[0].length; j++) {
      down.column(j / across.columns(), d);
      across.column(j % across.columns(), e);
      for (int i = 0; i < matrix.length; i++) {
        matrix[i][j] = d[i / across.rows()] * e[i % across.rows()];
      }
    }
    return new Example(name, KroneckerOperator.of(down, across), matrix);
  }

  /** Two ways to one matrix: a Gaussian blur of an image by lines and by Fourier transforms. */
  @Test
  void isTheConvolutionByASeparableKernel() {
    double[] line = GaussianKernel.of(0.8);
    int centre = line.length / 2;
    double[][] kernel = new double[line.length][line.length];
    for (int r = 0; r < line.length; r++) {
      for (int c = 0; c < line.length; c++) {
        kernel[r][c] = line[r] * line[c];
      }
    }
    assertSame(
        KroneckerOperator.of(
            ConvolutionOperator.circular(24, line, centre),
            ConvolutionOperator.circular(30, line, centre)),
        ImageConvolution.circular(24, 30, kernel, centre, centre));
    assertSame(
        KroneckerOperator.of(
            ConvolutionOperator.truncated(24, line, centre),
            ConvolutionOperator.truncated(30, line, centre)),
        ImageConvolution.truncated(24, 30, kernel, centre, centre));
  }

  private static void assertSame(LinearOperator separable, LinearOperator general) {
    double[] x = vector(separable.columns(), 3);
    double[] expected = new double[separable.rows()];
    double[] actual = new double[separable.rows()];
    separable.apply(x, expected);
    general.apply(x, actual);
    assertArrayEquals(expected, actual, 1e-14 * Vectors.norm(expected));
    separable.applyTranspose(x, expected);
    general.applyTranspose(x, actual);
    assertArrayEquals(expected, actual, 1e-14 * Vectors.norm(expected));
    for (int j : new int[] {0, 17, 400, 719}) {
      separable.gramColumn(j, expected);
      general.gramColumn(j, actual);
      assertArrayEquals(expected, actual, 1e-14 * expected[j]);
    }
    assertArrayEquals(separable.columnNorms(), general.columnNorms(), 1e-14);
    assertEquals(separable.norm(), general.norm(), 1e-12 * general.norm());
  }

  /** The bits of the convolution of signals, on an image of one row. */
  @Test
  void isTheConvolutionOfSignalsOnAnImageOfOneRow() {
    LinearOperator signal = circular(20);
    LinearOperator image = KroneckerOperator.of(DenseOperator.of(new double[][] {{1}}), signal);
    double[] x = vector(20, 4);
    double[] expected = new double[20];
    double[] actual = new double[20];
    signal.apply(x, expected);
    image.apply(x, actual);
    assertArrayEquals(expected, actual);
    signal.gramColumn(7, expected);
    image.gramColumn(7, actual);
    assertArrayEquals(expected, actual);
    assertArrayEquals(signal.columnNorms(), image.columnNorms());
  }

  /** Of a Gram column of a wide blur only what can count is kept, so that it stays sparse. */
  @Test
  void leavesOutWhatIsNegligible() {
    double[] line = GaussianKernel.of(3);
    LinearOperator blur = ConvolutionOperator.circular(200, line, line.length / 2);
    double[] gram = new double[200 * 200];
    KroneckerOperator.of(blur, blur).gramColumn(0, gram);
    double smallest =
        Arrays.stream(gram).filter(g -> g != 0).map(Math::abs).min().orElseThrow() / gram[0];
    assertTrue(smallest >= 1e-22 && smallest < 2e-22, "smallest " + smallest);
  }

  @Test
  void staysAKroneckerProductWhenScaledEqually() {
    double[] equal = new double[20];
    Arrays.fill(equal, 3);
    LinearOperator image = KroneckerOperator.of(circular(4), circular(5));
    assertInstanceOf(KroneckerOperator.class, image.scaleColumns(equal));
  }

  @Test
  void refusesImagesBeyondAnArray() {
    LinearOperator large = ConvolutionOperator.circular(60_000, BLUR, 1);
    assertRefused("at most", () -> KroneckerOperator.of(large, large));
  }
}
