package io.github.sea4j.exact.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Turns an open node into its children, bounded or searched to the end. One for each thread. */
final class Expander {

  /** Up to so many candidates the last two columns are tried at once, without a relaxation. */
  private static final int FEW = 100;

  private final SubsetProblem problem;
  private final BooleanSupplier stop;
  private final NodeState node;
  private final Relaxation relaxation;
  private final LastColumns last;
  private SubsetProblem.@Nullable Fit better;
  private double cutoff;

  Expander(SubsetProblem problem, double[] curvature, BooleanSupplier stop) {
    this.problem = problem;
    this.stop = stop;
    this.node = new NodeState(problem, curvature);
    this.relaxation = new Relaxation(node);
    this.last = new LastColumns(problem, stop);
  }

  /**
   * What became of a node.
   *
   * @param children open nodes
   * @param better the best fit below the cutoff met on the way, or null
   * @param complete whether the children cover all that the node may hold below the cutoff
   * @param nodes how many nodes were looked at
   */
  record Expansion(
      List<Node> children, SubsetProblem.@Nullable Fit better, boolean complete, int nodes) {}

  /** Bounds the root. */
  Expansion root(Node root, double below) {
    List<Node> open = new ArrayList<>();
    better = null;
    cutoff = below;
    node.load(root);
    boolean complete = visit(root.bound(), open);
    return new Expansion(open, better, complete, 1);
  }

  /** Decides the node's branching column both ways. */
  Expansion expand(Node parent, double below) {
    List<Node> open = new ArrayList<>();
    better = null;
    cutoff = below;
    node.load(parent);
    node.include(parent.branch());
    boolean complete = visit(parent.bound(), open);
    if (complete) {
      node.load(parent);
      node.exclude(parent.branch());
      complete = visit(parent.bound(), open);
    }
    return new Expansion(open, better, complete, 2);
  }

  /** Bounds the node that is loaded; false if it was stopped. */
  private boolean visit(double inherited, List<Node> open) {
    if (isLast() && node.left() - node.included <= FEW) {
      return finish();
    }
    Relaxation.End end = relaxation.solve(inherited, cutoff, stop);
    if (end != Relaxation.End.OPEN) {
      return end == Relaxation.End.PRUNED;
    }
    if (isLast()) {
      return finish();
    }
    round();
    open.add(node.toNode(relaxation.bound(), largest()));
    return true;
  }

  private boolean isLast() {
    return node.budget() <= 2 || node.left() <= problem.sparsity;
  }

  /** Looks at all supports below the node. */
  private boolean finish() {
    int[] in = node.columns(NodeState.IN);
    int[] free = node.columns(NodeState.FREE);
    if (node.budget() < 0) {
      return true;
    }
    if (in.length + free.length <= problem.sparsity) {
      int[] all = new int[in.length + free.length];
      System.arraycopy(in, 0, all, 0, in.length);
      System.arraycopy(free, 0, all, in.length, free.length);
      offer(last.search(all, new int[0], 0, cutoff));
    } else {
      offer(last.search(in, free, node.budget(), cutoff));
    }
    return !last.wasStopped();
  }

  private void offer(SubsetProblem.@Nullable Fit fit) {
    if (fit != null) {
      better = fit;
      cutoff = fit.objective() - BranchAndBound.TOLERANCE * problem.half;
    }
  }

  /** Tries the support that the relaxation leans to. */
  private void round() {
    int[] support = new int[problem.sparsity];
    int size = 0;
    boolean[] taken = new boolean[problem.columns];
    for (int j : node.columns(NodeState.IN)) {
      support[size++] = j;
      taken[j] = true;
    }
    while (size < support.length) {
      int next = -1;
      for (int j = 0; j < taken.length; j++) {
        if (!taken[j]
            && node.x[j] != 0
            && (next < 0 || Math.abs(node.x[j]) > Math.abs(node.x[next]))) {
          next = j;
        }
      }
      if (next < 0) {
        break;
      }
      taken[next] = true;
      support[size++] = next;
    }
    offer(last.search(Arrays.copyOf(support, size), new int[0], 0, cutoff));
  }

  /** The free column to branch on: the largest |x|, of zeros the largest |v|. */
  private int largest() {
    int chosen = -1;
    for (int j = 0; j < problem.columns; j++) {
      if (node.state[j] == NodeState.FREE && (chosen < 0 || isLarger(j, chosen))) {
        chosen = j;
      }
    }
    return chosen;
  }

  private boolean isLarger(int j, int than) {
    double x = Math.abs(node.x[j]);
    double other = Math.abs(node.x[than]);
    return x > other || (x == other && Math.abs(node.v[j]) > Math.abs(node.v[than]));
  }
}
