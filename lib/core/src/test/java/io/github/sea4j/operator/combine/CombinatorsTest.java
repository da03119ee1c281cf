package io.github.sea4j.operator.combine;

import static io.github.sea4j.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.operator.ConvolutionOperator;
import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.LinearOperatorContract;
import io.github.sea4j.operator.SelectedRows;
import io.github.sea4j.operator.image.KroneckerOperator;
import io.github.sea4j.operator.transform.CosineTransform;
import io.github.sea4j.operator.transform.FourierTransform;
import io.github.sea4j.operator.transform.WaveletTransform;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class CombinatorsTest extends LinearOperatorContract {

  private static final int[] ROWS = {0, 1, 2, 4, 5, 8, 8, 13, 15};

  private static LinearOperator images() {
    return KroneckerOperator.of(CosineTransform.of(4), CosineTransform.of(4));
  }

  @Override
  protected Stream<Example> examples() {
    LinearOperator dense = DenseOperator.of(matrix(5, 7, 1));
    LinearOperator other = DenseOperator.of(matrix(7, 4, 2));
    LinearOperator blur = ConvolutionOperator.truncated(7, new double[] {1, 2, 1}, 1);
    return Stream.of(
        product("dense", dense, other),
        product("blurred", dense, blur),
        product("wavelets", CosineTransform.of(8), WaveletTransform.haar(8, 2).inverse()),
        product(
            "some cosines",
            some(CosineTransform.of(16)),
            WaveletTransform.daubechies(16, 2).inverse()),
        product("images", images(), WaveletTransform.haar(4, 4, 2).inverse()),
        product("some images", some(images()), WaveletTransform.haar(4, 4, 1).inverse()),
        product(
            "Fourier", some(FourierTransform.of(4, 4)), WaveletTransform.haar(4, 4, 1).inverse()),
        sum("one", new double[] {-2}, dense),
        sum("two", new double[] {0.5, 3}, dense, DenseOperator.of(matrix(5, 7, 3))),
        sum("square", new double[] {1, 1, 1}, blur, blur, DenseOperator.of(matrix(7, 7, 4))));
  }

  private static LinearOperator some(LinearOperator all) {
    return new SelectedRows(all, ROWS);
  }

  private static Example product(String name, LinearOperator left, LinearOperator right) {
    return new Example(
        name, ProductOperator.of(left, right), rows(written(left).mult(written(right))));
  }

  private static Example sum(String name, double[] weights, LinearOperator... terms) {
    SimpleMatrix sum = written(terms[0]).scale(weights[0]);
    for (int i = 1; i < terms.length; i++) {
      sum = sum.plus(written(terms[i]).scale(weights[i]));
    }
    return new Example(name, SumOperator.of(weights, terms), rows(sum));
  }

  private static SimpleMatrix written(LinearOperator operator) {
    return SimpleMatrix.wrap(DenseOperator.matrixOf(operator));
  }

  private static double[][] rows(SimpleMatrix matrix) {
    return matrix.toArray2();
  }

  /** Norms of columns are then at hand without fetching the columns. */
  @Test
  void selectionsOfRowsStayOutside() {
    LinearOperator measured =
        ProductOperator.of(some(images()), WaveletTransform.haar(4, 4, 1).inverse());
    assertInstanceOf(SelectedRows.class, measured);
    assertTrue(measured.columnEnergies(vector(ROWS.length, 1)).isPresent());
  }

  @Test
  void namesWhatIsWrong() {
    LinearOperator dense = DenseOperator.of(matrix(5, 7, 1));
    assertRefused("left must have as many columns", () -> ProductOperator.of(dense, dense));
    assertRefused("terms must all be 5 x 7", () -> SumOperator.of(dense, CosineTransform.of(7)));
    assertRefused("weights: there must be one", () -> SumOperator.of());
    double[] bad = {Double.NaN};
    assertRefused("entry 0 must be finite", () -> SumOperator.of(bad, dense));
  }
}
