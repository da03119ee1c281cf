package io.github.sea4j.problem;

import io.github.sea4j.check.Require;
import io.github.sea4j.fit.LeastSquares;
import io.github.sea4j.fit.Loss;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.loss.GlmLoss;
import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.Whitening;
import java.util.Arrays;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * Minimise {@code ||A x - y||} over all x with at most k non-zeros.
 *
 * <p>Immutable and thread-safe; the measurements are copied. The geometry that solvers work in,
 * with columns of unit norm, is computed once and shared by all of them ({@link #unitNorm()}).
 */
public final class SparseProblem {

  private final LinearOperator operator;
  private final double[] measurements;
  private final int sparsity;
  private final UnitColumns unitColumns;
  private final Loss loss;

  /** What is asked beyond plain least squares or a loss of the user's own; null for nothing. */
  private final @Nullable Formulation formulation;

  private SparseProblem(
      LinearOperator operator,
      double[] measurements,
      int sparsity,
      UnitColumns unitColumns,
      Loss loss,
      @Nullable Formulation formulation) {
    this.loss = loss;
    this.formulation = formulation;
    this.operator = operator;
    this.measurements = measurements;
    this.sparsity = sparsity;
    this.unitColumns = unitColumns;
  }

  /**
   * A problem over any operator.
   *
   * @param operator A, m rows and n columns, both at least 1
   * @param measurements y, m finite numbers; copied
   * @param sparsity k, 1 to min(m, n)
   * @throws IllegalArgumentException naming the argument, its value and the bound
   */
  public static SparseProblem of(LinearOperator operator, double[] measurements, int sparsity) {
    if (operator.rows() < 1 || operator.columns() < 1) {
      throw new IllegalArgumentException(
          "operator must have at least one row and one column, but is %d x %d"
              .formatted(operator.rows(), operator.columns()));
    }
    return new SparseProblem(
        operator,
        Arguments.measurements(measurements, operator.rows()),
        Arguments.sparsity(sparsity, operator),
        UnitColumns.of(operator),
        LeastSquares.LOSS,
        null);
  }

  /** A problem over a dense matrix given by rows; copied. */
  public static SparseProblem of(double[][] matrix, double[] measurements, int sparsity) {
    return of(DenseOperator.of(matrix), measurements, sparsity);
  }

  /** A problem over an EJML matrix; copied. */
  public static SparseProblem of(DMatrixRMaj matrix, double[] measurements, int sparsity) {
    return of(DenseOperator.of(matrix), measurements, sparsity);
  }

  /**
   * The same matrix and measurements with another sparsity; shares all that was computed.
   *
   * @param k 1 to min(m, n); with a loss of data tables also 0: the intercept and the columns that
   *     are forced in, alone
   */
  public SparseProblem withSparsity(int k) {
    int checked = k == 0 && formulation != null ? 0 : Arguments.sparsity(k, operator);
    return new SparseProblem(operator, measurements, checked, unitColumns, loss, formulation);
  }

  /** The same matrix and sparsity with other measurements; shares all that was computed. */
  public SparseProblem withMeasurements(double[] y) {
    double[] checked = Arguments.measurements(y, operator.rows());
    if (formulation != null) {
      formulation.loss().check(checked);
    }
    return new SparseProblem(operator, checked, sparsity, unitColumns, loss, formulation);
  }

  /**
   * The same with another loss in place of least squares, without intercept; shares all that was
   * computed.
   *
   * @throws IllegalArgumentException if columns are forced in or bounded
   */
  public SparseProblem withLoss(Loss other) {
    if (formulation != null) {
      throw new IllegalArgumentException(
          "loss must be a GlmLoss once one was given, or columns were forced in or bounded, but is "
              + other);
    }
    return new SparseProblem(operator, measurements, sparsity, unitColumns, other, null);
  }

  /**
   * The same with the loss of a data table: least squares, logistic or Poisson, with intercept,
   * sample weights and offset as it says. Columns are then compared after the intercept has
   * explained its part of them, in the weighted norm. Cost: m n.
   *
   * @throws IllegalArgumentException naming the argument, if the measurements are none for the
   *     loss, or weights or offset have another length
   */
  public SparseProblem withLoss(GlmLoss other) {
    other.check(measurements);
    return with(
        formulation == null
            ? new Formulation(operator, other, new int[0], null, null)
            : formulation.with(other));
  }

  /**
   * The same with columns that are in every support and not counted in k. An answer has their
   * coefficients too.
   *
   * @throws IllegalArgumentException if an index is not a column, or the loss is one of the user's
   *     own
   */
  public SparseProblem withForced(Support columns) {
    if (columns.size() > 0 && columns.get(columns.size() - 1) >= columns()) {
      throw new IllegalArgumentException(
          "forced: index must be below the number of columns %d, but is %d"
              .formatted(columns(), columns.get(columns.size() - 1)));
    }
    return with(structured("forced").withForced(columns.toArray()));
  }

  /** The same with coefficients that are at least 0; the intercept may be anything. */
  public SparseProblem withNonNegative() {
    double[] upper = new double[columns()];
    Arrays.fill(upper, Double.POSITIVE_INFINITY);
    return withBounds(new double[columns()], upper);
  }

  /**
   * The same with bounds on the coefficients, in the units of the columns.
   *
   * @param lower one for each column, at most 0 unless it is forced in; may be minus infinity
   * @param upper one for each column, at least 0 unless it is forced in; may be infinity
   * @throws IllegalArgumentException naming the column, if bounds are missing, cross, or exclude 0;
   *     or if the loss is one of the user's own
   */
  public SparseProblem withBounds(double[] lower, double[] upper) {
    return with(structured("bounds").withBounds(Bounds.of(lower, upper, columns())));
  }

  /**
   * The same with columns that enter together: k counts groups. A column that is forced in leaves
   * its group, a zero column counts for nothing in it.
   *
   * @param groupOf for each column the number of its group; columns of equal numbers are one group
   * @throws IllegalArgumentException if there is not one number for each column, or the loss is one
   *     of the user's own
   */
  public SparseProblem withGroups(int[] groupOf) {
    Require.length("groups", groupOf.length, "columns", columns());
    return with(structured("groups").withGroups(groupOf.clone()));
  }

  private Formulation structured(String argument) {
    if (formulation != null) {
      return formulation;
    }
    if (loss != LeastSquares.LOSS) {
      throw new IllegalArgumentException(
          argument + " need least squares or a GlmLoss, but the loss is " + loss);
    }
    return new Formulation(
        operator, GlmLoss.leastSquares().withIntercept(false), new int[0], null, null);
  }

  private SparseProblem with(Formulation other) {
    return new SparseProblem(
        operator, measurements, sparsity, other.unitColumns(), LeastSquares.LOSS, other);
  }

  /** What algorithms minimise on a support, least squares unless told otherwise. */
  public Loss loss() {
    return formulation == null ? loss : unitNorm().loss();
  }

  /** The loss of the data table; empty where none was given. */
  public Optional<GlmLoss> glm() {
    return Optional.ofNullable(formulation).map(Formulation::loss);
  }

  /** The columns that are in every support. */
  public Support forced() {
    return formulation == null ? Support.empty() : Support.of(formulation.forced());
  }

  /**
   * The same supports in another geometry: {@code W A} and {@code W y} with {@code W = (A A' + tau²
   * I)^(-1/2)}, for A with columns of unit norm and y scaled by a power of two.
   *
   * <p>Supports mean the same columns here and there. Coefficients and residuals do not: judge a
   * support found there by fitting it here, as {@code compose.Whitened} does. The costly part is
   * done once and shared by all tau, and by problems that differ in sparsity or measurements alone;
   * see {@link Whitening}.
   *
   * @param tau at least 0, on columns of unit norm
   * @throws IllegalArgumentException if tau is negative or not finite, or the matrix is too large
   *     to be whitened
   */
  public SparseProblem whitened(double tau) {
    Whitening whitening = unitColumns.whitening();
    return of(
        whitening.operator(tau), whitening.measurements(unitNorm().measurements(), tau), sparsity);
  }

  /**
   * The tau at which the ridge estimate leaves a residual of the noise's norm: Morozov's
   * discrepancy principle, for A with columns of unit norm. To three digits, between 1e-8 and 1e8.
   * Cost: sixteen rotations of y. A noise of 1 or more gives about 1e8, with which nothing is
   * whitened.
   *
   * @param noise {@code ||e|| / ||y||}, at least 0
   * @throws IllegalArgumentException if the noise is negative or not finite, or the matrix is too
   *     large to be whitened
   */
  public double discrepancyTau(double noise) {
    return Arguments.discrepancyTau(unitColumns.whitening(), unitNorm().measurements(), noise);
  }

  /** A. */
  public LinearOperator operator() {
    return operator;
  }

  /** Number of rows, m. */
  public int rows() {
    return operator.rows();
  }

  /** Number of columns, n. */
  public int columns() {
    return operator.columns();
  }

  /** k. */
  public int sparsity() {
    return sparsity;
  }

  /** y, as a new array. */
  public double[] measurements() {
    return measurements.clone();
  }

  /** {@code ||y||}. */
  public double measurementNorm() {
    return Vectors.norm(measurements);
  }

  /**
   * {@code ||y - A x||}, computed by one product.
   *
   * @throws IllegalArgumentException if x has not one entry for each column
   */
  public double residualNorm(SparseVector x) {
    Require.length("x", x.length(), "columns", columns());
    double[] fit = new double[rows()];
    operator.apply(x.toDense(), fit);
    Arrays.setAll(fit, i -> measurements[i] - fit[i]);
    return Vectors.norm(fit);
  }

  /** The same problem in the geometry that solvers compare columns in. */
  public UnitNormProblem unitNorm() {
    return formulation == null
        ? new UnitNormProblem(unitColumns, measurements, sparsity, loss)
        : formulation.unitNorm(measurements, sparsity);
  }

  @Override
  public String toString() {
    return "SparseProblem(%d rows, %d columns, sparsity %d)".formatted(rows(), columns(), sparsity);
  }
}
