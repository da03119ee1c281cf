package io.github.sea4j.operator;

import io.github.sea4j.linalg.BlockProduct;
import io.github.sea4j.linalg.OrthogonalRows;
import io.github.sea4j.linalg.Vectors;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.jspecify.annotations.Nullable;

/**
 * The whitening of any matrix of moderate size, from its singular value decomposition {@code A = U
 * diag(s) V'}: with {@code C = U' A}, whose rows are orthogonal and have norms s, the matrix {@code
 * diag(1 / sqrt(s² + tau²)) C} is {@code W A} rotated by U'.
 *
 * <p>One decomposition, O(m² (m + n)), serves every tau, at m n flops each. The eigenvectors of
 * {@code A A'} would do as well in exact arithmetic, but squaring mixes all directions with s below
 * 1e-8 of the largest. Directions below the rounding error of s carry nothing of A and are left
 * out.
 */
final class DenseWhitening implements Whitening {

  /** Beyond these, the decomposition takes minutes or the matrix gigabytes. */
  private static final int MOST_ROWS = 3000;

  private static final long MOST_ENTRIES = 50_000_000;

  /** Of the largest singular value, for each row or column: the usual bound of a numerical rank. */
  private static final double NOTHING = Math.ulp(1.0);

  private final DMatrixRMaj rotation;

  /** C, an array for each row. */
  private final double[][] rotated;

  private final double[] squares;
  private final double least;

  /** Made when first asked for: it holds a second copy of C. */
  private @Nullable Rows rows;

  private DenseWhitening(DMatrixRMaj rotation, DMatrixRMaj product) {
    int n = product.numCols;
    this.rotation = rotation;
    this.rotated = new double[product.numRows][];
    this.squares = new double[rotated.length];
    double largest = 0;
    for (int i = 0; i < squares.length; i++) {
      rotated[i] = Arrays.copyOfRange(product.data, i * n, (i + 1) * n);
      for (double entry : rotated[i]) {
        squares[i] += entry * entry;
      }
      largest = Math.max(largest, squares[i]);
    }
    double relative = NOTHING * Math.max(rotated.length, n);
    this.least = relative * relative * largest;
  }

  /**
   * Decomposes an operator, which is written out in full.
   *
   * @throws IllegalArgumentException if it is too large for that
   */
  static DenseWhitening of(LinearOperator operator) {
    int m = operator.rows();
    int n = operator.columns();
    if (m > MOST_ROWS || (long) m * n > MOST_ENTRIES) {
      throw new IllegalArgumentException(
          "operator: whitening needs a circular convolution, or at most %d rows and %d entries, but it is %d x %d"
              .formatted(MOST_ROWS, MOST_ENTRIES, m, n));
    }
    DMatrixRMaj a = DenseOperator.matrixOf(new CheckedOperator(operator));
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(m, n, true, false, false);
    if (!svd.decompose(a.copy())) {
      throw new IllegalArgumentException(
          "operator: the singular values were not found, for a matrix of %d x %d".formatted(m, n));
    }
    DMatrixRMaj q = svd.getU(null, true);
    DMatrixRMaj c = new DMatrixRMaj(m, n);
    CommonOps_DDRM.mult(q, a, c);
    return new DenseWhitening(q, c);
  }

  @Override
  public LinearOperator operator(double tau) {
    Whitening.checked(tau);
    double[][] whitened = new double[squares.length][];
    for (int i = 0; i < squares.length; i++) {
      whitened[i] = Vectors.scaled(factor(i, tau), rotated[i]);
    }
    return DenseOperator.of(whitened);
  }

  @Override
  public double[] measurements(double[] y, double tau) {
    Whitening.checked(tau);
    double[] whitened = rotated(y);
    for (int i = 0; i < squares.length; i++) {
      whitened[i] *= factor(i, tau);
    }
    return whitened;
  }

  @Override
  public double ridgeResidualNorm(double[] y, double tau) {
    Whitening.checked(tau);
    double[] residual = rotated(y);
    for (int i = 0; i < squares.length; i++) {
      residual[i] *= squares[i] <= least ? 1 : tau * tau / (squares[i] + tau * tau);
    }
    return Vectors.norm(residual);
  }

  private double[] rotated(double[] y) {
    DMatrixRMaj product = new DMatrixRMaj(squares.length, 1);
    CommonOps_DDRM.mult(rotation, DMatrixRMaj.wrap(y.length, 1, y), product);
    return product.data;
  }

  private double factor(int i, double tau) {
    return squares[i] <= least ? 0 : 1 / Math.sqrt(squares[i] + tau * tau);
  }

  @Override
  public synchronized OrthogonalRows orthogonalRows() {
    if (rows == null) {
      rows = new Rows();
    }
    return rows;
  }

  /** C without the rows that carry nothing, by its rows and by its columns. */
  private final class Rows implements OrthogonalRows {

    private final int[] kept =
        IntStream.range(0, squares.length).filter(i -> squares[i] > least).toArray();
    private final double[][] byRow = new double[kept.length][];
    private final double[][] byColumn = new double[rotated[0].length][kept.length];

    Rows() {
      for (int i = 0; i < kept.length; i++) {
        byRow[i] = rotated[kept[i]];
        for (int j = 0; j < byColumn.length; j++) {
          byColumn[j][i] = byRow[i][j];
        }
      }
    }

    @Override
    public int columns() {
      return byColumn.length;
    }

    @Override
    public double[] squares() {
      return Vectors.gather(squares, kept);
    }

    @Override
    public double[] rotated(double[] y) {
      return Vectors.gather(DenseWhitening.this.rotated(y), kept);
    }

    @Override
    public void apply(double[][] x, int count, double[][] c) {
      for (int b = 0; b < count; b++) {
        Arrays.fill(c[b], 0);
      }
      BlockProduct.add(byColumn, x, count, c);
    }

    @Override
    public void addTranspose(double[][] c, int count, double[][] x) {
      BlockProduct.add(byRow, c, count, x);
    }
  }
}
