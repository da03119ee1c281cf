package io.github.sea4j.exact.tree;

import java.util.Arrays;

/**
 * One node written out to work on: the relaxed x, the vector {@code v = b - P x} that every bound
 * is read from, and the state of each column. One for each thread; loaded with one node after the
 * other.
 *
 * <p>{@code P = Q - D} with the diagonal D that the relaxation keeps apart ({@link #curvature}).
 */
final class NodeState {

  /** May be chosen. */
  static final byte FREE = 0;

  /** Is chosen. */
  static final byte IN = 1;

  /** Must not be chosen. */
  static final byte OUT = 2;

  final SubsetProblem problem;

  /** The diagonal of D: curvature that a column has for itself, at least 0. */
  final double[] curvature;

  final byte[] state;
  final double[] x;
  final double[] v;
  double[] smallest = {};
  double[] largest = {};
  double multiplier;
  int included;
  int excluded;

  private long moves;
  private double travelled;

  NodeState(SubsetProblem problem, double[] curvature) {
    this.problem = problem;
    this.curvature = curvature;
    this.state = new byte[problem.columns];
    this.x = new double[problem.columns];
    this.v = new double[problem.columns];
  }

  void load(Node node) {
    System.arraycopy(node.state(), 0, state, 0, state.length);
    included = 0;
    excluded = 0;
    for (byte s : state) {
      included += s == IN ? 1 : 0;
      excluded += s == OUT ? 1 : 0;
    }
    smallest = node.smallest();
    largest = node.largest();
    multiplier = node.multiplier();
    Arrays.fill(x, 0);
    System.arraycopy(problem.correlations, 0, v, 0, v.length);
    moves = 0;
    travelled = 0;
    for (int i = 0; i < node.active().length; i++) {
      move(node.active()[i], node.values()[i]);
    }
  }

  /** Entry (j, j) of P, at least 0. */
  double diagonal(int j) {
    return problem.gram[j][j] + (problem.ridge - curvature[j]);
  }

  /** Gives x_j a value and keeps v right; O(n). */
  void move(int j, double value) {
    double change = value - x[j];
    x[j] = value;
    double[] column = problem.gram[j];
    for (int i = 0; i < v.length; i++) {
      v[i] -= change * column[i];
    }
    v[j] -= change * (problem.ridge - curvature[j]);
    moves++;
    travelled += Math.abs(change);
  }

  /**
   * Bound on the error of every v_i: the Gram matrix and b carry the rounding of sums of m terms,
   * each move adds one rounding of numbers that never exceed {@code max |b| + sum |changes|}.
   */
  double error() {
    double size = Math.sqrt(2 * problem.half) + (1 + problem.ridge) * travelled;
    return size * (problem.entryError() + (moves + 4) * SubsetProblem.ROUNDOFF);
  }

  /** How many columns may still be chosen. */
  int budget() {
    return problem.sparsity - included;
  }

  /** Columns that are not excluded. */
  int left() {
    return state.length - excluded;
  }

  void include(int j) {
    state[j] = IN;
    included++;
  }

  void exclude(int j) {
    state[j] = OUT;
    excluded++;
    if (x[j] != 0) {
      move(j, 0);
    }
  }

  /** Columns in a given state, ascending. */
  int[] columns(byte wanted) {
    int count = wanted == IN ? included : wanted == OUT ? excluded : left() - included;
    int[] found = new int[count];
    int size = 0;
    for (int j = 0; j < state.length; j++) {
      if (state[j] == wanted) {
        found[size++] = j;
      }
    }
    return found;
  }

  /** A node of what is here now. */
  Node toNode(double bound, int branch) {
    int count = 0;
    for (double value : x) {
      count += value != 0 ? 1 : 0;
    }
    int[] active = new int[count];
    double[] values = new double[count];
    for (int j = 0, i = 0; j < x.length; j++) {
      if (x[j] != 0) {
        active[i] = j;
        values[i++] = x[j];
      }
    }
    return new Node(state.clone(), active, values, multiplier, bound, smallest, largest, branch, 0);
  }
}
