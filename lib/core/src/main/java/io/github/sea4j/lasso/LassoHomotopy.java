package io.github.sea4j.lasso;

import io.github.sea4j.fit.ColumnCache;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.problem.UnitNormProblem;
import java.util.Arrays;

/**
 * The solution of {@code min 1/2 ||y - A x||² + lambda ||x||_1} as lambda falls from where x leaves
 * zero: the homotopy of Osborne, Presnell and Turlach (2000), which is least angle regression with
 * the LASSO modification (Efron et al. 2004).
 *
 * <p>On the active set S with signs s, {@code x_S} moves by {@code G_S^-1 s} for each unit that
 * lambda falls, until a correlation outside reaches lambda (its column enters) or a coefficient
 * reaches zero (its column leaves). One call of {@link #step} goes to the next such knot.
 *
 * <p>Built for columns so coherent that rounding breaks the theory:
 *
 * <ul>
 *   <li>A column that depends on the active ones is set aside until one of them leaves.
 *   <li>A column that has left stays out until lambda has fallen, so knots that fall together
 *       cannot repeat for ever.
 *   <li>A coefficient or a correlation on the wrong side of its bound acts at once, unless it is on
 *       its way back.
 *   <li>Now and then correlations are computed anew and the coefficients corrected, so that {@code
 *       a_j'r = lambda s_j} holds on S to rounding: errors do not pile up.
 * </ul>
 */
final class LassoHomotopy {

  /** The path ends where lambda is this small beside the measurements: rounding errors. */
  private static final double ROUNDING = 1e-14;

  /** A fall of lambda by less than this share of it is none. */
  private static final double STANDSTILL = 1e-14;

  /** Knots between two corrections. */
  private static final int CORRECTION_PERIOD = 16;

  private enum State {
    OUTSIDE,
    ACTIVE,
    /** Left at the present lambda. */
    JUST_LEFT,
    /** In the span of the active columns. */
    DEPENDENT
  }

  private final int n;
  private final double floor;
  private final double[] initial;
  private final double[] correlation;
  private final State[] state;
  private final ActiveColumns active;

  /** How x_S and, with the opposite sign, the correlations move while lambda falls by 1. */
  private double[] direction = {};

  private final double[] slope;
  private boolean directionKnown;

  private double lambda;
  private int sinceCorrection;

  LassoHomotopy(UnitNormProblem unit, ColumnCache cache) {
    this.n = unit.columns();
    this.floor = ROUNDING * Vectors.norm(unit.measurements());
    this.initial = new double[n];
    unit.operator().applyTranspose(unit.measurements(), initial);
    this.correlation = initial.clone();
    this.slope = new double[n];
    this.state = new State[n];
    Arrays.fill(state, State.OUTSIDE);
    this.active = new ActiveColumns(unit.operator(), cache);
    for (double c : initial) {
      lambda = Math.max(lambda, Math.abs(c));
    }
  }

  double lambda() {
    return lambda;
  }

  /** The active columns with their coefficients at the present lambda. */
  ActiveColumns active() {
    return active;
  }

  /** Goes to the next knot; false at the end of the path, with nothing changed. */
  boolean step() {
    if (lambda <= floor) {
      return false;
    }
    if (!directionKnown) {
      findDirection();
    }
    double fall = lambda;
    int leaving = -1;
    for (int i = 0; i < active.size(); i++) {
      double until = untilZero(i);
      if (until < fall) {
        fall = until;
        leaving = i;
      }
    }
    int entering = -1;
    for (int j = 0; j < n; j++) {
      double until = state[j] == State.OUTSIDE ? untilBound(j) : fall;
      if (until < fall) {
        fall = until;
        entering = j;
      }
    }
    fall(fall);
    if (entering >= 0) {
      enter(entering);
    } else if (leaving >= 0) {
      leave(leaving);
    }
    return true;
  }

  /** How far lambda falls until coefficient i is zero; infinite if it grows. */
  private double untilZero(int i) {
    double growth = direction[i] * active.sign(i);
    double magnitude = active.coefficient(i) * active.sign(i);
    return growth < 0 ? Math.max(0, magnitude / -growth) : Double.POSITIVE_INFINITY;
  }

  /** How far lambda falls until correlation j reaches it on either side. */
  private double untilBound(int j) {
    return Math.min(
        until(lambda - correlation[j], 1 - slope[j]), until(lambda + correlation[j], 1 + slope[j]));
  }

  private static double until(double distance, double speed) {
    return speed > STANDSTILL ? Math.max(0, distance / speed) : Double.POSITIVE_INFINITY;
  }

  private void fall(double amount) {
    if (amount > STANDSTILL * lambda) {
      replace(State.JUST_LEFT);
    }
    active.move(amount, direction);
    Vectors.axpy(-amount, slope, correlation);
    lambda -= amount;
  }

  private void replace(State old) {
    for (int j = 0; j < n; j++) {
      state[j] = state[j] == old ? State.OUTSIDE : state[j];
    }
  }

  private void enter(int j) {
    boolean entered = active.append(j, Math.signum(correlation[j]));
    state[j] = entered ? State.ACTIVE : State.DEPENDENT;
    directionKnown = !entered;
  }

  private void leave(int i) {
    state[active.column(i)] = State.JUST_LEFT;
    active.remove(i);
    replace(State.DEPENDENT);
    directionKnown = false;
  }

  private void findDirection() {
    sinceCorrection++;
    if (sinceCorrection >= CORRECTION_PERIOD) {
      correct();
    }
    double[] signs = new double[active.size()];
    for (int i = 0; i < signs.length; i++) {
      signs[i] = active.sign(i);
    }
    direction = active.solve(signs, slope);
    directionKnown = true;
  }

  /** Newton's step to {@code a_j'(y - A x) = lambda s_j} on S, from correlations computed anew. */
  private void correct() {
    sinceCorrection = 0;
    findCorrelations();
    double[] error = new double[active.size()];
    for (int i = 0; i < error.length; i++) {
      error[i] = correlation[active.column(i)] - lambda * active.sign(i);
    }
    active.move(1, active.solve(error, slope));
    findCorrelations();
  }

  private void findCorrelations() {
    active.correlate(correlation);
    for (int j = 0; j < n; j++) {
      correlation[j] = initial[j] - correlation[j];
    }
  }
}
