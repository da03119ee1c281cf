package io.github.sea4j.lasso;

import io.github.sea4j.fit.ColumnCache;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.problem.UnitNormProblem;
import java.util.Arrays;
import java.util.EnumSet;

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

  /** Multiplications of a product from which on only columns near the bound are watched. */
  private static final long LARGE = 10_000_000;

  private enum State {
    OUTSIDE,
    ACTIVE,
    /** Left at the present lambda. */
    JUST_LEFT,
    /** In the span of the active columns. */
    DEPENDENT
  }

  private final double floor;
  private final double squaredMeasurements;
  private final double[] initial;
  private final Correlations correlations;
  private final State[] state;

  /** The states that columns are in. */
  private final EnumSet<State> present = EnumSet.noneOf(State.class);

  private final ActiveColumns active = new ActiveColumns();

  /** How x_S moves while lambda falls by 1. */
  private double[] direction = {};

  private boolean directionKnown;

  private double lambda;

  // The next knot: how far away, and what happens there; -1 for nothing.
  private double fall;
  private int leaving;

  /** Position among the watched columns. */
  private int entering;

  private int sinceCorrection;

  LassoHomotopy(UnitNormProblem unit, ColumnCache cache) {
    this(unit, cache, isLarge(unit.operator()));
  }

  /**
   * The start of the path.
   *
   * @param large whether to watch the columns near the bound alone
   */
  LassoHomotopy(UnitNormProblem unit, ColumnCache cache, boolean large) {
    int n = unit.columns();
    double[] y = unit.measurements();
    this.floor = ROUNDING * Vectors.norm(y);
    this.squaredMeasurements = Vectors.dot(y, y);
    this.initial = new double[n];
    unit.operator().applyTranspose(y, initial);
    this.lambda = Vectors.largestMagnitude(initial);
    this.correlations =
        large
            ? new NearCorrelations(unit.operator(), cache, y, initial)
            : new AllCorrelations(unit.operator(), cache, initial);
    this.state = new State[n];
    Arrays.fill(state, State.OUTSIDE);
  }

  /**
   * Whether to pass over all columns at each knot would take too long. Not where columns are few
   * beside the rows: their Gram columns are short, and soon all there.
   */
  private static boolean isLarge(LinearOperator operator) {
    return operator.productCost() >= LARGE && operator.columns() > operator.rows() / 2;
  }

  double lambda() {
    return lambda;
  }

  /** The active columns with their coefficients at the present lambda. */
  ActiveColumns active() {
    return active;
  }

  /**
   * The residual norm of the least-squares fit on all active columns, hence a lower bound for that
   * of any of them: {@code sqrt(||r||² - lambda² s'd)}, since on these columns the path would go
   * straight to that fit, {@code x_S + lambda d}. In the scale of the unit-norm problem; right to
   * about {@code 1e-8 ||y||}, where the squares cancel.
   */
  double leastResidual() {
    if (!directionKnown && lambda > floor) {
      findDirection();
    }
    double squared = squaredMeasurements;
    for (int i = 0; i < active.size(); i++) {
      double bound = lambda * active.sign(i);
      double ahead = directionKnown ? lambda * direction[i] : 0;
      squared -= (initial[active.column(i)] + bound) * active.coefficient(i) + bound * ahead;
    }
    return Math.sqrt(Math.max(0, squared));
  }

  /** Goes to the next knot; false at the end of the path, with nothing changed. */
  boolean step() {
    if (lambda <= floor) {
      return false;
    }
    if (!directionKnown) {
      findDirection();
    }
    findKnot();
    while (!correlations.cover(fall)) {
      correlations.lookAround(lambda, fall, active);
      findKnot();
    }
    fall(fall);
    if (entering >= 0) {
      enter(entering);
    } else if (leaving >= 0) {
      leave(leaving);
    }
    return true;
  }

  private void findKnot() {
    fall = lambda;
    leaving = -1;
    for (int i = 0; i < active.size(); i++) {
      double until = untilZero(i);
      if (until < fall) {
        fall = until;
        leaving = i;
      }
    }
    entering = -1;
    for (int p = 0; p < correlations.count(); p++) {
      double until = state[correlations.column(p)] == State.OUTSIDE ? untilBound(p) : fall;
      if (until < fall) {
        fall = until;
        entering = p;
      }
    }
  }

  /** How far lambda falls until coefficient i is zero; infinite if it grows. */
  private double untilZero(int i) {
    double growth = direction[i] * active.sign(i);
    double magnitude = active.coefficient(i) * active.sign(i);
    return growth < 0 ? Math.max(0, magnitude / -growth) : Double.POSITIVE_INFINITY;
  }

  /** How far lambda falls until the correlation at a position reaches it on either side. */
  private double untilBound(int p) {
    double c = correlations.correlation(p);
    double slope = correlations.slope(p);
    return Math.min(until(lambda - c, 1 - slope), until(lambda + c, 1 + slope));
  }

  private static double until(double distance, double speed) {
    return speed > STANDSTILL ? Math.max(0, distance / speed) : Double.POSITIVE_INFINITY;
  }

  private void fall(double amount) {
    if (amount > STANDSTILL * lambda) {
      replace(State.JUST_LEFT);
    }
    active.move(amount, direction);
    correlations.fall(amount);
    lambda -= amount;
  }

  private void replace(State old) {
    if (!present.remove(old)) {
      return;
    }
    for (int j = 0; j < state.length; j++) {
      state[j] = state[j] == old ? State.OUTSIDE : state[j];
    }
  }

  private void enter(int position) {
    int j = correlations.column(position);
    double sign = Math.signum(correlations.correlation(position));
    boolean entered = active.append(j, sign, correlations);
    state[j] = entered ? State.ACTIVE : State.DEPENDENT;
    present.add(state[j]);
    directionKnown = !entered;
  }

  private void leave(int i) {
    state[active.column(i)] = State.JUST_LEFT;
    present.add(State.JUST_LEFT);
    active.remove(i);
    replace(State.DEPENDENT);
    directionKnown = false;
  }

  private void findDirection() {
    sinceCorrection++;
    if (sinceCorrection >= CORRECTION_PERIOD) {
      correct();
    }
    direction = active.direction(correlations);
    directionKnown = true;
  }

  /** Newton's step to {@code a_j'(y - A x) = lambda s_j} on S, from correlations computed anew. */
  private void correct() {
    sinceCorrection = 0;
    correlations.recompute(active);
    double[] error = new double[active.size()];
    for (int i = 0; i < error.length; i++) {
      error[i] =
          correlations.correlation(correlations.position(active.column(i)))
              - lambda * active.sign(i);
    }
    active.move(1, active.solve(error, correlations));
    correlations.recompute(active);
  }
}
