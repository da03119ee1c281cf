package io.github.sea4j.search;

import io.github.sea4j.fit.Fit;
import io.github.sea4j.fit.Fitted;
import io.github.sea4j.fit.LeastSquares;
import io.github.sea4j.fit.Loss;
import io.github.sea4j.fit.SparsePoint;
import io.github.sea4j.fit.SupportSolution;
import io.github.sea4j.loss.GlmModel;
import io.github.sea4j.loss.GroupedLoss;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.view.CountedOperator;
import io.github.sea4j.option.Settings;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.Support;
import io.github.sea4j.problem.UnitNormProblem;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The part of {@link SearchContext} that says what is to be solved, and fits it. */
abstract class SearchProblem {

  final Settings settings;
  final SparseProblem problem;
  final UnitNormProblem unit;
  final double[] measurements;
  final double norm;
  final CountedOperator counted;

  /** Where columns enter in groups, algorithms see a group as one column. */
  private final @Nullable GroupedLoss groups;

  SearchProblem(Settings settings, SparseProblem problem) {
    this.settings = settings;
    this.problem = problem;
    UnitNormProblem plain = problem.unitNorm();
    this.counted = new CountedOperator(plain.operator());
    this.unit = plain.through(counted);
    this.measurements = unit.measurements();
    this.norm = unit.loss().nullValue(plain.operator(), measurements);
    this.groups = unit.loss() instanceof GroupedLoss grouped ? grouped : null;
  }

  /** Whether no more products should be spent than needed. */
  public abstract boolean mustStop();

  /** The problem as the user states it. */
  public SparseProblem problem() {
    return problem;
  }

  /** The problem among columns of unit norm; products with its matrix are counted. */
  public UnitNormProblem unit() {
    return unit;
  }

  /** A with unit-norm columns; products with it are counted. */
  public LinearOperator operator() {
    return counted;
  }

  /** y, scaled to a norm in [1/2, 1); a new array. */
  public double[] measurements() {
    return measurements.clone();
  }

  /**
   * The value at x = 0, of which values are shares; for least squares {@code ||y||}, scaled
   * likewise.
   */
  public double measurementNorm() {
    return norm;
  }

  /** k, at most {@link #columns()}. */
  public int sparsity() {
    return unit.sparsity();
  }

  /** Number of usable columns. */
  public int columns() {
    return groups == null ? unit.columns() : groups.count();
  }

  /** Number of rows. */
  public int rows() {
    return measurements.length;
  }

  /** What is minimised. */
  public Loss loss() {
    return unit.loss();
  }

  /** A fit on the empty support, for supports of up to k columns. */
  public Fit fit() {
    return fit(sparsity());
  }

  /** A fit on the empty support, for supports of up to {@code most} columns. */
  public Fit fit(int most) {
    return loss().fit(counted, measurements, most, this::mustStop);
  }

  /** A fit on the empty support, for supports that grow up to k columns. */
  public Fit growingFit() {
    return loss().growingFit(counted, measurements, sparsity());
  }

  /** A sparse point, at x = 0. */
  public SparsePoint point() {
    return loss() == LeastSquares.LOSS
        ? LeastSquares.LOSS.point(counted, measurements, sparsity(), this::mustStop)
        : loss().point(counted, measurements, this::mustStop);
  }

  /** The fit on one support, made afresh; sorted columns. */
  public SupportSolution solve(int[] support) {
    return loss().solve(counted, measurements, support);
  }

  /** The same with its support. */
  public Fitted fitted(int[] support) {
    return loss().fitted(counted, measurements, support);
  }

  /**
   * For algorithms whose formulas hold for least squares alone.
   *
   * @throws IllegalArgumentException if the loss is another one
   */
  public void requireLeastSquares() {
    if (loss() != LeastSquares.LOSS) {
      boolean grouped = groups != null && groups.inner() == LeastSquares.LOSS;
      String without = grouped ? " without groups" : unit.hasBaseline() ? " without bounds" : "";
      throw new IllegalArgumentException(
          "loss must be least squares%s for %s, but is %s"
              .formatted(without, settings.kind(), loss()));
    }
  }

  /**
   * For algorithms whose coefficients are not fitted on their support.
   *
   * @throws IllegalArgumentException if coefficients are bounded
   */
  public void requireUnbounded() {
    boolean bounded = loss() instanceof GlmModel model && model.isBounded();
    if (bounded || groups != null) {
      throw new IllegalArgumentException(
          "%s: %s fits no coefficients, which they need"
              .formatted(bounded ? "bounds" : "groups", settings.kind()));
    }
  }

  /** The usual curvature of the loss beside that of least squares, by which steps are divided. */
  public double curvature() {
    return loss().curvature(measurements);
  }

  /** Where columns enter in groups, these. */
  @Nullable GroupedLoss groups() {
    return groups;
  }

  /** The columns of a support in this problem, where zero columns have no place; sorted. */
  public int[] columns(Support support) {
    int[] single =
        Arrays.stream(support.toArray()).map(unit::unitColumn).filter(j -> j >= 0).toArray();
    return groups == null ? single : groups.groupsOf(single);
  }

  /** The user's support of some columns of this problem. */
  public Support userSupport(int[] columns) {
    int[] single = groups == null ? columns : groups.members(columns);
    return Support.of(Arrays.stream(single).map(unit::userColumn).toArray());
  }
}
