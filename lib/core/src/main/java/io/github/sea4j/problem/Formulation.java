package io.github.sea4j.problem;

import io.github.sea4j.fit.LeastSquares;
import io.github.sea4j.fit.Loss;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.loss.AdjustedOperator;
import io.github.sea4j.loss.Always;
import io.github.sea4j.loss.Baseline;
import io.github.sea4j.loss.GlmLoss;
import io.github.sea4j.loss.GlmModel;
import io.github.sea4j.loss.GroupedLoss;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.RepeatedOperator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a matrix beyond k columns: a loss with its intercept, weights and offset,
 * columns that are forced in, bounds; and the columns of unit norm that follow, made once.
 *
 * <p>The intercept and forced columns without bounds are projected out, so that no algorithm needs
 * to know of them.
 */
final class Formulation {

  /** Measurements of which less than this share is left, once the baseline is out, are zero. */
  private static final double NOTHING = 1e-13;

  private final LinearOperator operator;
  private final GlmLoss loss;
  private final int[] forced;
  private final @Nullable Bounds bounds;
  private final int @Nullable [] groupOf;
  private final Baseline baseline;
  private final UnitColumns unitColumns;

  /** Forced columns with and without bounds. */
  private final int[] boxed;

  private final int[] projected;

  /** The boxed ones, freed of the baseline, and their norms. */
  private final double[][] boxedColumns;

  private final double[] boxedNorms;

  Formulation(
      LinearOperator operator,
      GlmLoss loss,
      int[] forced,
      @Nullable Bounds bounds,
      int @Nullable [] groupOf) {
    this.groupOf = groupOf;
    this.operator = operator;
    this.loss = loss;
    this.forced = forced;
    this.bounds = bounds;
    this.boxed = IntStream.of(forced).filter(j -> bounds != null && bounds.binds(j)).toArray();
    this.projected = IntStream.of(forced).filter(j -> bounds == null || !bounds.binds(j)).toArray();
    this.baseline = Baseline.of(operator, loss, projected);
    AdjustedOperator adjusted = baseline.adjust(operator);
    this.unitColumns = UnitColumns.without(adjusted, boxed);
    this.boxedColumns = new double[boxed.length][operator.rows()];
    this.boxedNorms = new double[boxed.length];
    for (int i = 0; i < boxed.length; i++) {
      // One that the baseline explains is zero: of it rounding errors alone would be left.
      double norm = adjusted.columnOrZero(boxed[i], boxedColumns[i]);
      boolean isZero = norm < UnitColumns.SMALLEST_NORM;
      boxedNorms[i] = isZero ? 1 : norm;
      Vectors.scale(isZero ? 0 : 1 / norm, boxedColumns[i]);
    }
  }

  GlmLoss loss() {
    return loss;
  }

  int[] forced() {
    return forced;
  }

  Formulation with(GlmLoss other) {
    return new Formulation(operator, other, forced, bounds, groupOf);
  }

  Formulation withForced(int[] columns) {
    if (bounds != null) {
      bounds.check(columns);
    }
    return new Formulation(operator, loss, columns, bounds, groupOf);
  }

  Formulation withBounds(Bounds box) {
    box.check(forced);
    return new Formulation(operator, loss, forced, box, groupOf);
  }

  Formulation withGroups(int[] numbers) {
    return new Formulation(operator, loss, forced, bounds, numbers);
  }

  UnitColumns unitColumns() {
    return unitColumns;
  }

  UnitNormProblem unitNorm(double[] y, int sparsity) {
    double[] measurements = loss.isLeastSquares() ? adjusted(y) : y;
    int exponent = loss.isLeastSquares() ? UnitNormProblem.exponent(measurements) : 0;
    return new UnitNormProblem(
        unitColumns, measurements, exponent, sparsity, grouped(seam(exponent)), new Rest(this, y));
  }

