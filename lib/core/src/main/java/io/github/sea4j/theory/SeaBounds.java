package io.github.sea4j.theory;

import io.github.sea4j.check.Require;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.problem.SparseVector;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The bounds T1 to T4 of this library, and the corollary, evaluated for an instance.
 *
 * <p>With {@code s_i = sign x*_i}, {@code M = max off S* of |X0_j|}, columns of unit norm and
 * values in the units of y. "Covered" means S* in S_t. Immutable; see the package for the notation
 * and for what is the paper's.
 */
public final class SeaBounds {

  private final UnitInstance instance;
  private final double[] start;
  private final double stepSize;

  private SeaBounds(UnitInstance instance, double[] start, double stepSize) {
    this.instance = instance;
    this.start = start;
    this.stepSize = stepSize;
  }

  /**
   * The bounds for X0 = 0 and step size 1.
   *
   * @throws IllegalArgumentException if the truth has no non-zero, or more than k
   */
  public static SeaBounds of(Instance instance) {
    UnitInstance unit = UnitInstance.of(instance);
    return new SeaBounds(unit, new double[unit.truth().length], 1);
  }

  /** For a run started from this vector, in the scale of the user's columns. */
  public SeaBounds withStart(SparseVector x0) {
    return new SeaBounds(instance, instance.problem().fromUser(x0), stepSize);
  }

  /** With step size eta, positive. */
  public SeaBounds withStepSize(double eta) {
    return new SeaBounds(instance, start, Require.positive("eta", eta));
  }

  /** {@code min over S* of |x*_i|}. */
  public double smallestAmplitude() {
    return instance.problem().toUser(instance.smallestAmplitude());
  }

  /** {@code ||e||_2}. */
  public double noiseNorm() {
    return instance.problem().toUser(instance.noiseNorm());
  }

  /**
   * Bound T1: with the oracle update, the first t with S* in S_t is at most {@code sum over S* of
   * max(0, floor((M - s_i X0_i) / (eta |x*_i|)) + 1)}; |S*| for X0 = 0.
   *
   * <p>Proof: while S* is not covered some i of it is missed and some j off S* is inside, which
   * never moves, so {@code |X_i| <= |X_j| <= M}. After c absences {@code s_i X_i = s_i X0_i + eta c
   * |x*_i|}, which bounds the number of absences of i; each iteration before covering is one.
   *
   * @return a whole number; infinite only if it exceeds the range of a double
   */
  public double oracleIterations() {
    double outside = largestStartOffTruth();
    double sum = 0;
    for (int i : instance.trueSupport()) {
      double lead = outside - Math.signum(instance.truth()[i]) * start[i];
      double absences = Math.floor(lead / (stepSize * Math.abs(instance.truth()[i]))) + 1;
      sum += Math.max(0, absences);
    }
    return sum;
  }

  /**
   * {@code rho = sum over S* of eps / (|x*_i| - eps)} of bound T2; infinite unless {@code eps <
   * min|x*_i|}.
   *
   * @param eps {@code max over t of ||b_t||_inf}, in the units of y
   */
  public double rho(double eps) {
    double error = inThisScale(eps);
    if (error >= instance.smallestAmplitude()) {
      return Double.POSITIVE_INFINITY;
    }
    return Arrays.stream(instance.trueSupport())
        .mapToDouble(i -> error / (Math.abs(instance.truth()[i]) - error))
        .sum();
  }

  /**
   * Bound T2: if {@code eps < min|x*_i|} and {@code rho < 1}, S* is covered after at most
   *
   * <pre>
   * T_gen = [ |S*| - rho + sum over S* of (M - s_i X0_i)_+ / (eta (|x*_i| - eps)) ] / (1 - rho)
   * </pre>
   *
   * iterations. With X0 = 0 and {@code eps <= min|x*_i| / (2k + 1)} that is at most 2k - 1.
   *
   * <p>Proof: for j off S*, {@code |X_j| <= M + eta eps t}; for i in S*, {@code s_i X_i >= s_i X0_i
   * + eta c_i (|x*_i| - eps)} after c_i absences, as b vanishes on S_t. Compare the two at the last
   * absence of i, sum over S*, solve for t.
   *
   * @param eps the largest {@code ||b_t||_inf} up to the covering iteration, in the units of y
   * @return T_gen, or empty where the hypotheses do not hold
   */
  public OptionalDouble coveringIterations(double eps) {
    double rho = rho(eps);
    if (!(rho < 1)) {
      return OptionalDouble.empty();
    }
    double error = inThisScale(eps);
    double outside = largestStartOffTruth();
    double lead = 0;
    for (int i : instance.trueSupport()) {
      double amplitude = Math.abs(instance.truth()[i]);
      double behind = Math.max(0, outside - Math.signum(instance.truth()[i]) * start[i]);
      lead += behind / (stepSize * (amplitude - error));
    }
    return OptionalDouble.of((instance.trueSupport().length - rho + lead) / (1 - rho));
  }

