package io.github.sea4j.exact.tree;

/**
 * The lower bound of a node, from any relaxed x; no convergence is needed for it to hold.
 *
 * <p>With {@code Q = P + D}, P positive semidefinite, and {@code v = b - P x},
 *
 * <pre>
 * f(z) >= ||y||²/2 - x'Px/2 - sum over j of (v_j z_j - d_j z_j²/2)     for every z,
 * </pre>
 *
 * <p>so that with {@code c_j = max (v_j t - d_j t²/2)} over the values t that column j may take, no
 * z of the node is below {@code ||y||²/2 - x'Px/2 - sum of c_j over the columns that are in - sum
 * of the r largest c_j of the free ones}, r being the number that may still come in. This is the
 * Fenchel dual of the perspective relaxation, which it meets at the relaxation's solution.
 *
 * <p>The bound is lowered by what rounding can have done to it: {@link NodeState#error} times the
 * largest coefficients, and the rounding of the sums.
 */
final class DualBound {

  private final NodeState node;
  private final double[] gains;

  /** The r + 1 largest gains of free columns, descending. */
  private final double[] top;

  private double value;
  private double lastIn;
  private double firstOut;

  DualBound(NodeState node) {
    this.node = node;
    this.gains = new double[node.problem.columns];
    this.top = new double[node.problem.sparsity + 1];
  }

  /** The bound at the present x; also what {@link #fix} needs. O(n + n log r). */
  double evaluate() {
    SubsetProblem problem = node.problem;
    int budget = node.budget();
    int kept = 0;
    double quadratic = 0;
    double norm1 = 0;
    double sum = 0;
    double reach = 0;
    double freeReach = 0;
    for (int j = 0; j < gains.length; j++) {
      byte state = node.state[j];
      if (state == NodeState.OUT) {
        continue;
      }
      double t = node.x[j];
      quadratic += t * (problem.correlations[j] - node.v[j]);
      norm1 += Math.abs(t);
      gains[j] = gain(j);
      double farthest = Math.max(-node.smallest[j], node.largest[j]);
      if (state == NodeState.IN) {
        sum += gains[j];
        reach += farthest;
      } else {
        freeReach = Math.max(freeReach, farthest);
        kept = keep(gains[j], kept, budget + 1);
      }
    }
    for (int i = 0; i < Math.min(kept, budget); i++) {
      sum += top[i];
    }
    lastIn = budget > 0 && kept >= budget ? top[budget - 1] : 0;
    firstOut = kept > budget ? top[budget] : 0;
    double sums = problem.half + Math.abs(quadratic) + Math.abs(sum);
    double margin =
        node.error() * (norm1 + reach + budget * freeReach)
            + 4 * (gains.length + 4) * SubsetProblem.ROUNDOFF * sums;
    value = problem.half - quadratic / 2 - sum - margin;
    return value;
  }

  /** {@code max over t in [smallest, largest] of v t - d t²/2}. */
  private double gain(int j) {
    double v = node.v[j];
    double d = node.curvature[j];
    double low = node.smallest[j];
    double high = node.largest[j];
    double t;
    if (d > 0) {
      t = Math.min(Math.max(v / d, low), high);
    } else {
      t = v > 0 ? high : low;
    }
    return v * t - d * t * t / 2;
  }

  /** Puts a gain into the descending list of the {@code most} largest. */
  private int keep(double gain, int size, int most) {
    if (size == most && gain <= top[size - 1]) {
      return size;
    }
    int i = size < most ? size : size - 1;
    for (; i > 0 && top[i - 1] < gain; i--) {
      top[i] = top[i - 1];
    }
    top[i] = gain;
    return Math.min(size + 1, most);
  }

  /**
   * Decides columns whose other decision would lift the bound to the cutoff: a free column enters
   * at the cost of the r-th largest gain, or leaves and hands its place to the next one.
   *
   * @return whether any column was decided
   */
  boolean fix(double cutoff) {
    double slack = cutoff - value;
    boolean fixed = false;
    for (int j = 0; j < gains.length && node.included <= node.problem.sparsity; j++) {
      if (node.state[j] != NodeState.FREE) {
        continue;
      }
      if (lastIn - gains[j] >= slack || (node.smallest[j] == 0 && node.largest[j] == 0)) {
        node.exclude(j);
        fixed = true;
      } else if (gains[j] - firstOut >= slack && gains[j] >= lastIn && node.budget() > 0) {
        node.include(j);
        fixed = true;
      }
    }
    return fixed;
  }
}
