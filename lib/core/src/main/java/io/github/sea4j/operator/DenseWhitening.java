package io.github.sea4j.operator;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The whitening of any matrix of moderate size, from the eigenvectors of {@code A A' = Q diag(s²)
 * Q'}: with {@code C = Q' A}, whose rows are orthogonal and have norms s, the matrix {@code diag(1
 * / sqrt(s² + tau²)) C} is {@code W A} rotated by Q'.
 *
 * <p>One decomposition, about {@code 9 m³ + 4 m² n} flops, serves every tau, at m n flops each. The
 * squares are taken from the rows of C, not from the eigenvalues: small ones keep their meaning
 * down to about 1e-15 of the largest s. Directions below that carry nothing of A and are left out.
 */
final class DenseWhitening implements Whitening {

  /** Beyond these, the decomposition takes minutes or the matrix gigabytes. */
  private static final int MOST_ROWS = 3000;

  private static final long MOST_ENTRIES = 50_000_000;

  /** Of the largest singular value. */
  private static final double NOTHING = 1e-15;

  private final DMatrixRMaj rotation;
  private final DMatrixRMaj rotated;
  private final double[] squares;
  private final double least;

  private DenseWhitening(DMatrixRMaj rotation, DMatrixRMaj rotated) {
    this.rotation = rotation;
    this.rotated = rotated;
    this.squares = new double[rotated.numRows];
    double largest = 0;
    for (int i = 0; i < squares.length; i++) {
      for (int j = 0; j < rotated.numCols; j++) {
        squares[i] += rotated.get(i, j) * rotated.get(i, j);
      }
      largest = Math.max(largest, squares[i]);
    }
    this.least = NOTHING * NOTHING * largest;
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
    DMatrixRMaj outer = new DMatrixRMaj(m, m);
    CommonOps_DDRM.multTransB(a, a, outer);
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(m, true, true);
    if (!eigen.decompose(outer)) {
      throw new IllegalArgumentException(
          "operator: the eigenvalues of A A' were not found, for a matrix of %d x %d"
              .formatted(m, n));
    }
    DMatrixRMaj q = new DMatrixRMaj(m, m);
    for (int i = 0; i < m; i++) {
      System.arraycopy(eigen.getEigenVector(i).data, 0, q.data, i * m, m);
    }
    DMatrixRMaj c = new DMatrixRMaj(m, n);
    CommonOps_DDRM.mult(q, a, c);
    return new DenseWhitening(q, c);
  }

  @Override
  public LinearOperator operator(double tau) {
    Whitening.checked(tau);
    DMatrixRMaj whitened = rotated.copy();
    for (int i = 0; i < squares.length; i++) {
      double factor = factor(i, tau);
      for (int p = i * whitened.numCols; p < (i + 1) * whitened.numCols; p++) {
        whitened.data[p] *= factor;
      }
    }
    return DenseOperator.of(whitened);
  }

  @Override
  public double[] measurements(double[] y, double tau) {
    Whitening.checked(tau);
    DMatrixRMaj whitened = new DMatrixRMaj(squares.length, 1);
    CommonOps_DDRM.mult(rotation, DMatrixRMaj.wrap(y.length, 1, y), whitened);
    for (int i = 0; i < squares.length; i++) {
      whitened.data[i] *= factor(i, tau);
    }
    return whitened.data;
  }

  private double factor(int i, double tau) {
    return squares[i] <= least ? 0 : 1 / Math.sqrt(squares[i] + tau * tau);
  }
}