  private Loss grouped(Loss single) {
    int[] numbers = groupOf;
    if (numbers == null) {
      return single;
    }
    int[] index = unitColumns.index();
    Map<Integer, List<Integer>> groups = new TreeMap<>();
    for (int j = 0; j < index.length; j++) {
      groups.computeIfAbsent(numbers[index[j]], number -> new ArrayList<>()).add(j);
    }
    return new GroupedLoss(
        single,
        groups.values().stream()
            .map(group -> group.stream().mapToInt(j -> j).toArray())
            .toArray(int[][]::new),
        areOrthogonal(groups.values(), index)
            // Weights make rows of one block differ from those of another.
            ? loss.hasWeights() ? GroupedLoss.Columns.ORTHOGONAL : GroupedLoss.Columns.COPIES
            : GroupedLoss.Columns.ANY);
  }

  /** Columns in different blocks have no row in common, if nothing has been projected out. */
  private boolean areOrthogonal(Collection<List<Integer>> groups, int[] index) {
    return operator instanceof RepeatedOperator blocks
        && !loss.hasIntercept()
        && projected.length == 0
        && groups.stream()
            .allMatch(
                group ->
                    group.stream().map(j -> blocks.block(index[j])).distinct().count()
                        == group.size());
  }

  /** {@code (I - Q Q') S (y - offset)}; exactly zero where rounding errors alone are left. */
  private double[] adjusted(double[] y) {
    double[] z = loss.withoutOffset(y);
    AdjustedOperator adjusted = baseline.adjust(operator);
    adjusted.scaleRows(z);
    double before = Vectors.norm(z);
    adjusted.project(z);
    return Vectors.norm(z) <= NOTHING * before ? new double[z.length] : z;
  }

  private Loss seam(int exponent) {
    if (bounds == null) {
      return loss.isLeastSquares() ? LeastSquares.LOSS : GlmModel.of(loss, baseline);
    }
    GlmModel model = loss.isLeastSquares() ? GlmModel.leastSquares() : GlmModel.of(loss, baseline);
    int[] index = unitColumns.index();
    double[] norm = unitColumns.norm();
    Always always =
        new Always(
            boxedColumns,
            Bounds.unit(bounds.lower(), boxed, boxedNorms, exponent),
            Bounds.unit(bounds.upper(), boxed, boxedNorms, exponent));
    return model.within(
        Bounds.unit(bounds.lower(), index, norm, exponent),
        Bounds.unit(bounds.upper(), index, norm, exponent),
        always);
  }

  /**
   * All coefficients of an answer.
   *
   * @param chosen coefficients of the chosen columns, in the user's units
   * @param b those of the baseline's directions; for least squares read off the measurements
   * @param inEach those of the boxed columns of unit norm
   */
  UserModel complete(double[] y, SparseVector chosen, double[] b, double[] inEach, int exponent) {
    double[] x = chosen.toDense();
    for (int i = 0; i < boxed.length; i++) {
      x[boxed[i]] = Math.scalb(inEach[i], exponent) / boxedNorms[i];
    }
    double[] ax = new double[y.length];
    operator.apply(x, ax);
    double[] along = loss.isLeastSquares() ? baseline.along(loss.withoutOffset(y)) : b;
    double[] beta = baseline.coefficients(along, ax);
    int first = loss.hasIntercept() ? 1 : 0;
    for (int i = 0; i < projected.length; i++) {
      x[projected[i]] = beta[first + i];
    }
    int[] all = chosen.support().union(Support.of(forced)).toArray();
    double[] values = Vectors.gather(x, all);
    double intercept = first == 1 ? beta[0] : 0;
    int bad = Vectors.firstNonFinite(values);
    if (bad >= 0 || !Double.isFinite(intercept)) {
      throw new IllegalArgumentException(
          "operator: %s is not a finite number in the units of its columns and of the measurements"
              .formatted(bad < 0 ? "the intercept" : "the coefficient of column " + all[bad]));
    }
    return new UserModel(SparseVector.of(x.length, Support.of(all), values), intercept);
  }

  /** What completes an answer: the formulation with its measurements. */
  record Rest(Formulation formulation, double[] y) {

    UserModel complete(SparseVector chosen, double[] b, double[] inEach, int exponent) {
      return formulation.complete(y, chosen, b, inEach, exponent);
    }
  }
}