  /**
   * Bound T3: {@code ||b_t||_inf <= alpha ||x*_R||_2 + ||e||_2}, for {@code delta_k < 1}.
   *
   * <p>Proof: {@code A x_t - y = -(I - P_S)(A_R x*_R + e)}, and {@code (I - P_S) A_R x*_R = A z}
   * with {@code z_R = x*_R} and {@code ||z_S|| <= delta_2k / (1 - delta_k) ||x*_R||}. Entries off S
   * and R: disjoint supports. Entries of R: the same once the diagonal term is removed. The noise:
   * {@code ||(I - P_S) a_i|| <= 1}.
   *
   * @param constants for this matrix and this k, exact or upper bounds
   * @param estimate x_t; its support is S_t
   * @return the bound in the units of y; infinite unless {@code delta_k < 1}
   */
  public double directionError(IsometryConstants constants, SparseVector estimate) {
    requireSparsity(constants);
    boolean[] inside = instance.membership(estimate);
    double missed = 0;
    for (int i : instance.trueSupport()) {
      missed = inside[i] ? missed : Math.hypot(missed, instance.truth()[i]);
    }
    double alpha = constants.alpha();
    double bound = (missed == 0 ? 0 : alpha * missed) + instance.noiseNorm();
    return alpha == Double.POSITIVE_INFINITY ? alpha : instance.problem().toUser(bound);
  }

  /**
   * Bound T4's hypotheses: if SEA runs past the covering iteration, {@code delta_2k < 1} and {@code
   * min|x*_i| > 2 ||e|| / sqrt(1 - delta_2k)}, then S* is in the returned support.
   *
   * <p>Proof: the best residual is at most that of the covering iteration, which is at most ||e||;
   * so {@code sqrt(1 - delta_2k) ||x - x*|| <= 2 ||e||}, and a missed index would cost min|x*_i|.
   *
   * @param constants for this matrix and this k, exact or upper bounds
   */
  public List<Hypothesis> returnedSupport(IsometryConstants constants) {
    requireSparsity(constants);
    double delta = constants.delta2K().certified();
    double needed = delta < 1 ? 2 * noiseNorm() / Math.sqrt(1 - delta) : Double.POSITIVE_INFINITY;
    return List.of(
        Hypothesis.less("T4", "delta_2k < 1", delta, 1),
        Hypothesis.less(
            "T4", "2 ||e|| / sqrt(1 - delta_2k) < min|x*|", needed, smallestAmplitude()));
  }

  /**
   * The hypotheses of every statement, and which of them hold: T2 and T3 for the measured eps, T4,
   * and the corollary (noiseless, X0 = 0; with {@code L = min|x*| / ||x*||}): {@code delta_(2k+1) <
   * L / (sqrt2 (k + 1))} gives recovery, {@code delta_(2k+1) <= L / (sqrt2 (2k + 1))} gives it
   * within 2k - 1 iterations. T1 has none.
   *
   * @param constants for this matrix and this k, exact or upper bounds
   * @param eps the largest {@code ||b_t||_inf} of a run, in the units of y
   */
  public List<Hypothesis> hypotheses(IsometryConstants constants, double eps) {
    List<Hypothesis> t4 = returnedSupport(constants);
    int k = instance.sparsity();
    double ratio = instance.smallestAmplitude() / instance.truthNorm() / Math.sqrt(2);
    double delta = constants.delta2KPlus1().certified();
    return List.of(
        Hypothesis.less("T2", "eps < min|x*|", eps, smallestAmplitude()),
        Hypothesis.less("T2", "rho < 1", rho(eps), 1),
        Hypothesis.less("T3", "delta_k < 1", constants.deltaK().certified(), 1),
        t4.get(0),
        t4.get(1),
        startsAtZero("corollary"),
        withoutNoise("corollary"),
        Hypothesis.less(
            "corollary, recovery", "delta_(2k+1) < L/(sqrt2 (k+1))", delta, ratio / (k + 1)),
        Hypothesis.atMost(
            "corollary, within 2k-1 iterations",
            "delta_(2k+1) <= L/(sqrt2 (2k+1))",
            delta,
            ratio / (2 * k + 1)));
  }

  private Hypothesis startsAtZero(String statement) {
    double largest = Arrays.stream(start).map(Math::abs).max().orElse(0);
    return Hypothesis.atMost(statement, "max|X0| <= 0", instance.problem().toUser(largest), 0);
  }

  /** Noise at the level of rounding, {@code 1e-13 ||x*||}, counts as none. */
  private Hypothesis withoutNoise(String statement) {
    double rounding = instance.problem().toUser(1e-13 * instance.truthNorm());
    return Hypothesis.atMost(statement, "||e|| <= 1e-13 ||x*||", noiseNorm(), rounding);
  }

  private double largestStartOffTruth() {
    double largest = 0;
    for (int j = 0; j < start.length; j++) {
      if (instance.truth()[j] == 0) {
        largest = Math.max(largest, Math.abs(start[j]));
      }
    }
    return largest;
  }

  private double inThisScale(double eps) {
    Require.notNegative("eps", eps);
    return eps / instance.problem().toUser(1);
  }

  private void requireSparsity(IsometryConstants constants) {
    if (constants.sparsity() != instance.sparsity()) {
      throw new IllegalArgumentException(
          "constants must be for k = %d, but are for k = %d"
              .formatted(instance.sparsity(), constants.sparsity()));
    }
  }
}
