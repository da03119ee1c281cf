package io.github.sea4j.exact.tree;

import java.util.function.BooleanSupplier;

/**
 * The perspective relaxation of a node, solved as far as it pays: coordinate descent and active-set
 * steps at a multiplier of the constraint on the number of columns, which is moved until the shares
 * of the free columns add up to what may still come in.
 *
 * <p>Every round reads a bound ({@link DualBound}) and decides columns by it; the round that
 * reaches the cutoff is the last. Cost of a round about n times the number of columns that move.
 */
final class Relaxation {

  /** How a node ended. */
  enum End {
    /** Nothing below the cutoff. */
    PRUNED,
    /** To be branched on. */
    OPEN,
    /** The caller wants to stop; nothing is known. */
    STOPPED
  }

  private static final int SWEEPS = 2;
  private static final int STEPS = 3;
  private static final int MOST_ROUNDS = 40;
  private static final int MOST_ROUNDS_AT_THE_ROOT = 400;

  /** A round that lifts the bound by less than this share of what is missing is idle. */
  private static final double IDLE = 1e-3;

  private static final int IDLE_ROUNDS = 3;

  private final NodeState node;
  private final Penalty penalty;
  private final ActiveSetStep newton;
  private final DualBound dual;
  private final Tightening tightening;
  private double best;
  private double above;
  private double below;

  Relaxation(NodeState node) {
    this.node = node;
    this.penalty = new Penalty(node.curvature);
    this.newton = new ActiveSetStep(node, penalty);
    this.dual = new DualBound(node);
    this.tightening = new Tightening(node);
  }

  /** The best lower bound found for the node. */
  double bound() {
    return best;
  }

  /**
   * Bounds the node that is loaded.
   *
   * @param inherited bound of its parent
   * @param cutoff answers at or above it are not looked for
   */
  End solve(double inherited, double cutoff, BooleanSupplier stop) {
    best = inherited;
    forgetBracket();
    int most = node.included + node.excluded == 0 ? MOST_ROUNDS_AT_THE_ROOT : MOST_ROUNDS;
    int idle = 0;
    for (int round = 0; round < most && idle < IDLE_ROUNDS; round++) {
      if (stop.getAsBoolean()) {
        return End.STOPPED;
      }
      penalty.update(node.multiplier, node.smallest, node.largest);
      for (int i = 0; i < SWEEPS; i++) {
        sweep();
      }
      for (int i = 0; i < STEPS && !newton.take(); i++) {
        // Each step ends at the next end of a piece.
      }
      double bound = dual.evaluate();
      idle = round > 0 && bound - best < IDLE * (cutoff - bound) ? idle + 1 : 0;
      best = Math.max(best, bound);
      if (bound >= cutoff) {
        return End.PRUNED;
      }
      if (dual.fix(cutoff) && isDecided()) {
        break;
      }
      if (round % 6 == 5) {
        forgetBracket();
      }
      moveMultiplier();
    }
    if (!isDecided() && !tightening.apply(dual.evaluate(), cutoff)) {
      return End.PRUNED;
    }
    return node.included > node.problem.sparsity ? End.PRUNED : End.OPEN;
  }

  /** Whether what is left is a matter of few columns. */
  private boolean isDecided() {
    return node.budget() <= 2 || node.left() <= node.problem.sparsity;
  }

  /** One pass of coordinate descent over the columns that are not excluded. */
  private void sweep() {
    for (int j = 0; j < node.x.length; j++) {
      byte state = node.state[j];
      if (state == NodeState.OUT) {
        continue;
      }
      double p = Math.max(node.diagonal(j), 1e-12);
      double target = node.v[j] + p * node.x[j];
      double t;
      if (state == NodeState.IN) {
        double least = target / (p + node.curvature[j]);
        t = Math.min(Math.max(least, node.smallest[j]), node.largest[j]);
      } else {
        t = penalty.minimiser(j, p, target, target > 0 ? node.largest[j] : -node.smallest[j]);
      }
      if (t != node.x[j]) {
        node.move(j, t);
      }
    }
  }

  private void forgetBracket() {
    below = 0;
    above = Double.POSITIVE_INFINITY;
  }

  /** More multiplier where the shares exceed the budget, less where they fall short. */
  private void moveMultiplier() {
    double shares = 0;
    for (int j = 0; j < node.x.length; j++) {
      if (node.state[j] == NodeState.FREE) {
        shares += penalty.share(j, node.x[j]);
      }
    }
    double budget = Math.max(1, node.budget());
    double now = node.multiplier;
    if (shares > budget) {
      below = now;
    } else {
      above = now;
    }
    if (Math.abs(shares - budget) < 0.02) {
      return;
    }
    double next = now * Math.min(2, Math.max(0.5, shares / budget));
    if (next >= above) {
      next = (now + above) / 2;
    }
    if (next <= below) {
      next = (now + below) / 2;
    }
    node.multiplier = next;
  }
}
