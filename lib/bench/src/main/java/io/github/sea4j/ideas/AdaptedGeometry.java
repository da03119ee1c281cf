package io.github.sea4j.ideas;

import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.problem.SparseProblem;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/**
 * The geometry that whitens y if coefficient j has variance {@code gamma_j}: {@code C = A
 * diag(gamma) A' + sigma² I = L L'}, and {@code L^(-1)} in place of {@code C^(-1/2)}, from which it
 * differs by a rotation that no solver can see.
 *
 * @param matrix {@code L^(-1) A}, transposed: a column a row
 * @param measurements {@code L^(-1) y}
 */
record AdaptedGeometry(DMatrixRMaj matrix, double[] measurements) {

  /**
   * Cost: about {@code m² n} multiplications.
   *
   * @param columns A, transposed
   * @param noiseVariance {@code sigma²}, above 0
   */
  static AdaptedGeometry of(DMatrixRMaj columns, double[] y, double[] gamma, double noiseVariance) {
    int n = columns.numRows;
    int m = columns.numCols;
    DMatrixRMaj scaled = new DMatrixRMaj(m, n);
    for (int j = 0; j < n; j++) {
      double factor = Math.sqrt(gamma[j]);
      for (int i = 0; i < m; i++) {
        scaled.data[i * n + j] = factor * columns.data[j * m + i];
      }
    }
    DMatrixRMaj covariance = new DMatrixRMaj(m, m);
    CommonOps_DDRM.multOuter(scaled, covariance);
    for (int i = 0; i < m; i++) {
      covariance.add(i, i, noiseVariance);
    }
    CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(m, true);
    if (!cholesky.decompose(covariance)) {
      throw new ArithmeticException("the covariance of y is not positive definite");
    }
    double[] lower = cholesky.getT(null).data;
    DMatrixRMaj whitened = new DMatrixRMaj(n, m);
    double[] column = new double[m];
    for (int j = 0; j < n; j++) {
      System.arraycopy(columns.data, j * m, column, 0, m);
      TriangularSolver_DDRM.solveL(lower, column, m);
      System.arraycopy(column, 0, whitened.data, j * m, m);
    }
    double[] measurements = y.clone();
    TriangularSolver_DDRM.solveL(lower, measurements, m);
    return new AdaptedGeometry(whitened, measurements);
  }

  /** The problem in this geometry. */
  SparseProblem problem(int sparsity) {
    DMatrixRMaj upright = new DMatrixRMaj(matrix.numCols, matrix.numRows);
    CommonOps_DDRM.transpose(matrix, upright);
    return SparseProblem.of(DenseOperator.of(upright), measurements, sparsity);
  }

  /**
   * One round of sparse Bayesian learning in this geometry: {@code gamma_j |a_j'C^(-1)y| /
   * sqrt(a_j'C^(-1)a_j)}, which never lowers the likelihood of y (Wipf and Nagarajan 2008).
   */
  double[] learned(double[] gamma) {
    double[] learned = new double[gamma.length];
    double[] column = new double[measurements.length];
    for (int j = 0; j < gamma.length; j++) {
      System.arraycopy(matrix.data, j * column.length, column, 0, column.length);
      learned[j] = gamma[j] * Math.abs(Vectors.dot(column, measurements)) / Vectors.norm(column);
    }
    return learned;
  }
}
