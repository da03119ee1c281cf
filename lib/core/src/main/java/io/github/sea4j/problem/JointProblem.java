package io.github.sea4j.problem;

import io.github.sea4j.check.Require;
import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.RepeatedOperator;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Several measurements with one support: minimise {@code ||A X - Y||_F} over all X with at most k
 * rows that are not zero. Also known as multiple measurement vectors, or simultaneous sparse
 * approximation (Tropp, Signal Processing 86, 2006).
 *
 * <pre>{@code
 * JointProblem joint = JointProblem.of(operator, new double[][] {north, east, up}, 10);
 * Solution solution = new Els().solve(joint.problem());
 * joint.support(solution.x());        // columns of A, one support for all
 * joint.coefficients(solution.x());   // one sparse vector for each measurement
 * }</pre>
 *
 * <p>It is the problem {@code (I (x) A) vec(X) = vec(Y)}, A in one block for each measurement,
 * whose columns enter in groups: a group is one column of A in all blocks. So each solver that
 * takes groups solves it: in place of a correlation it sees the norm of the correlations of a
 * column with all measurements, in place of a coefficient the norm of a row of X. Measurements
 * count by their squared norm; scale them to norm one if each shall count the same. Immutable.
 */
public final class JointProblem {

  private final LinearOperator operator;
  private final int count;
  private final SparseProblem problem;

  private JointProblem(LinearOperator operator, int count, SparseProblem problem) {
    this.operator = operator;
    this.count = count;
    this.problem = problem;
  }

  /**
   * A problem over any operator.
   *
   * @param operator A, m rows and n columns
   * @param measurements the columns of Y: at least one, of m finite numbers each; copied
   * @param sparsity k, rows of X that are not zero, 1 to min(m, n)
   * @throws IllegalArgumentException naming the argument, its value and the bound
   */
  public static JointProblem of(LinearOperator operator, double[][] measurements, int sparsity) {
    if (measurements.length == 0) {
      throw new IllegalArgumentException("measurements must be at least one, but there is none");
    }
    for (int l = 0; l < measurements.length; l++) {
      if (measurements[l].length != operator.rows()) {
        throw new IllegalArgumentException(
            "measurements: length must be the number of rows %d, but measurement %d has %d"
                .formatted(operator.rows(), l, measurements[l].length));
      }
    }
    Arguments.sparsity(sparsity, operator);
    int n = operator.columns();
    int[] groupOf = IntStream.range(0, measurements.length * n).map(j -> j % n).toArray();
    double[] all = Arrays.stream(measurements).flatMapToDouble(Arrays::stream).toArray();
    SparseProblem single =
        SparseProblem.of(RepeatedOperator.of(operator, measurements.length), all, sparsity);
    return new JointProblem(operator, measurements.length, single.withGroups(groupOf));
  }

  /** A problem over a dense matrix given by rows; copied. */
  public static JointProblem of(double[][] matrix, double[][] measurements, int sparsity) {
    return of(DenseOperator.of(matrix), measurements, sparsity);
  }

  /** The same with another number of rows. */
  public JointProblem withSparsity(int k) {
    Arguments.sparsity(k, operator);
    return new JointProblem(operator, count, problem.withSparsity(k));
  }

  /** The one long problem, for solvers that take groups; others refuse it by name. */
  public SparseProblem problem() {
    return problem;
  }

  /** A. */
  public LinearOperator operator() {
    return operator;
  }

  /** How many measurements. */
  public int count() {
    return count;
  }

  /**
   * The columns of A that an answer to {@link #problem} has.
   *
   * @param x of {@link #problem}, in as many blocks as there are measurements
   * @throws IllegalArgumentException if it has another length
   */
  public Support support(SparseVector x) {
    Require.length("x", x.length(), "columns", problem.columns());
    int n = operator.columns();
    return Support.of(
        Arrays.stream(x.support().toArray()).map(j -> j % n).sorted().distinct().toArray());
  }

  /**
   * The coefficients of each measurement on {@link #support}.
   *
   * @param x of {@link #problem}
   * @return the columns of X
   */
  public SparseVector[] coefficients(SparseVector x) {
    int n = operator.columns();
    Support support = support(x);
    double[] dense = x.toDense();
    return IntStream.range(0, count)
        .mapToObj(
            l ->
                SparseVector.of(
                    n,
                    support,
                    Arrays.stream(support.toArray()).mapToDouble(j -> dense[l * n + j]).toArray()))
        .toArray(SparseVector[]::new);
  }

  @Override
  public String toString() {
    return "JointProblem(%d measurements of %d rows, %d columns, sparsity %d)"
        .formatted(count, operator.rows(), operator.columns(), problem.sparsity());
  }
}
