package io.github.sea4j.exact.tree;

import io.github.sea4j.linalg.GramCholesky;
import io.github.sea4j.linalg.Vectors;

/**
 * Narrower coefficient bounds below a node. With the identity behind {@link DualBound},
 *
 * <pre>
 * f(z) >= bound(x) + (z - x)'P(z - x)/2     for every z of the node,
 * </pre>
 *
 * <p>so that an answer below the cutoff has {@code |z_j - x_j| <= sqrt(2 (cutoff - bound)
 * (P_L^-1)_jj)}, L the columns that are not excluded. A free column whose interval leaves out zero
 * must come in.
 *
 * <p>P is lowered by {@link SubsetProblem#definiteness} on its diagonal before it is inverted; a
 * factorisation that then succeeds bounds the true inverse from above. O(|L|³/3).
 */
final class Tightening {

  /** Above so many columns the inverse costs more than it gives. */
  static final int MOST_COLUMNS = 100;

  private static final double SAFETY = 1 + 1e-6;

  private final NodeState node;
  private GramCholesky cholesky = new GramCholesky(0);
  private double[] inverse = {};
  private int[] left = {};
  private double lowered;

  Tightening(NodeState node) {
    this.node = node;
  }

  /** P_L, lowered. */
  private void row(int i, int from, int to, double[] out) {
    Vectors.gather(node.problem.gram[left[i]], left, from, to, out);
    if (from == i) {
      out[i] = node.diagonal(left[i]) - lowered;
    }
  }

  /**
   * Narrows the intervals of the node.
   *
   * @param bound the node's bound at the present x
   * @return false if an interval has become empty: there is no answer below the cutoff
   */
  boolean apply(double bound, double cutoff) {
    int count = node.left();
    if (count > MOST_COLUMNS || count > node.problem.rows || !factor(count)) {
      return true;
    }
    double slack = Math.sqrt(2 * Math.max(0, cutoff - bound)) * SAFETY;
    node.smallest = node.smallest.clone();
    node.largest = node.largest.clone();
    boolean possible = true;
    for (int i = 0; i < count && possible; i++) {
      double radius = slack * Math.sqrt(inverse[i]);
      double x = node.x[left[i]];
      possible = narrow(left[i], x - radius, x + radius);
    }
    return possible;
  }

  private boolean factor(int count) {
    if (cholesky.capacity() < count) {
      cholesky = new GramCholesky(count);
      inverse = new double[count];
    }
    left = new int[count];
    for (int j = 0, i = 0; i < count; j++) {
      if (node.state[j] != NodeState.OUT) {
        left[i++] = j;
      }
    }
    lowered = node.problem.definiteness(count);
    if (!cholesky.factor(0, count, 0, this::row)) {
      return false;
    }
    cholesky.inverseDiagonal(inverse);
    return true;
  }

  private boolean narrow(int j, double low, double high) {
    boolean free = node.state[j] == NodeState.FREE;
    if (free && (low > 0 || high < 0)) {
      node.include(j);
      free = false;
    }
    // A free column may still stay at zero.
    node.smallest[j] = Math.max(node.smallest[j], free ? Math.min(0, low) : low);
    node.largest[j] = Math.min(node.largest[j], free ? Math.max(0, high) : high);
    return node.smallest[j] <= node.largest[j];
  }
}
