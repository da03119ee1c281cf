package io.github.sea4j.exact.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** The open nodes, in the order of their bounds, and the search that empties them. */
final class Tree {

  /** Nodes expanded together; fixed, so that no answer depends on the number of threads. */
  private static final int BATCH = 16;

  /** Open nodes may take this share of the memory that the machine allows. */
  private static final double MEMORY = 0.4;

  private final SubsetProblem problem;
  private final CoefficientBounds bounds;
  private final Incumbent incumbent;
  private final Expanders expanders;
  private final double gap;
  private final long mostNodes;
  private final PriorityQueue<Node> open = new PriorityQueue<>();
  private long created;
  private long bytes;
  private boolean rootSeen;

  Tree(
      SubsetProblem problem,
      CoefficientBounds bounds,
      Incumbent incumbent,
      Expanders expanders,
      double gap,
      long mostNodes) {
    this.problem = problem;
    this.bounds = bounds;
    this.incumbent = incumbent;
    this.expanders = expanders;
    this.gap = gap;
    this.mostNodes = mostNodes;
  }

  BestSubset search() {
    incumbent.restart(bounds.magnitude());
    incumbent.raise(bounds.objective());
    boolean goesOn = root();
    while (goesOn && !isDone()) {
      incumbent.raise(open.element().bound());
      goesOn = !isGoodEnough() && hasRoom() && batch();
    }
    if (!goesOn && !(rootSeen && isDone())) {
      return incumbent.open();
    }
    boolean rigorous = bounds.magnitude() == Double.POSITIVE_INFINITY;
    return incumbent.proved(rigorous ? Proof.RIGOROUS : Proof.CONDITIONAL);
  }

  /** Whether no open node can hold a better support. */
  private boolean isDone() {
    return open.isEmpty() || open.element().bound() >= incumbent.cutoff();
  }

  private boolean root() {
    double multiplier = 0;
    for (double b : problem.correlations) {
      multiplier = Math.max(multiplier, b * b / 2);
    }
    Node root =
        Node.root(
            bounds.smallest(), bounds.largest(), multiplier / problem.sparsity, bounds.objective());
    Expander.Expansion expansion = expanders.root(root, incumbent.cutoff());
    take(expansion);
    rootSeen = expansion.complete();
    return rootSeen;
  }

  private boolean isGoodEnough() {
    return gap > 0 && incumbent.upper() - incumbent.lower() <= gap * incumbent.upper();
  }

  private boolean hasRoom() {
    return incumbent.nodes() < mostNodes && bytes < MEMORY * Runtime.getRuntime().maxMemory();
  }

  /** Expands the nodes of smallest bound; false if the caller wants to stop. */
  private boolean batch() {
    List<Node> nodes = new ArrayList<>();
    while (nodes.size() < BATCH && !open.isEmpty()) {
      Node node = open.poll();
      bytes -= node.bytes();
      if (node.bound() < incumbent.cutoff()) {
        nodes.add(node);
      }
    }
    List<Expander.Expansion> expansions = expanders.expand(nodes, incumbent.cutoff());
    boolean complete = true;
    for (int i = 0; i < nodes.size(); i++) {
      if (expansions.get(i).complete()) {
        take(expansions.get(i));
      } else {
        // Its children do not cover it, so that it stays open itself.
        add(nodes.get(i));
        complete = false;
      }
    }
    if (!open.isEmpty()) {
      incumbent.raise(open.peek().bound());
    }
    return complete && !expanders.isStopped();
  }

  private void take(Expander.Expansion expansion) {
    incumbent.count(expansion.nodes());
    for (Node child : expansion.children()) {
      add(child.numbered(++created));
    }
    SubsetProblem.Fit better = expansion.better();
    if (better != null) {
      incumbent.offer(better);
    }
  }

  private void add(Node node) {
    open.add(node);
    bytes += node.bytes();
  }
}
