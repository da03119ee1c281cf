package io.github.sea4j.ideas;

import io.github.sea4j.operator.LinearOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * {@code A A' = Q diag(lambda) Q'}, what the rules for tau are functions of.
 *
 * @param eigenvalues lambda, those below 0 by rounding set to 0
 * @param vectors Q', an eigenvector a row
 */
record Spectrum(double[] eigenvalues, DMatrixRMaj vectors) {

  /** Decomposes the operator written out; O(m³). */
  static Spectrum of(LinearOperator operator) {
    DMatrixRMaj a = matrix(operator);
    DMatrixRMaj outer = new DMatrixRMaj(a.numRows, a.numRows);
    CommonOps_DDRM.multTransB(a, a, outer);
    EigenDecomposition_F64<DMatrixRMaj> eigen =
        DecompositionFactory_DDRM.eig(a.numRows, true, true);
    if (!eigen.decompose(outer)) {
      throw new ArithmeticException("the eigenvalues of A A' did not converge");
    }
    double[] values = new double[a.numRows];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(0, eigen.getEigenvalue(i).real);
      System.arraycopy(eigen.getEigenVector(i).data, 0, outer.data, i * a.numRows, a.numRows);
    }
    return new Spectrum(values, outer);
  }

  /** The squares of {@code Q' y}. */
  double[] squares(double[] y) {
    DMatrixRMaj rotated = new DMatrixRMaj(y.length, 1);
    CommonOps_DDRM.mult(vectors, DMatrixRMaj.wrap(y.length, 1, y), rotated);
    double[] squares = rotated.data;
    for (int i = 0; i < squares.length; i++) {
      squares[i] *= squares[i];
    }
    return squares;
  }

  /** An operator written out. */
  static DMatrixRMaj matrix(LinearOperator operator) {
    DMatrixRMaj matrix = new DMatrixRMaj(operator.rows(), operator.columns());
    double[] column = new double[operator.rows()];
    for (int j = 0; j < operator.columns(); j++) {
      operator.column(j, column);
      for (int i = 0; i < column.length; i++) {
        matrix.set(i, j, column[i]);
      }
    }
    return matrix;
  }
}
