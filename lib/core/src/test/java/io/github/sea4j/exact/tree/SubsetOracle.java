package io.github.sea4j.exact.tree;

import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.oracle.Dense;
import java.util.Arrays;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * A small problem with unit-norm columns, and its best subset by trying them all.
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
  static SubsetOracle measured(double[][] unit, int k, double noise, double ridge, Random random) {
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
    return SubsetProblem.of(operator(), y, k, ridge, () -> false);
  }

  double half() {
    return Dense.dot(y, y) / 2;
  }

  /**
   * {@code min 1/2 ||y - A x||² + gamma/2 ||x||²} over all supports of k columns, by Gram-Schmidt
   * along a tree of supports; the ridge is n more rows. Dependent columns add nothing.
   */
  double best(int k) {
    int m = y.length;
    int n = columns();
    double[][] columns = new double[n][m + n];
    for (int j = 0; j < n; j++) {
      System.arraycopy(Dense.column(matrix, j), 0, columns[j], 0, m);
      columns[j][m + j] = Math.sqrt(ridge);
    }
    return leastBelow(columns, new double[k][], 0, 0, Arrays.copyOf(y, m + n));
  }

  private static double leastBelow(
      double[][] columns, double[][] basis, int size, int from, double[] residual) {
    double least = Dense.dot(residual, residual) / 2;
    for (int j = from; j < columns.length && size < basis.length; j++) {
      double[] q = columns[j].clone();
      for (int pass = 0; pass < 3; pass++) {
        for (int i = 0; i < size; i++) {
          subtract(Dense.dot(basis[i], q), basis[i], q);
        }
      }
      double norm = Dense.norm(q);
      double[] rest = residual.clone();
      basis[size] = new double[q.length];
      if (norm > 1e-11) {
        subtract(-1 / norm, q, basis[size]);
        subtract(Dense.dot(basis[size], residual), basis[size], rest);
      }
      least = Math.min(least, leastBelow(columns, basis, size + 1, j + 1, rest));
    }
    return least;
  }

  private static void subtract(double factor, double[] from, double[] v) {
    for (int i = 0; i < v.length; i++) {
      v[i] -= factor * from[i];
    }
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
    return solver.withRidge(ridge).solve(operator(), y, k, start, () -> false, now -> {});
  }
}
