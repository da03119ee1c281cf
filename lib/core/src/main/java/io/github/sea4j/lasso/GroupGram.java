package io.github.sea4j.lasso;

import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.loss.GroupedLoss;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the group LASSO needs to know of its matrix: {@code B'B}, column by column as it is asked
 * for, and {@code B'Y}, for a matrix B of n columns that are orthonormal within each group, and L
 * measurements Y.
 *
 * <p>A problem in groups has one measurement, and B is {@link OrthonormalGroups}. The long problem
 * that a {@code JointProblem} makes, {@code (I (x) B) vec(X) = vec(Y)}, is taken apart again: L
 * measurements, groups of one column, and one Gram matrix for all instead of L.
 */
final class GroupGram {

  private final LinearOperator operator;
  private final int[][] groups;
  private final double[] weight;
  private final double[][] initial;
  private final int rows;
  private final int n;
  private final @Nullable PackedVector[] columns;

  /**
   * @param loss the groups
   * @param operator A with columns of unit norm
   * @param y measurements of A
   */
  GroupGram(GroupedLoss loss, LinearOperator operator, double[] y) {
    int times = isRepeated(loss) ? loss.group(0).length : 1;
    if (times > 1 || isSingle(loss)) {
      this.operator = operator;
      this.n = operator.columns() / times;
      this.groups = new int[loss.count()][];
      Arrays.setAll(groups, u -> new int[] {loss.group(u)[0]});
    } else {
      OrthonormalGroups view = new OrthonormalGroups(loss, operator);
      this.operator = view;
      this.n = view.columns();
      this.groups = view.groups();
    }
    this.rows = this.operator.rows() / times;
    this.weight = new double[groups.length];
    Arrays.setAll(weight, u -> Math.sqrt((double) times * groups[u].length));
    double[] all = new double[times * n];
    this.operator.applyTranspose(y, all);
    this.initial = new double[times][];
    Arrays.setAll(initial, l -> Arrays.copyOfRange(all, l * n, (l + 1) * n));
    this.columns = new PackedVector[n];
  }

  private static boolean isSingle(GroupedLoss loss) {
    boolean single = true;
    for (int u = 0; u < loss.count(); u++) {
      single &= loss.group(u).length == 1;
    }
    return single;
  }

  /** Whether group u is column u of each block, as JointProblem makes them. */
  private static boolean isRepeated(GroupedLoss loss) {
    boolean repeated = loss.hasCopies();
    for (int u = 0; repeated && u < loss.count(); u++) {
      int[] group = loss.group(u);
      repeated = group.length == loss.group(0).length;
      for (int l = 0; repeated && l < group.length; l++) {
        repeated = group[l] == l * loss.count() + u;
      }
    }
    return repeated;
  }

  /** Rows of B. */
  int rows() {
    return rows;
  }

  /** Number of groups. */
  int count() {
    return groups.length;
  }

  /** The columns of B in a group; shared. */
  int[] group(int u) {
    return groups[u];
  }

  /** The square root of the number of coefficients of a group. */
  double weight(int u) {
    return weight[u];
  }

  /** L. */
  int measurements() {
    return initial.length;
  }

  /** {@code B'Y}, an array for each measurement; a new array. */
  double[][] initial() {
    double[][] copy = new double[initial.length][];
    Arrays.setAll(copy, l -> initial[l].clone());
    return copy;
  }

  /** {@code B'b_j}: a product when first asked for. */
  PackedVector column(int j) {
    PackedVector column = columns[j];
    if (column == null) {
      double[] dense = new double[operator.columns()];
      operator.gramColumn(j, dense);
      column = PackedVector.taking(Arrays.copyOf(dense, n));
      columns[j] = column;
    }
    return column;
  }

  /** The Frobenius norm of the rows of a group in an array of n rows for each measurement. */
  double norm(int u, double[][] rows) {
    double[] entries = new double[groups[u].length * rows.length];
    int size = 0;
    for (double[] row : rows) {
      for (int j : groups[u]) {
        entries[size++] = row[j];
      }
    }
    return Vectors.norm(entries);
  }
}
