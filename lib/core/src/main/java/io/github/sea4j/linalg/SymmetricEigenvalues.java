package io.github.sea4j.linalg;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The extreme eigenvalues of a real symmetric matrix.
 *
 * @param smallest the smallest eigenvalue
 * @param largest the largest eigenvalue
 */
public record SymmetricEigenvalues(double smallest, double largest) {

  /**
   * The largest sum of magnitudes in a row, which no eigenvalue exceeds (Gershgorin); n² additions.
   */
  public static double bound(double[][] matrix) {
    double largest = 0;
    for (double[] row : matrix) {
      largest = Math.max(largest, Vectors.norm1(row, row.length));
    }
    return largest;
  }

  /**
   * The extreme eigenvalues, by EJML's symmetric QR algorithm; O(n³).
   *
   * @param matrix n rows of n finite entries, symmetric; read only
   * @throws ArithmeticException if the iteration does not converge
   */
  public static SymmetricEigenvalues of(double[][] matrix) {
    int n = matrix.length;
    EigenDecomposition_F64<DMatrixRMaj> decomposition =
        DecompositionFactory_DDRM.eig(n, false, true);
    if (!decomposition.decompose(new DMatrixRMaj(matrix))) {
      throw new ArithmeticException(
          "the eigenvalues of a symmetric matrix of order %d did not converge".formatted(n));
    }
    double smallest = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < decomposition.getNumberOfEigenvalues(); i++) {
      double value = decomposition.getEigenvalue(i).real;
      smallest = Math.min(smallest, value);
      largest = Math.max(largest, value);
    }
    return new SymmetricEigenvalues(smallest, largest);
  }
}
