package io.github.sea4j.exact.tree;

import io.github.sea4j.linalg.GramCholesky;
import io.github.sea4j.linalg.Vectors;

/**
 * A Newton step on the pieces where the relaxed x lies: exact for those pieces, cut at the first
 * coordinate that reaches an end of its piece.
 *
 * <p>Coordinate descent finds the pieces quickly and converges slowly on coherent columns; this
 * step does the reverse. Cost a³/6 for a moving coordinates, na for the update of v.
 */
final class ActiveSetStep {

  /** Relative to a diagonal near 1: keeps the factorisation alive on dependent columns. */
  private static final double REGULARISATION = 1e-10;

  private final NodeState node;
  private final Penalty penalty;
  private final int[] moving;
  private final boolean[] curved;
  private final double[] step;
  private GramCholesky cholesky = new GramCholesky(32);

  ActiveSetStep(NodeState node, Penalty penalty) {
    this.node = node;
    this.penalty = penalty;
    int n = node.problem.columns;
    this.moving = new int[n];
    this.curved = new boolean[n];
    this.step = new double[n];
  }

  /** P on the moving columns, with D where a piece is curved. */
  private void row(int i, int from, int to, double[] out) {
    int j = moving[i];
    Vectors.gather(node.problem.gram[j], moving, from, to, out);
    if (from == i) {
      out[i] = node.diagonal(j) + (curved[i] ? node.curvature[j] : 0) + REGULARISATION;
    }
  }

  /** Takes one step; false if it was cut short, so that another one may help. */
  boolean take() {
    int count = collect();
    if (count > 32 && cholesky.capacity() < count) {
      cholesky = new GramCholesky(Math.min(2 * count, moving.length));
    }
    if (count == 0 || !cholesky.factor(0, count, 0, this::row)) {
      return true;
    }
    cholesky.solveGram(step);
    double length = 1;
    int cut = -1;
    double end = 0;
    for (int i = 0; i < count; i++) {
      double limit = step[i] > 0 ? upperEnd(i) : lowerEnd(i);
      double from = node.x[moving[i]];
      if (Math.abs(length * step[i]) > Math.abs(limit - from)) {
        length = (limit - from) / step[i];
        cut = i;
        end = limit;
      }
    }
    for (int i = 0; i < count; i++) {
      int j = moving[i];
      node.move(j, i == cut ? end : node.x[j] + length * step[i]);
    }
    return cut < 0;
  }

  /** The coordinates inside a piece, and minus the gradient there. */
  private int collect() {
    int count = 0;
    for (int j = 0; j < node.x.length; j++) {
      double t = node.x[j];
      if (node.state[j] == NodeState.IN) {
        if (t > node.smallest[j] && t < node.largest[j]) {
          curved[count] = true;
          step[count] = node.v[j] - node.curvature[j] * t;
          moving[count++] = j;
        }
      } else if (t != 0) {
        double size = Math.abs(t);
        double corner = penalty.corner(j, t);
        double bound = t > 0 ? node.largest[j] : -node.smallest[j];
        if (size < corner) {
          curved[count] = false;
          step[count] = node.v[j] - Math.copySign(penalty.slope(j, t), t);
          moving[count++] = j;
        } else if (size > corner && size < bound) {
          curved[count] = true;
          step[count] = node.v[j] - node.curvature[j] * t;
          moving[count++] = j;
        }
      }
    }
    return count;
  }

  private double upperEnd(int i) {
    int j = moving[i];
    if (node.state[j] == NodeState.IN) {
      return node.largest[j];
    }
    double t = node.x[j];
    if (t > 0) {
      return curved[i] ? node.largest[j] : penalty.corner(j, t);
    }
    return curved[i] ? -penalty.corner(j, t) : 0;
  }

  private double lowerEnd(int i) {
    int j = moving[i];
    if (node.state[j] == NodeState.IN) {
      return node.smallest[j];
    }
    double t = node.x[j];
    if (t < 0) {
      return curved[i] ? node.smallest[j] : -penalty.corner(j, t);
    }
    return curved[i] ? penalty.corner(j, t) : 0;
  }
}
