package io.github.sea4j.loss;

import io.github.sea4j.fit.Fit;
import io.github.sea4j.fit.Loss;
import io.github.sea4j.fit.SparsePoint;
import io.github.sea4j.fit.SupportSolution;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A {@link GlmLoss} as algorithms see it: the baseline is fitted with every support and hidden from
 * them, the operator is {@code (I - Q Q') S A} with columns of unit norm.
 *
 * <p>The value is the square root of the deviance, as the norm of the residual is for least
 * squares. The measurements are not scaled, except for least squares.
 */
public final class GlmModel implements Loss {

  /** Gradients of the fits that move, and of those that confirm an answer, beside the slopes. */
  private static final double MOVING = 1e-9;

  private static final double CONFIRMED = 1e-13;

  private final Family family;
  private final double @Nullable [] rowScale;
  private final double @Nullable [] offset;
  private final double[][] directions;
  private final Always always;
  private final @Nullable Box bounds;

  private GlmModel(
      Family family,
      double @Nullable [] rowScale,
      double @Nullable [] offset,
      double[][] directions,
      Always always,
      @Nullable Box bounds) {
    this.family = family;
    this.rowScale = rowScale;
    this.offset = offset;
    this.directions = directions;
    this.always = always;
    this.bounds = bounds;
  }

  /** A loss with its baseline, no bounds. */
  public static GlmModel of(GlmLoss loss, Baseline baseline) {
    return new GlmModel(
        loss.family(),
        baseline.rowScale(),
        loss.offset(),
        baseline.directions(),
        Always.NONE,
        null);
  }

  /** Least squares in columns and measurements from which the baseline has been taken. */
  public static GlmModel leastSquares() {
    return new GlmModel(Family.LEAST_SQUARES, null, null, new double[0][], Always.NONE, null);
  }

  /**
   * The same with bounds on the coefficients of the columns of unit norm.
   *
   * @param lower one for each column, at most 0; kept
   * @param upper one for each column, at least 0; kept
   * @param inEach columns that every support has
   */
  public GlmModel within(double[] lower, double[] upper, Always inEach) {
    return new GlmModel(family, rowScale, offset, directions, inEach, new Box(lower, upper));
  }

  /** Whether coefficients are bounded. */
  public boolean isBounded() {
    return bounds != null;
  }

  @Override
  public Fit fit(LinearOperator operator, double[] measurements, int most, BooleanSupplier hurry) {
    return new GlmFit(this, operator, newton(measurements, offset, MOVING), hurry);
  }

  @Override
  public SparsePoint point(LinearOperator operator, double[] measurements, BooleanSupplier hurry) {
    return new GlmPoint(this, operator, measurements, hurry);
  }

  @Override
  public SupportSolution solve(LinearOperator operator, double[] measurements, int[] support) {
    return confirmed(operator, measurements, support).solution();
  }

  /** The fit on one support with all that belongs to it, made afresh. */
  public GlmFit confirmed(LinearOperator operator, double[] measurements, int[] support) {
    GlmFit fit = new GlmFit(this, operator, newton(measurements, offset, CONFIRMED), () -> false);
    fit.moveTo(support);
    return fit;
  }

  @Override
  public double nullValue(LinearOperator operator, double[] measurements) {
    GlmFit fit = confirmed(operator, measurements, new int[0]);
    return fit.isComplete() ? 0 : fit.value();
  }

  /**
   * {@inheritDoc} A quarter for the logistic loss, twice the mean for the Poisson loss, whose
   * curvature has no bound.
   */
  @Override
  public double curvature(double[] measurements) {
    return switch (family) {
      case LEAST_SQUARES -> 1;
      case LOGISTIC -> 0.25;
      case POISSON -> Math.max(2 * Arrays.stream(measurements).average().orElse(1), 1e-300);
    };
  }

  NewtonFit newton(double[] measurements, double @Nullable [] known, double tolerance) {
    return new NewtonFit(family, measurements, rowScale, known, tolerance);
  }

  double[] offset(int rows) {
    return offset == null ? new double[rows] : offset.clone();
  }

  double @Nullable [] rowScale() {
    return rowScale;
  }

  double[][] directions() {
    return directions;
  }

  FirstColumns first() {
    return FirstColumns.of(directions, always);
  }

  @Nullable Box bounds() {
    return bounds;
  }

  @Override
  public String toString() {
    return family + (bounds == null ? "" : " with bounds");
  }
}
