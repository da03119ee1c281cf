package io.github.sea4j.ideas;

import io.github.sea4j.problem.Support;
import io.github.sea4j.problem.UnitNormProblem;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/**
 * How likely the measurements are for a support, its coefficients integrated out: {@code log N(y;
 * 0, c A_S A_S' + sigma² I)}.
 */
final class SupportEvidence {

  private SupportEvidence() {}

  /**
   * The logarithm up to a constant that all supports of one size share, by {@code M = A_S'A_S +
   * (sigma²/c) I}: {@code -(||y||² - b'M^(-1)b) / (2 sigma²) - log det M / 2} with {@code b =
   * A_S'y}.
   *
   * @param signalVariance c, of the coefficients of unit columns
   * @param noiseVariance {@code sigma²}, above 0
   */
  static double logarithm(
      UnitNormProblem unit, Support support, double signalVariance, double noiseVariance) {
    double[] y = unit.measurements();
    DMatrixRMaj columns = new DMatrixRMaj(support.size(), y.length);
    double[] column = new double[y.length];
    for (int i = 0; i < support.size(); i++) {
      unit.operator().column(support.get(i), column);
      System.arraycopy(column, 0, columns.data, i * y.length, y.length);
    }
    DMatrixRMaj gram = new DMatrixRMaj(support.size(), support.size());
    CommonOps_DDRM.multTransB(columns, columns, gram);
    for (int i = 0; i < support.size(); i++) {
      gram.add(i, i, noiseVariance / signalVariance);
    }
    CholeskyDecomposition_F64<DMatrixRMaj> cholesky =
        DecompositionFactory_DDRM.chol(support.size(), true);
    if (!cholesky.decompose(gram)) {
      return Double.NEGATIVE_INFINITY;
    }
    DMatrixRMaj lower = cholesky.getT(null);
    DMatrixRMaj b = new DMatrixRMaj(support.size(), 1);
    CommonOps_DDRM.mult(columns, DMatrixRMaj.wrap(y.length, 1, y), b);
    double explained = 0;
    double halfDeterminant = 0;
    // Forward substitution: the squared norm of L^(-1) b is what the support explains.
    for (int i = 0; i < support.size(); i++) {
      double sum = b.get(i);
      for (int l = 0; l < i; l++) {
        sum -= lower.get(i, l) * b.get(l);
      }
      b.set(i, sum / lower.get(i, i));
      explained += b.get(i) * b.get(i);
      halfDeterminant += Math.log(lower.get(i, i));
    }
    return explained / (2 * noiseVariance) - halfDeterminant;
  }
}
