package io.github.sea4j.problem;

import io.github.sea4j.fit.Loss;
import io.github.sea4j.linalg.OrthogonalRows;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.loss.GroupedLoss;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.view.CountedOperator;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A {@link SparseProblem} in the geometry that solvers work in: columns of unit norm, no zero
 * column, and measurements scaled by a power of two (hence without rounding) to a norm in [1/2, 1).
 *
 * <p>Answers do not depend on the user's units, and nothing over- or underflows on the way. {@link
 * #toUser} and {@link #fromUser} translate.
 */
public final class UnitNormProblem {

  /** What rounding a coefficient to a double may change in the measurements, beside their norm. */
  private static final double ROUNDING = 1e-12;

  private final UnitColumns unit;
  private final LinearOperator operator;
  private final double[] measurements;
  private final int exponent;
  private final int sparsity;
  private final Loss loss;
  private final Formulation.@Nullable Rest rest;

  UnitNormProblem(UnitColumns unit, double[] userMeasurements, int sparsity, Loss loss) {
    this(unit, userMeasurements, exponent(userMeasurements), sparsity, loss, null);
  }

  UnitNormProblem(
      UnitColumns unit,
      double[] userMeasurements,
      int exponent,
      int sparsity,
      Loss loss,
      Formulation.@Nullable Rest rest) {
    this.unit = unit;
    this.operator = unit.operator();
    this.exponent = exponent;
    this.loss = loss;
    this.rest = rest;
    this.measurements = new double[userMeasurements.length];
    for (int i = 0; i < measurements.length; i++) {
      measurements[i] = Math.scalb(userMeasurements[i], -exponent);
    }
    this.sparsity =
        Math.min(
            sparsity, loss instanceof GroupedLoss groups ? groups.count() : unit.index().length);
  }

  /** The power of two that brings the norm of these measurements to [1/2, 1). */
  static int exponent(double[] measurements) {
    return Math.getExponent(Vectors.norm(measurements)) + 1;
  }

  private UnitNormProblem(UnitNormProblem same, LinearOperator view) {
    this.loss = same.loss;
    this.rest = same.rest;
    this.unit = same.unit;
    this.operator = view;
    this.measurements = same.measurements;
    this.exponent = same.exponent;
    this.sparsity = same.sparsity;
  }

  /** The same problem, its matrix seen through a view of it, such as one that counts products. */
  public UnitNormProblem through(LinearOperator view) {
    return new UnitNormProblem(this, view);
  }

  /** The matrix with unit-norm columns. */
  public LinearOperator operator() {
    return operator;
  }

  /**
   * The matrix, its measurement space rotated so that the rows are orthogonal: the singular value
   * decomposition, computed when first asked for and shared with {@link SparseProblem#whitened} and
   * with problems that differ in sparsity or measurements alone. Its products are counted where the
   * matrix is seen through a {@link CountedOperator}.
   *
   * @throws IllegalArgumentException if the matrix is too large for that, as for whitening
   */
  public OrthogonalRows orthogonalRows() {
    OrthogonalRows rows = unit.orthogonalRows();
    return operator instanceof CountedOperator counter ? counter.counted(rows) : rows;
  }

  /** The scaled measurements, m entries; a new array. */
  public double[] measurements() {
    return measurements.clone();
  }

  /** What is minimised in these columns. */
  public Loss loss() {
    return loss;
  }

  /** Whether an intercept, forced columns, weights, an offset or bounds lie behind this problem. */
  public boolean hasBaseline() {
    return rest != null;
  }

  /**
   * An answer with the coefficients of the intercept and of the columns that are forced in.
   *
   * @param chosen the chosen columns with their coefficients, in the user's units
   * @param baseline coefficients of the directions of the baseline; not read for least squares
   * @param always coefficients of the columns that are always in
   */
  public UserModel complete(SparseVector chosen, double[] baseline, double[] always) {
    return rest == null
        ? new UserModel(chosen, 0)
        : rest.complete(chosen, baseline, always, exponent);
  }

  /** k, or the number of non-zero columns where that is smaller. */
  public int sparsity() {
    return sparsity;
  }

  /** Number of rows, m. */
  public int rows() {
    return measurements.length;
  }

  /** Number of usable columns. */
  public int columns() {
    return unit.index().length;
  }

  /** The user's index of column {@code j} of this problem. */
  public int userColumn(int j) {
    return unit.index()[j];
  }

  /** This problem's index of the user's column, or -1 for a zero column. */
  public int unitColumn(int userColumn) {
    int position = Arrays.binarySearch(unit.index(), userColumn);
    return position < 0 ? -1 : position;
  }

  /** A norm in the units of the user's measurements. */
  public double toUser(double norm) {
    return Math.scalb(norm, exponent);
  }

  /** A norm in the units of the user's measurements, as one of this problem's. */
  public double fromUser(double norm) {
    return Math.scalb(norm, -exponent);
  }

  /**
   * A vector of this problem as the user sees it.
   *
   * @param columns sorted columns of this problem
   * @param values their coefficients, in the same order
   * @throws IllegalArgumentException if a coefficient is too large or too small for a double in the
   *     user's units
   */
  public SparseVector toUser(int userLength, int[] columns, double[] values) {
    int[] indices = new int[columns.length];
    double[] userValues = new double[columns.length];
    for (int i = 0; i < columns.length; i++) {
      indices[i] = userColumn(columns[i]);
      userValues[i] = coefficientToUser(columns[i], values[i]);
      if (!Double.isFinite(userValues[i])) {
        throw outOfRange(columns[i], "small", "is not a finite number");
      }
      if (values[i] != 0 && isLost(columns[i], userValues[i])) {
        throw outOfRange(columns[i], "large", "is below the smallest number");
      }
    }
    return SparseVector.of(userLength, Support.of(indices), userValues);
  }

  /**
   * Whether a coefficient is so small that its rounding shows in the measurements, and more than
   * the rounding of the measurements themselves does.
   */
  private boolean isLost(int j, double userValue) {
    double rounding = Double.MIN_VALUE * unit.norm()[j];
    double visible = Math.max(toUser(ROUNDING), 8 * Double.MIN_VALUE);
    return Math.abs(userValue) < Double.MIN_NORMAL && rounding > visible;
  }

  private IllegalArgumentException outOfRange(int j, String size, String problem) {
    return new IllegalArgumentException(
        "operator: column %d has norm %s, so %s beside the measurements that its coefficient %s"
            .formatted(userColumn(j), unit.norm()[j], size, problem));
  }

  /** The dense vector of this problem that the user's vector stands for; a new array. */
  public double[] fromUser(SparseVector x) {
    double[] dense = new double[columns()];
    for (int i = 0; i < x.support().size(); i++) {
      int j = unitColumn(x.support().get(i));
      if (j >= 0) {
        dense[j] = Math.scalb(x.value(i), -exponent) * unit.norm()[j];
      }
    }
    return dense;
  }

  /** The coefficient of column {@code j} of this problem, as one of the user's column. */
  public double coefficientToUser(int j, double value) {
    // Divided first where the norm is large, scaled first where it is small: no overflow between.
    double norm = unit.norm()[j];
    return norm >= 1 ? Math.scalb(value / norm, exponent) : Math.scalb(value, exponent) / norm;
  }
}
