package io.github.sea4j.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.Support;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleSVD;

/** What must hold of every answer, whoever gave it; nothing here knows a right answer. */
public final class Certificates {

  /** Relative to {@code ||y|| + ||x||_1} on unit-norm columns: what rounding may cost. */
  private static final double ROUNDING = 1e-11;

  /** Ends at which fewer than k columns are honest. */
  private static final Set<Status> MAY_BE_SMALLER =
      EnumSet.of(
          Status.EXACT_FIT,
          Status.WITHIN_TOLERANCE,
          Status.ZERO_MEASUREMENTS,
          Status.NO_COLUMN_LEFT,
          Status.INTERRUPTED,
          Status.TIME_LIMIT,
          Status.PRODUCT_LIMIT,
          Status.STOPPED,
          Status.DIVERGED);

  private Certificates() {}

  /** Support within range and size, finite numbers, the residual norm that it claims. */
  public static void assertSound(SparseProblem problem, Solution solution) {
    assertSupport(problem, solution);
    for (double value : solution.coefficients()) {
      assertTrue(Double.isFinite(value), () -> "coefficient " + value + " of " + solution);
    }
    assertTrue(Double.isFinite(solution.residualNorm()) && solution.residualNorm() >= 0);
    double rounding = ROUNDING * (problem.measurementNorm() + unitNorm1(problem, solution));
    assertEquals(
        problem.residualNorm(solution.x()),
        solution.residualNorm(),
        Math.max(rounding, 1e-8 * solution.residualNorm()),
        () -> "claimed residual norm of " + solution);
    double yNorm = problem.measurementNorm();
    assertTrue(
        solution.residualNorm() <= yNorm * (1 + 1e-12), () -> "worse than zero: " + solution);
    assertEquals(
        yNorm == 0 ? 0 : solution.residualNorm() / yNorm, solution.relativeResidual(), 1e-15);
    assertTrue(solution.iterations() >= 0 && solution.distinctSupports() >= 0);
    assertTrue(solution.products() >= 0);
    assertTrue(!solution.time().isNegative());
    assertRank(problem, solution);
  }

  /** Whether the chosen columns depend on each other, by their singular values. */
  private static void assertRank(SparseProblem problem, Solution solution) {
    int k = solution.support().size();
    if (k == 0) {
      assertTrue(!solution.rankDeficient(), () -> "no column, and dependent: " + solution);
      return;
    }
    DMatrixRMaj columns = new DMatrixRMaj(problem.rows(), k);
    double[] column = new double[problem.rows()];
    for (int i = 0; i < k; i++) {
      problem.operator().column(solution.support().get(i), column);
      double norm = Vectors.norm(column);
      for (int row = 0; row < column.length; row++) {
        columns.set(row, i, column[row] / norm);
      }
    }
    double[] values = new SimpleSVD<>(columns, true).getSingularValues();
    double smallest = k > problem.rows() ? 0 : values[k - 1];
    if (smallest > 1e-12) {
      assertTrue(!solution.rankDeficient(), () -> "singular value " + smallest + ": " + solution);
    }
    if (k > problem.rows() || hasTwins(columns)) {
      assertTrue(solution.rankDeficient(), () -> "dependent columns: " + solution);
    }
  }

  /** Whether two columns are the same, up to their sign, to the last bit. */
  private static boolean hasTwins(DMatrixRMaj columns) {
    for (int i = 0; i < columns.numCols; i++) {
      for (int j = 0; j < i; j++) {
        boolean same = true;
        boolean opposite = true;
        for (int row = 0; row < columns.numRows; row++) {
          same &= columns.get(row, i) == columns.get(row, j);
          opposite &= columns.get(row, i) == -columns.get(row, j);
        }
        if (same || opposite) {
          return true;
        }
      }
    }
    return false;
  }

  private static void assertSupport(SparseProblem problem, Solution solution) {
    Support support = solution.support();
    double[] norms = problem.operator().columnNorms();
    int k = problem.sparsity();
    int wanted = (int) Math.min(k, Arrays.stream(norms).filter(norm -> norm > 0).count());
    assertEquals(problem.columns(), solution.x().length());
    assertTrue(
        support.size() == wanted
            || (support.size() < wanted && MAY_BE_SMALLER.contains(solution.status())),
        () -> "%d columns for k = %d: %s".formatted(support.size(), k, solution));
    assertTrue(
        support.size() == k || solution.status() != Status.COMPLETE,
        () -> "complete with %d columns for k = %d: %s".formatted(support.size(), k, solution));
    int previous = -1;
    for (int j : support.toArray()) {
      assertTrue(previous < j && j < problem.columns(), () -> "support " + support);
      assertTrue(norms[j] > 0, () -> "zero column " + j + " chosen by " + solution);
      previous = j;
    }
  }

  /** {@code a_j'(y - A x) = 0} for the chosen columns, scaled to unit norm. */
  public static void assertNormalEquations(SparseProblem problem, Solution solution) {
    double[] residual = residual(problem, solution);
    double[] column = new double[problem.rows()];
    double bound = ROUNDING * (problem.measurementNorm() + unitNorm1(problem, solution));
    for (int j : solution.support().toArray()) {
      problem.operator().column(j, column);
      double inner = Vectors.dot(column, residual) / Vectors.norm(column);
      assertEquals(0, inner, bound, () -> "normal equation of column " + j + " in " + solution);
    }
  }

  private static double[] residual(SparseProblem problem, Solution solution) {
    LinearOperator operator = problem.operator();
    double[] fit = new double[operator.rows()];
    operator.apply(solution.x().toDense(), fit);
    double[] residual = problem.measurements();
    Vectors.axpy(-1, fit, residual);
    return residual;
  }

  private static double unitNorm1(SparseProblem problem, Solution solution) {
    double[] norms = problem.operator().columnNorms();
    double sum = 0;
    for (int i = 0; i < solution.support().size(); i++) {
      sum += Math.abs(solution.x().value(i)) * norms[solution.support().get(i)];
    }
    return sum;
  }
}
