package io.github.sea4j.exact.tree;

import io.github.sea4j.oracle.BruteForce;
import io.github.sea4j.oracle.Dense;
import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * A small problem with unit-norm columns, and its best subset by trying them all with singular
 * values, so that dependent columns do no harm.
 *
 * @param matrix m rows of n entries, columns of unit norm
 * @param y m entries
 * @param ridge gamma
 */
record SubsetOracle(double[][] matrix, double[] y, double ridge) {

  /** Gaussian columns, a sparse truth of k columns, noise. */
  static SubsetOracle gaussian(int m, int n, int k, double noise, double ridge, Random random) {
    double[][] a = new double[m][n];
    for (double[] row : a) {
      for (int j = 0; j < n; j++) {
        row[j] = random.nextGaussian();
      }
    }
    return measured(Dense.unitColumns(a), k, noise, ridge, random);
  }

  /** The given columns, which are brought to unit norm. */
  static SubsetOracle measured(
      double[][] unit, int k, double noise, double ridge, Random random) {
    double[] y = new double[unit.length];
    for (int i = 0; i < k; i++) {
      double amplitude = (1 + random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
      int j = random.nextInt(unit[0].length);
      for (int row = 0; row < y.length; row++) {
        y[row] += amplitude * unit[row][j];
      }
    }
    for (int row = 0; row < y.length; row++) {
      y[row] += noise * random.nextGaussian();
    }
    double norm = Dense.norm(y);
    return new SubsetOracle(
        unit, norm == 0 ? y : Arrays.stream(y).map(v -> 0.8 * v / norm).toArray(), ridge);
  }

  LinearOperator operator() {
    return DenseOperator.of(matrix);
  }

  int columns() {
    return matrix[0].length;
  }

  SubsetProblem problem(int k) {
    return SubsetProblem.of(operator(), y, k, ridge);
  }

  double half() {
    return Dense.dot(y, y) / 2;
  }

  /** {@code min 1/2 ||y - A x||² + gamma/2 ||x||²} over supports of k columns. */
  double best(int k) {
    double[] best = {half()};
    BruteForce.forEachSubset(
        columns(), k, support -> best[0] = Math.min(best[0], objective(support)));
    return best[0];
  }

  /** The objective on one support: {@code half - 1/2 sum (sigma u'y)²/(sigma² + gamma)}. */
  double objective(int[] support) {
    if (support.length == 0) {
      return half();
    }
    DMatrixRMaj selected = new DMatrixRMaj(Dense.selectColumns(matrix, support));
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(selected.numRows, selected.numCols, true, false, true);
    if (!svd.decompose(selected)) {
      throw new IllegalStateException("no singular values for " + Arrays.toString(support));
    }
    DMatrixRMaj u = svd.getU(null, true);
    double objective = half();
    for (int i = 0; i < svd.numberOfSingularValues(); i++) {
      double sigma = svd.getSingularValues()[i];
      if (sigma > 1e-12) {
        double product = 0;
        for (int row = 0; row < y.length; row++) {
          product += u.get(i, row) * y[row];
        }
        objective -= product * product * sigma * sigma / (sigma * sigma + ridge) / 2;
      }
    }
    return objective;
  }

  BestSubset solve(BranchAndBound solver, int k) {
    return solve(solver, k, new int[0]);
  }

  BestSubset solve(BranchAndBound solver, int k, int[] start) {
    return solver.withRidge(ridge).solve(operator(), y, k, start, () -> false, (s, u, l, n) -> {});
  }
}
