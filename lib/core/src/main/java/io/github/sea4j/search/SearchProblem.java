package io.github.sea4j.search;

import io.github.sea4j.fit.Fit;
import io.github.sea4j.fit.LeastSquares;
import io.github.sea4j.fit.Loss;
import io.github.sea4j.fit.SparsePoint;
import io.github.sea4j.fit.SupportSolution;
import io.github.sea4j.loss.GlmModel;
import io.github.sea4j.operator.CountedOperator;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.option.Settings;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.UnitNormProblem;

/** The problem of one solve among columns of unit norm, and the fits on it. */
abstract sealed class SearchProblem permits SearchContext {

  private final Settings settings;
  private final SparseProblem problem;
  private final UnitNormProblem unit;
  private final double[] measurements;
  private final double norm;
  private final CountedOperator counted;

  SearchProblem(Settings settings, SparseProblem problem) {
    this.settings = settings;
    this.problem = problem;
    this.counted = new CountedOperator(problem.unitNorm().operator());
    this.unit = problem.unitNorm().through(counted);
    this.measurements = unit.measurements();
    this.norm = unit.loss().nullValue(problem.unitNorm().operator(), measurements);
  }

  /** The problem as the user states it. */
  public final SparseProblem problem() {
    return problem;
  }

  /** The problem among columns of unit norm; products with its matrix are counted. */
  public final UnitNormProblem unit() {
    return unit;
  }

  /** A with unit-norm columns; products with it are counted. */
  public final LinearOperator operator() {
    return counted;
  }

  /** y, scaled to a norm in [1/2, 1); a new array. */
  public final double[] measurements() {
    return measurements.clone();
  }

  /**
   * The value at x = 0, of which values are shares; for least squares {@code ||y||}, scaled
   * likewise.
   */
  public final double measurementNorm() {
    return norm;
  }

  /** k, at most {@link #columns()}. */
  public final int sparsity() {
    return unit.sparsity();
  }

  /** Number of usable columns. */
  public final int columns() {
    return unit.columns();
  }

  /** Number of rows. */
  public final int rows() {
    return measurements.length;
  }

  /** What is minimised. */
  public final Loss loss() {
    return unit.loss();
  }

  /** A fit on the empty support, for supports of up to k columns. */
  public final Fit fit() {
    return fit(sparsity());
  }

  /** A fit on the empty support, for supports of up to {@code most} columns. */
  public final Fit fit(int most) {
    return loss().fit(counted, measurements, most, this::mustStop);
  }

  /** A fit on the empty support, for supports that grow up to k columns. */
  public final Fit growingFit() {
    return loss().growingFit(counted, measurements, sparsity());
  }

  /** A sparse point, at x = 0. */
  public final SparsePoint point() {
    return loss().point(counted, measurements, this::mustStop);
  }

  /** The fit on one support, made afresh; sorted columns. */
  public final SupportSolution solve(int[] support) {
    return loss().solve(counted, measurements, support);
  }

  /**
   * For algorithms whose formulas hold for least squares alone.
   *
   * @throws IllegalArgumentException if the loss is another one
   */
  public final void requireLeastSquares() {
    if (loss() != LeastSquares.LOSS) {
      throw new IllegalArgumentException(
          "loss must be least squares%s for %s, but is %s"
              .formatted(unit.hasBaseline() ? " without bounds" : "", settings.kind(), loss()));
    }
  }

  /**
   * For algorithms whose coefficients are not fitted on their support.
   *
   * @throws IllegalArgumentException if coefficients are bounded
   */
  public final void requireUnbounded() {
    if (loss() instanceof GlmModel model && model.isBounded()) {
      throw new IllegalArgumentException(
          "bounds: %s has none on its coefficients".formatted(settings.kind()));
    }
  }

  /** The usual curvature of the loss beside that of least squares, by which steps are divided. */
  public final double curvature() {
    return loss().curvature(measurements);
  }

  /** Whether the search must end now: long fits poll it. */
  public abstract boolean mustStop();

  /** Products with the matrix so far. */
  final long countedProducts() {
    return counted.products();
  }
}
