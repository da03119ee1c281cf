package io.github.sea4j.theory;

import io.github.sea4j.check.Require;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.linalg.TopK;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.Support;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * SEA with the direction that it would take if it knew the truth; runnable, to see what the
 * straight-through gradient imitates.
 *
 * <pre>
 * S_t     = largest_k(X_t)
 * u_t     = -x*_i for i in S* \ S_t, 0 elsewhere
 * X_{t+1} = X_t - eta u_t
 * </pre>
 *
 * <p>Ends at the first t with S* in S_t. Immutable.
 */
public final class OracleUpdate {

  /**
   * What an oracle run did.
   *
   * @param covered whether S* was covered before the iterations ran out
   * @param supports S_0, S_1, ..; where covered, the last one holds S*
   */
  public record OracleRun(boolean covered, List<Support> supports) {

    /** The first t with S* in S_t, or -1. */
    public int coveringIteration() {
      return covered ? supports.size() - 1 : -1;
    }
  }

  private final UnitInstance instance;
  private final double[] start;
  private final double stepSize;

  private OracleUpdate(UnitInstance instance, double[] start, double stepSize) {
    this.instance = instance;
    this.start = start;
    this.stepSize = stepSize;
  }

  /** From X = 0 with step size 1. */
  public static OracleUpdate on(Instance instance) {
    UnitInstance unit = UnitInstance.of(instance);
    return new OracleUpdate(unit, new double[unit.truth().length], 1);
  }

  /** Started from this vector, in the scale of the user's columns. */
  public OracleUpdate withStart(SparseVector x0) {
    return new OracleUpdate(instance, instance.problem().fromUser(x0), stepSize);
  }

  /** With step size eta, positive. */
  public OracleUpdate withStepSize(double eta) {
    return new OracleUpdate(instance, start, Require.positive("eta", eta));
  }

  /**
   * Runs until S* is covered; O(n) an iteration.
   *
   * @param iterations the most supports to look at, at least 1
   */
  public OracleRun run(int iterations) {
    Require.atLeast("iterations", iterations, 1);
    double[] x = start.clone();
    TopK largest = new TopK(x.length);
    int[] support = TopK.firstIndices(instance.sparsity());
    List<Support> supports = new ArrayList<>();
    for (int t = 0; t < iterations; t++) {
      largest.select(x, support);
      supports.add(inUsersColumns(support));
      if (!advance(x, support)) {
        return new OracleRun(true, List.copyOf(supports));
      }
    }
    return new OracleRun(false, List.copyOf(supports));
  }

  /** {@code X <- X - eta u}; false where u is zero because nothing is missed. */
  private boolean advance(double[] x, int[] support) {
    boolean missed = false;
    for (int i : instance.trueSupport()) {
      if (Arrays.binarySearch(support, i) < 0) {
        x[i] += stepSize * instance.truth()[i];
        missed = true;
      }
    }
    return missed;
  }

  private Support inUsersColumns(int[] support) {
    return Support.of(Arrays.stream(support).map(instance.problem()::userColumn).toArray());
  }
}
