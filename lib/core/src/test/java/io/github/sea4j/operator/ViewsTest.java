package io.github.sea4j.operator;

import static io.github.sea4j.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.instance.GaussianKernel;
import io.github.sea4j.operator.view.CountedOperator;
import io.github.sea4j.operator.view.RememberedGram;
import io.github.sea4j.operator.view.RememberedNorm;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Views of other operators, and views of views. */
class ViewsTest extends LinearOperatorContract {

  private static final int[] ROWS = {7, 0, 3, 3, 8};
  private static final int[] COLUMNS = {10, 2, 2, 0};

  @Override
  protected Stream<Example> examples() {
    double[][] matrix = matrix(9, 11, 21);
    DenseOperator dense = DenseOperator.of(matrix);
    double[] scale = vector(11, 22);
    double[][] scaled = scaled(matrix, scale);
    LinearOperator rowsOfColumns =
        new SelectedRows(new SelectedColumns(new ScaledColumns(dense, scale), COLUMNS), ROWS);
    return Stream.of(
        new Example("scaled columns", new ScaledColumns(dense, scale), scaled),
        new Example("columns", new SelectedColumns(dense, COLUMNS), columns(matrix, COLUMNS)),
        new Example("rows", new SelectedRows(dense, ROWS), rows(matrix, ROWS)),
        new Example("counted", new CountedOperator(dense), matrix),
        new Example("with its Gram matrix", new RememberedGram(dense), matrix),
        new Example(
            "with its Gram matrix, scaled", new RememberedGram(dense).scaleColumns(scale), scaled),
        new Example("twice", RepeatedOperator.of(dense, 2), blocks(matrix)),
        new Example("all three", rowsOfColumns, rows(columns(scaled, COLUMNS), ROWS)),
        convolutionSample());
  }

  private static double[][] blocks(double[][] matrix) {
    int m = matrix.length;
    int n = matrix[0].length;
    double[][] twice = new double[2 * m][2 * n];
    for (int i = 0; i < m; i++) {
      System.arraycopy(matrix[i], 0, twice[i], 0, n);
      System.arraycopy(matrix[i], 0, twice[m + i], n, n);
    }
    return twice;
  }

  private static Example convolutionSample() {
    double[] kernel = GaussianKernel.of(2);
    int n = 40;
    ConvolutionOperator convolution = ConvolutionOperator.truncated(n, kernel, kernel.length / 2);
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix[i][j] = Math.exp(-(i - j) * (i - j) / 8.0);
      }
    }
    int[] odd = IntStream.range(0, n / 2).map(i -> 2 * i + 1).toArray();
    return new Example(
        "rows of a convolution", new SelectedRows(convolution, odd), rows(matrix, odd));
  }

  private static double[][] scaled(double[][] matrix, double[] scale) {
    return Arrays.stream(matrix)
        .map(row -> IntStream.range(0, row.length).mapToDouble(j -> row[j] * scale[j]).toArray())
        .toArray(double[][]::new);
  }

  private static double[][] columns(double[][] matrix, int[] selected) {
    return Arrays.stream(matrix)
        .map(row -> Arrays.stream(selected).mapToDouble(j -> row[j]).toArray())
        .toArray(double[][]::new);
  }

  private static double[][] rows(double[][] matrix, int[] selected) {
    return Arrays.stream(selected).mapToObj(i -> matrix[i]).toArray(double[][]::new);
  }

  @Test
  void countsProductsAndNothingElse() {
    CountedOperator counted = new CountedOperator(DenseOperator.of(matrix(9, 11, 21)));
    counted.apply(new double[11], new double[9]);
    counted.applyTranspose(new double[9], new double[11]);
    counted.gramColumn(3, new double[11]);
    assertEquals(3, counted.products());
    counted.column(3, new double[9]);
    counted.columnNorms();
    assertEquals(3, counted.products());
    int[] pairs = {0};
    counted.norm(() -> ++pairs[0] == 4);
    assertEquals(3 + 2 * 4, counted.products());
  }

  /** A norm that is known costs no product, but counts as what it did, and ends where it would. */
  @Test
  void aRememberedNormShowsInNothingButTheTime() {
    CountedOperator base = new CountedOperator(DenseOperator.of(matrix(9, 11, 22)));
    RememberedNorm remembered = new RememberedNorm(base);
    CountedOperator first = new CountedOperator(remembered);
    double norm = first.norm();
    long spent = base.products();
    assertEquals(spent, first.products());
    CountedOperator second = new CountedOperator(remembered);
    assertEquals(norm, second.norm());
    assertEquals(spent, second.products());
    assertEquals(spent, base.products());
    for (int pairs = 1; pairs <= spent / 2; pairs++) {
      assertEquals(boundAfter(pairs, base), boundAfter(pairs, remembered));
      assertEquals(boundAfter(pairs, base), boundAfter(pairs, new RememberedNorm(base)));
    }
    assertEquals(norm, remembered.norm());
  }

  @Test
  void aBoundIsNotRememberedAsTheNorm() {
    LinearOperator base = DenseOperator.of(matrix(9, 11, 23));
    RememberedNorm remembered = new RememberedNorm(base);
    assertTrue(boundAfter(1, remembered) < base.norm());
    assertEquals(base.norm(), remembered.norm());
  }

  /** Factors whose products leave the range of a double are applied one after the other. */
  @Test
  void gramColumnsOfScaledColumnsStayInRange() {
    LinearOperator large = DenseOperator.of(new double[][] {{1e200, 1}, {0, 1}});
    double[] factors = {Double.MIN_NORMAL / 4, 1};
    LinearOperator view = new RememberedGram(large).scaleColumns(factors);
    LinearOperator twice =
        new RememberedGram(new ScaledColumns(large, new double[] {1e-200, 1}))
            .scaleColumns(factors);
    double[] gram = new double[2];
    view.gramColumn(1, gram);
    assertEquals(1e200 * factors[0], gram[0]);
    twice.gramColumn(1, gram);
    assertEquals(factors[0], gram[0]);
  }

  private static double boundAfter(int pairs, LinearOperator operator) {
    int[] asked = {0};
    return operator.norm(() -> ++asked[0] == pairs);
  }

  @Test
  void namesWhatIsWrong() {
    DenseOperator dense = DenseOperator.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
    assertRefused("row must be between 0 and 1, but is 2", () -> rowsOf(dense, 0, 2));
    assertRefused("row must be between 0 and 1, but is -1", () -> rowsOf(dense, -1));
    assertRefused("column must be between 0 and 2, but is 3", () -> columnsOf(dense, 3));
    assertRefused("number of columns 3, but is 2", () -> scaledBy(dense, 1, 2));
    assertRefused("entry 1 must be finite", () -> scaledBy(dense, 1, Double.NaN, 1));
  }

  private static LinearOperator rowsOf(LinearOperator base, int... selected) {
    return new SelectedRows(base, selected);
  }

  private static LinearOperator columnsOf(LinearOperator base, int... selected) {
    return new SelectedColumns(base, selected);
  }

  private static LinearOperator scaledBy(LinearOperator base, double... scale) {
    return new ScaledColumns(base, scale);
  }
}
