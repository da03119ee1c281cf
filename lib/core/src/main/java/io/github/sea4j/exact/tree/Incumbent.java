package io.github.sea4j.exact.tree;

import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** The best fit so far, the lower bound so far, and who is told of them. Caller's thread only. */
final class Incumbent {

  private final SubsetProblem problem;
  private final BooleanSupplier mustStop;
  private final BranchAndBound.Listener listener;
  private SubsetProblem.Fit best;
  private double lower;
  private long nodes;
  private boolean complete;
  private double magnitude = Double.POSITIVE_INFINITY;

  /** Starts from a support, filled up and improved by exchanges. */
  Incumbent(
      SubsetProblem problem,
      int[] start,
      BooleanSupplier mustStop,
      BranchAndBound.Listener listener) {
    this.problem = problem;
    this.mustStop = mustStop;
    this.listener = listener;
    StartingSupport exchanges = new StartingSupport(problem, mustStop);
    if (!problem.complete) {
      best = problem.fit(start);
      tell();
      return;
    }
    if (problem.sparsity == problem.columns) {
      best = problem.fit(IntStream.range(0, problem.columns).toArray());
      complete = true;
    } else {
      best = exchanges.filled(start);
      tell();
      best = exchanges.improved(best);
    }
    if (!complete && problem.sparsity <= 2) {
      tryAll();
    }
    tell();
  }

  /** The last two columns of a support can be found by trying all; here they are the only ones. */
  private void tryAll() {
    LastColumns last = new LastColumns(problem, mustStop);
    int[] all = IntStream.range(0, problem.columns).toArray();
    SubsetProblem.Fit fit = last.search(new int[0], all, problem.sparsity, cutoff());
    best = fit == null ? best : fit;
    complete = !last.wasStopped();
  }

  /** Whether the support is known to be the best without a tree. */
  boolean isProvedByItself() {
    return complete || cutoff() <= 0;
  }

  /** What an objective must be below to count as better. */
  double cutoff() {
    return upper() - BranchAndBound.TOLERANCE * problem.half;
  }

  double upper() {
    return best.objective();
  }

  double lower() {
    return lower;
  }

  long nodes() {
    return nodes;
  }

  double largest() {
    return best.largest();
  }

  void count(int more) {
    nodes += more;
  }

  /** Takes a fit that is better, improved by exchanges. */
  void offer(SubsetProblem.Fit fit) {
    if (fit.objective() < cutoff()) {
      best = new StartingSupport(problem, mustStop).improved(fit);
      tell();
    }
  }

  /** Takes a new lower bound. */
  void raise(double bound) {
    double possible = Math.min(bound, upper());
    if (possible > lower) {
      lower = possible;
      tell();
    }
  }

  /** A new tree under this assumption: its bounds start from nothing. */
  void restart(double assumed) {
    magnitude = assumed;
    lower = 0;
  }

  private void tell() {
    listener.onProgress(open());
  }

  /** The end of a search that has seen everything. */
  BestSubset proved(Proof proof) {
    lower = upper();
    BestSubset answer = answer(upper(), proof);
    listener.onProgress(answer);
    return answer;
  }

  BestSubset open() {
    return answer(Math.min(lower, upper()), Proof.NO);
  }

  private BestSubset answer(double below, Proof proof) {
    return new BestSubset(
        best.support(), best.coefficients(), upper(), below, proof, magnitude, nodes);
  }
}
