package io.github.sea4j.loss;

import io.github.sea4j.fit.Fit;
import io.github.sea4j.fit.Loss;
import io.github.sea4j.fit.SparsePoint;
import io.github.sea4j.fit.SupportSolution;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Another loss whose columns enter in groups: for algorithms a group is one column.
 *
 * <p>In place of a coefficient they see {@code ||A_G x_G||}, in place of a gradient minus the norm
 * of the slopes' projection on the columns of the group. Both are what a single column of unit norm
 * has, and neither depends on how the columns of a group are coded. Support exploration, which adds
 * up gradients, sees the slopes of the single columns: see {@link
 * io.github.sea4j.fit.ExplorationScores}.
 */
public final class GroupedLoss implements Loss {

  private final Loss inner;
  private final int[][] groups;
  private final Columns columns;

  /** What is known of the columns of each group. */
  public enum Columns {
    /** Nothing. */
    ANY,
    /** They are orthogonal, which spares their inner products. */
    ORTHOGONAL,
    /** They are orthogonal, and the same column in blocks that are all alike. */
    COPIES
  }

  /**
   * The loss in groups.
   *
   * @param inner the loss of single columns
   * @param groups sorted columns of unit norm of each group, disjoint; kept
   */
  public GroupedLoss(Loss inner, int[][] groups) {
    this(inner, groups, Columns.ANY);
  }

  /**
   * The loss in groups.
   *
   * @param columns what is known of them
   */
  public GroupedLoss(Loss inner, int[][] groups, Columns columns) {
    this.inner = inner;
    this.groups = groups;
    this.columns = columns;
  }

  /** Whether the columns of each group are known to be orthogonal. */
  public boolean isOrthogonal() {
    return columns != Columns.ANY;
  }

  /** Whether they are also known to be one column in blocks that are all alike. */
  public boolean hasCopies() {
    return columns == Columns.COPIES;
  }

  /** The loss of single columns. */
  public Loss inner() {
    return inner;
  }

  /** Number of groups. */
  public int count() {
    return groups.length;
  }

  /** The columns of some groups, sorted; a new array. */
  public int[] members(int[] chosen) {
    return IntStream.of(chosen).flatMap(u -> Arrays.stream(groups[u])).sorted().toArray();
  }

  /** The groups that some columns are of, sorted. */
  public int[] groupsOf(int[] columns) {
    return IntStream.range(0, groups.length)
        .filter(u -> IntStream.of(columns).anyMatch(j -> Arrays.binarySearch(groups[u], j) >= 0))
        .toArray();
  }

  /** The columns of one group, sorted; shared. */
  public int[] group(int u) {
    return groups[u];
  }

  @Override
  public Fit fit(LinearOperator operator, double[] measurements, int most, BooleanSupplier hurry) {
    int widest = Arrays.stream(groups).mapToInt(group -> group.length).max().orElse(0);
    int columns = (int) Math.min((long) most * widest, operator.columns());
    return new GroupedFit(this, operator, inner.fit(operator, measurements, columns, hurry));
  }

  @Override
  public SparsePoint point(LinearOperator operator, double[] measurements, BooleanSupplier hurry) {
    return (GroupedFit) fit(operator, measurements, groups.length, hurry);
  }

  @Override
  public SupportSolution solve(LinearOperator operator, double[] measurements, int[] support) {
    return fitted(operator, measurements, support).solution();
  }

  /** {@inheritDoc} It knows the columns of the groups and their coefficients as well. */
  @Override
  public Fit fitted(LinearOperator operator, double[] measurements, int[] support) {
    Fit fit = fit(operator, measurements, support.length, () -> false);
    fit.moveTo(support);
    return fit;
  }

  @Override
  public double nullValue(LinearOperator operator, double[] measurements) {
    return inner.nullValue(operator, measurements);
  }

  @Override
  public double curvature(double[] measurements) {
    return inner.curvature(measurements);
  }

  @Override
  public boolean isGrouped() {
    return true;
  }

  @Override
  public String toString() {
    return inner + " in groups";
  }
}
