package io.github.sea4j.lasso;

import io.github.sea4j.linalg.TopK;
import java.util.stream.IntStream;

/**
 * Tells which of N columns can come near lambda soon, and for how long the others cannot.
 *
 * <p>At lambda_0, with residual r_0 and direction d, two products give {@code c = A'r_0} and {@code
 * b = A'w}, {@code w = A_S d}. When lambda has fallen by t, through any number of knots, the
 * residual is {@code r_0 - t w + e} with an e that is known, and by Cauchy and Schwarz, columns of
 * unit norm,
 *
 * <pre>
 * |a_j'r| &lt;= |c_j - t b_j| + ||e||.
 * </pre>
 *
 * <p>Column j is below lambda as long as {@code ||e|| <= lambda_0 - t - |c_j - t b_j|}, which is
 * concave in t. Those for which this is at least {@code epsilon = rho T} at 0 and at T are passed
 * over while {@code t <= T} and {@code ||e|| <= epsilon}; along a straight piece of the path {@code
 * ||e||} is largest at an end. That is a proof, up to rounding, whatever rho and T are: rho is set
 * by how the residual strayed before, T so that what the chosen columns cost comes to the two
 * products.
 */
final class Screen {

  /** Above this share of the columns all are chosen. */
  private static final int SHARE = 4;

  private static final double GROWTH = 1.5;

  /** The least rho: where the path is straight, little more than its slope counts. */
  private static final double STRAIGHT = 0.01;

  private final int fewest;
  private final double[] residualThen;
  private final double[] imageThen;
  private double[] reach = {};
  private int[] chosen = {};
  private double horizon;
  private double slack;
  private double fallen;
  private long spent;
  private boolean fresh;
  private int wanted;
  private double rho = 1;

  /**
   * Nothing chosen yet.
   *
   * @param rows m
   * @param fewest how many columns to choose at least
   * @param first how many to choose at first
   */
  Screen(int rows, int fewest, int first) {
    this.fewest = fewest;
    this.wanted = Math.max(fewest, first);
    this.residualThen = new double[rows];
    this.imageThen = new double[rows];
  }

  /**
   * Chooses anew.
   *
   * @param residual r_0, m entries; copied
   * @param image w, m entries; copied
   * @param c N correlations
   * @param b N slopes
   * @param always positions among the N that must be chosen
   */
  void look(
      double lambda, double[] residual, double[] image, double[] c, double[] b, int[] always) {
    System.arraycopy(residual, 0, residualThen, 0, residual.length);
    System.arraycopy(image, 0, imageThen, 0, image.length);
    reach = new double[c.length];
    for (int j = 0; j < reach.length; j++) {
      reach[j] = reach(lambda, c[j], b[j]);
    }
    for (int j : always) {
      reach[j] = -1;
    }
    fallen = 0;
    spent = 0;
    fresh = true;
    choose();
  }

  /** The T up to which a column need not be chosen. */
  private double reach(double lambda, double c, double b) {
    double until = Math.min(until(lambda - c, 1 - b + rho), until(lambda + c, 1 + b + rho));
    return Math.min((lambda - Math.abs(c)) / rho, until);
  }

  private static double until(double distance, double speed) {
    return speed > 0 ? distance / speed : Double.POSITIVE_INFINITY;
  }

  private void choose() {
    int n = reach.length;
    horizon =
        wanted < n / SHARE
            ? TopK.kthLargest(reach.clone(), n, n - wanted)
            : Double.POSITIVE_INFINITY;
    // Where that many are at lambda already, there is no time for which the others can be left.
    horizon = horizon > 0 ? horizon : Double.POSITIVE_INFINITY;
    slack = rho * horizon;
    boolean all = horizon == Double.POSITIVE_INFINITY;
    chosen = IntStream.range(0, n).filter(j -> all || reach[j] < horizon).toArray();
  }

  /** The chosen positions among the N, ascending; shared. */
  int[] chosen() {
    return chosen;
  }

  /** Whether all are chosen. */
  boolean choosesAll() {
    return chosen.length == reach.length;
  }

  /** Whether nothing has happened since the last look: more of a choice costs no product. */
  boolean isFresh() {
    return fresh;
  }

  /** Chooses more columns, from what the last look saw. */
  void widen() {
    wanted = 2 * chosen.length;
    choose();
  }

  /** Sets what to choose by what has happened since the last look; to be called before the next. */
  void learn(double[] residual) {
    double strayed = strayed(residual, imageThen, 0);
    if (!choosesAll() && strayed > 0) {
      boolean tooFar = strayed / slack > fallen / horizon;
      rho = tooFar ? GROWTH * rho : Math.max(STRAIGHT, 1.2 * strayed / fallen);
    }
    int now = choosesAll() ? reach.length / SHARE : chosen.length;
    wanted = Math.max(fewest, (int) (isDear() ? now / GROWTH : now * GROWTH));
  }

  /** Whether the chosen columns have cost more than a look. */
  private boolean isDear() {
    return spent > 2L * reach.length;
  }

  /** So many of the chosen columns have been multiplied. */
  void spend(int columns) {
    spent += columns;
  }

  /** Lambda has fallen. */
  void fall(double amount) {
    fallen += amount;
    fresh = false;
  }

  /**
   * Whether the columns that are not chosen stay below lambda while it falls.
   *
   * @param residual r, now
   * @param image how it moves while lambda falls by 1, with the opposite sign
   * @param corrected whether r was changed since this was asked last, otherwise than by a fall
   */
  boolean covers(double fall, double[] residual, double[] image, boolean corrected) {
    if (choosesAll()) {
      // A narrower choice is worth a look where it can be narrower.
      return fresh || !isDear() || reach.length / SHARE <= fewest;
    }
    return fallen + fall <= horizon
        && (!corrected || strayed(residual, image, 0) <= slack)
        && strayed(residual, image, fall) <= slack;
  }

  /** {@code ||e||} when lambda will have fallen by so much more. */
  private double strayed(double[] residual, double[] image, double fall) {
    double squared = 0;
    double t = fallen + fall;
    for (int i = 0; i < residual.length; i++) {
      double e = (residual[i] - fall * image[i]) - (residualThen[i] - t * imageThen[i]);
      squared += e * e;
    }
    return Math.sqrt(squared);
  }
}
