package io.github.sea4j.loss;

import io.github.sea4j.linalg.Vectors;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Newton's method with step halving for the deviance in a few columns D, with bounds:
 *
 * <pre>
 * min over c in [l, u] of  sum s_i² d(y_i, known_i + (D c)_i / s_i)
 * </pre>
 *
 * <p>Bounds by the projected method of Bertsekas (SIAM J. Control Optim. 20, 1982): coefficients at
 * a bound that the gradient pushes against are held, the others take the Newton step, and the step
 * is clipped. A factorisation serves for the last steps too, once two more will do.
 *
 * <p>Where the fit does not exist, because the loss falls for ever along some direction, a ridge of
 * {@value #RIDGE} is added on all coefficients, see {@link Recession}. Cost of a step with p
 * columns: m p²/2 for a new factorisation, 2 m p besides. Not thread-safe.
 */
final class NewtonFit {

  /** The ridge on columns of unit norm where there is no finite fit. */
  static final double RIDGE = 1e-6;

  /** Steps until the fit counts as one that does not exist, and as many with the ridge. */
  private static final int MOST_STEPS = 60;

  /** Down from the longest step that a number can hold: counts of 1e15 are far from a mean of 1. */
  private static final int MOST_HALVINGS = 1100;

  /** Rounding errors of a deviance, relative. */
  private static final double ROUNDING = 1e-14;

  /** Deviances this close are the same: sums over many rows differ by that much. */
  private static final double SAME = 1e-12;

  /** Gradients and steps below these, relative to the slopes, end the search. */
  private static final double STILL = 1e-3;

  private static final double WORTH_A_LOOK = 0.05;

  /** A gradient above this share of the slopes is no rounding error. */
  private static final double SATURATED = 1e-6;

  private static final double LONGEST = 0x1p60;

  /** Steps after which a Poisson fit that is still on its way takes longer ones. */
  private static final int PATIENCE = 20;

  private final Family family;
  private final double[] y;
  private final double[] s;
  private final double[] known;
  private final double tolerance;
  private final Curvature factor = new Curvature();

  private final Predictor predictor;
  private final double[] eta;
  private final double[] before;
  private final double[] slope;
  private final double[] curvature;
  private final double smallest;
  private double[] c = {};
  private double deviance;
  private double ridge;
  private boolean complete;

  /**
   * @param s square roots of the sample weights, null for ones; shared
   * @param known offset, null for zeros; shared, read at each fit
   * @param tolerance the gradient to reach, relative to the norm of the slopes
   */
  NewtonFit(
      Family family,
      double[] y,
      double @Nullable [] s,
      double @Nullable [] known,
      double tolerance) {
    this.family = family;
    this.y = y;
    this.s = s == null ? Vectors.ones(y.length) : s;
    this.known = known == null ? new double[y.length] : known;
    this.tolerance = tolerance;
    this.smallest = ROUNDING * Arrays.stream(this.s).max().orElse(1);
    this.predictor = new Predictor(family, y, this.s, this.known);
    this.eta = predictor.eta();
    this.before = new double[y.length];
    this.slope = predictor.slope();
    this.curvature = predictor.curvature();
  }

  /**
   * Fits; the results are read from the methods below.
   *
   * @param d columns, of which those with a null bound box are free
   * @param start one coefficient for each, within the bounds; overwritten by the answer
   * @param box bounds, null for none
   * @param fixed columns that keep their coefficient
   * @param hurry once true, the fit ends where it is
   */
  void fit(
      double[][] d, double[] start, @Nullable Box box, boolean[] fixed, BooleanSupplier hurry) {
    c = start;
    ridge = 0;
    complete = false;
    double objective = evaluate(d, c);
    if (!Double.isFinite(objective)) {
      Arrays.fill(c, 0);
      objective = evaluate(d, c);
    }
    if (d.length == 0) {
      return;
    }
    boolean found = descend(d, objective, box, fixed, hurry);
    SofterFit softer = new SofterFit(family, y, s, known, tolerance);
    if (!found && ridge == 0 && softer.moveTo(d, c, box, fixed, hurry)) {
      found = descend(d, evaluate(d, c), box, fixed, hurry);
    }
    if (!found && ridge == 0 && !hurry.getAsBoolean()) {
      ridge = RIDGE;
    }
    if (!complete && softer.isWide() && (ridge > 0 || Vectors.norm(slope) <= smallest)) {
      NewtonFit plain = softer.withoutOffsets(d, box, fixed, hurry);
      ridge = Math.max(ridge, plain.ridge);
      complete = plain.complete;
    }
    if (ridge > 0) {
      descend(d, evaluate(d, c), box, fixed, hurry);
    }
  }

  /** Slopes, curvatures and the deviance at these coefficients, which are not fitted. */
  void moveTo(double[][] d, double[] coefficients) {
    c = coefficients;
    evaluate(d, c);
  }

  /** Steps until nothing moves; false if that takes too many, or there is no finite fit. */
  private boolean descend(
      double[][] d, double objective, @Nullable Box box, boolean[] fixed, BooleanSupplier hurry) {
    double present = objective;
    double moved = Double.POSITIVE_INFINITY;
    double steepest = Double.POSITIVE_INFINITY;
    double[] g = new double[c.length];
    double[] trial = new double[c.length];
    boolean[] held = fixed.clone();
    factor.forget();
    for (int step = 0; step < MOST_STEPS; step++) {
      gradient(d, g);
      boolean changed = Box.hold(box, c, g, fixed, held);
      double steepestBefore = steepest;
      steepest = Box.largestFree(g, held);
      double scale = Vectors.norm(slope) + smallest;
      boolean stuck = steepest >= 0.3 * steepestBefore && moved < 1e-6;
      boolean still = moved <= STILL && (steepest <= tolerance * scale || stuck);
      boolean flat = still && isSaturated(scale, steepest);
      if (still && !flat) {
        return true;
      }
      if (step > 0 && hurry.getAsBoolean()) {
        return true;
      }
      double ratio = steepest / steepestBefore;
      // The old factorisation shrinks the gradient by that ratio again: enough for the last steps.
      if (step == 0 || changed || !(steepest * ratio * ratio <= tolerance * scale)) {
        factor.of(d, curvature, ridge, held);
      }
      boolean slow = step >= PATIENCE && family == Family.POISSON;
      double after = slow ? leap(d, g, held, box, present, trial, curvature) : Double.NaN;
      if (Double.isNaN(after) && !flat) {
        after = step(d, g, held, box, present, trial);
      }
      if (Double.isNaN(after) && isSaturated(scale, steepest)) {
        after = leap(d, g, held, box, present, trial, predictor.largestCurvature());
      }
      if (Double.isNaN(after)) {
        return true; // No step along a descent direction lowers it: rounding errors are left.
      }
      present = after;
      moved = Recession.largestChange(before, eta, s);
      if (ridge == 0 && moved > WORTH_A_LOOK && isEndless(d, trial, box)) {
        ridge = RIDGE;
        return false;
      }
    }
    return false;
  }

  /** Takes the longest halved step that does not raise the objective; NaN if there is none. */
  private double step(
      double[][] d, double[] g, boolean[] held, @Nullable Box box, double present, double[] trial) {
    double[] direction = factor.solve(g, held);
    System.arraycopy(eta, 0, before, 0, eta.length);
    double length = 1;
    double allowed = present * (1 + SAME);
    for (int halving = 0; halving < MOST_HALVINGS; halving++) {
      double value = evaluate(d, Box.advance(box, c, direction, length, trial));
      if (value <= allowed) {
        Vectors.move(c, trial);
        return value;
      }
      length /= 2;
    }
    evaluate(d, c);
    return Double.NaN;
  }

  /** Whether a slope is left though the curvature says nothing: all rows are far out. */
  private boolean isSaturated(double scale, double steepest) {
    return family == Family.LOGISTIC && steepest > SATURATED * scale;
  }

  /**
   * A step by this curvature, doubled while that lowers the objective; NaN if it does not at all.
   * For fits far away, where Newton's step has no curvature to go by, or too much: the logarithm of
   * a mean that is far too large falls by one in each.
   */
  private double leap(
      double[][] d,
      double[] g,
      boolean[] held,
      @Nullable Box box,
      double present,
      double[] trial,
      double[] by) {
    factor.of(d, by, ridge, held);
    double[] direction = factor.solve(g, held);
    System.arraycopy(eta, 0, before, 0, eta.length);
    double least = present;
    double length = 0;
    for (double next = 1; next < LONGEST; next *= 2) {
      double value = evaluate(d, Box.advance(box, c, direction, next, trial));
      if (!(value < least)) {
        break;
      }
      least = value;
      length = next;
    }
    evaluate(d, Box.advance(box, c, direction, length, trial));
    Vectors.move(c, trial);
    return length > 0 ? least : Double.NaN;
  }

  /** Whether the step, or all that was fitted so far, leads downhill for ever. */
  private boolean isEndless(double[][] d, double[] change, @Nullable Box box) {
    if (family == Family.LEAST_SQUARES || d.length == 0) {
      return false;
    }
    boolean whole =
        (box == null || box.isOpenTowards(c)) && Recession.isStrict(family, y, known, eta, s);
    boolean last =
        (box == null || box.isOpenTowards(change)) && Recession.is(family, y, before, eta, s);
    complete = whole || (last && Recession.isStrict(family, y, before, eta, s));
    return whole || last;
  }

  /** Fills eta, slopes and curvatures; the deviance with the ridge's share. */
  private double evaluate(double[][] d, double[] coefficients) {
    double penalty = 0;
    for (double coefficient : coefficients) {
      penalty += coefficient * coefficient;
    }
    deviance = predictor.evaluate(d, coefficients);
    return deviance + ridge * penalty;
  }

  private void gradient(double[][] d, double[] g) {
    for (int i = 0; i < g.length; i++) {
      g[i] = Vectors.dot(d[i], slope) + ridge * c[i];
    }
  }

  /** The deviance at the fit, without the ridge. */
  double deviance() {
    return deviance;
  }

  /** The ridge that was needed, 0 for none. */
  double ridge() {
    return ridge;
  }

  /** Whether the deviance can be brought as near to zero as one likes. */
  boolean isComplete() {
    return complete;
  }

  /** {@code s_i (mu_i - y_i)}; shared. */
  double[] slope() {
    return slope;
  }

  /** {@code d mu_i / d eta_i}, zero where the weight is; shared. */
  double[] curvature() {
    return curvature;
  }
}
