package io.github.sea4j.lasso;

import io.github.sea4j.linalg.TopK;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * The minimiser of {@code 1/2 ||B X - Y||_F² + lambda sum_G w_G ||X_G||_F}, {@code w_G} the square
 * root of the number of coefficients of a group, at 150 values of lambda that fall by the same
 * factor to a thousandth of where X leaves zero: the group LASSO (Yuan and Lin 2006), for groups of
 * one column the multi-task LASSO (Obozinski, Wainwright and Jordan 2011). Between its knots the
 * path is curved, so it is not followed from knot to knot; each point starts the next.
 *
 * <p>A point is a minimiser when the correlations {@code C = B'(Y - B X)} are as the conditions of
 * optimality ask: {@code C_G = lambda w_G X_G / ||X_G||} where a group is active, {@code ||C_G|| <=
 * lambda w_G} elsewhere, to 5e-9 of the first lambda. The path also ends where more columns than
 * rows are active: from there on it fits whatever Y is.
 */
final class GroupPath implements CutPath {

  /** Values of lambda. */
  private static final int POINTS = 150;

  /** The last of them, beside the lambda where X leaves zero. */
  private static final double LAST = 1e-3;

  private static final double TOLERANCE = 5e-9;

  /** Sweeps of a descent after which it counts as not certified. */
  private static final int SWEEPS = 2000;

  private final GroupGram matrix;
  private final WorkingSet set;
  private final GroupDescent descent;
  private final double[][] correlations;
  private final BooleanSupplier hurry;
  private final TopK selection;
  private final int sparsity;
  private final double largest;
  private double lambda;
  private int points;
  private boolean certified = true;

  /**
   * @param sparsity k, how many groups the cuts have
   * @param hurry once true, points are left as they are
   */
  GroupPath(GroupGram matrix, int sparsity, BooleanSupplier hurry) {
    this.matrix = matrix;
    this.hurry = hurry;
    this.sparsity = sparsity;
    this.set = new WorkingSet(matrix);
    this.descent = new GroupDescent(set);
    this.correlations = matrix.initial();
    this.selection = new TopK(matrix.count());
    double most = 0;
    for (int u = 0; u < matrix.count(); u++) {
      most = Math.max(most, matrix.norm(u, correlations) / matrix.weight(u));
    }
    this.largest = most;
    this.lambda = most;
  }

  double lambda() {
    return lambda;
  }

  /** X, n entries for each measurement; a new array. */
  double[][] coefficients() {
    return set.coefficients();
  }

  @Override
  public boolean isCertified() {
    return certified;
  }

  @Override
  public boolean step() {
    if (points == POINTS || largest == 0 || set.active() > matrix.rows()) {
      return false;
    }
    points++;
    lambda = largest * Math.pow(LAST, points / (double) POINTS);
    boolean settled;
    do {
      settled = descent.descend(lambda, TOLERANCE * largest, SWEEPS, hurry);
      set.correlate(correlations);
    } while (settled && addViolators());
    certified &= settled;
    return true;
  }

  /** Takes in the groups outside the working set that violate their condition; if there are any. */
  private boolean addViolators() {
    boolean any = false;
    for (int u = 0; u < matrix.count(); u++) {
      double bound = lambda * matrix.weight(u) + TOLERANCE * largest;
      if (!set.holds(u) && !hurry.getAsBoolean() && matrix.norm(u, correlations) > bound) {
        set.add(u);
        any = true;
      }
    }
    if (any) {
      set.correlate(correlations);
    }
    return any;
  }

  /** {@inheritDoc} Here groups. */
  @Override
  public int active() {
    return (int) IntStream.range(0, matrix.count()).filter(u -> set.norm(u) > 0).count();
  }

  @Override
  public double leastResidual() {
    return 0;
  }

  @Override
  public int[] largest(int[] guess) {
    double[] norms = new double[matrix.count()];
    Arrays.setAll(norms, set::norm);
    int[] support = TopK.firstIndices(Math.min(active(), sparsity));
    if (guess.length == support.length) {
      System.arraycopy(guess, 0, support, 0, guess.length);
    }
    selection.select(norms, support);
    return support;
  }
}
