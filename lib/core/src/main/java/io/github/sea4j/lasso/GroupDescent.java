package io.github.sea4j.lasso;

import java.util.function.BooleanSupplier;

/**
 * Block coordinate descent (Yuan and Lin 2006) for {@code min 1/2 ||B X - Y||_F² + lambda sum_G w_G
 * ||X_G||_F} over a working set.
 *
 * <p>With the others held, a group has its minimiser in closed form. For {@code V = X_G + B_G'(Y -
 * B X)}, the correlations of what the others leave,
 *
 * <pre>
 * X_G = max(0, 1 - lambda w_G / ||V||_F) V
 * </pre>
 *
 * <p>Where columns are coherent the descent hardly moves, so once it has taken as many
 * multiplications as a step of Newton's method among the active groups would, such a step is tried.
 */
final class GroupDescent {

  private final WorkingSet set;
  private final GroupNewton newton;
  private long spent;

  GroupDescent(WorkingSet set) {
    this.set = set;
    this.newton = new GroupNewton(set);
  }

  /**
   * Sweeps until the optimality conditions hold within the working set.
   *
   * @param lambda the weight of the norms
   * @param tolerance how far a correlation may be from what the conditions ask
   * @param most sweeps
   * @param hurry polled for each group; once true, the descent ends where it is
   * @return whether the conditions hold
   */
  boolean descend(double lambda, double tolerance, int most, BooleanSupplier hurry) {
    for (int sweep = 0; sweep < most; sweep++) {
      for (int place = 0; place < set.count(); place++) {
        if (hurry.getAsBoolean()) {
          return false;
        }
        minimise(set.group(place), lambda * set.matrix.weight(set.group(place)));
      }
      if (set.violation(lambda) <= tolerance) {
        return true;
      }
      if (spent >= newton.cost()) {
        long cost = newton.cost();
        spent = cost - cost * Math.max(1, newton.step(lambda, hurry));
      }
    }
    return false;
  }

  private void minimise(int u, double threshold) {
    double squares = 0;
    boolean active = false;
    for (int l = 0; l < set.x.length; l++) {
      for (int i = set.first(u); i < set.end(u); i++) {
        double v = set.x[l][i] + set.c[l][i];
        squares += v * v;
        active |= set.x[l][i] != 0;
      }
    }
    double norm = Math.sqrt(squares);
    if (norm <= threshold && !active) {
      return;
    }
    double share = norm <= threshold ? 0 : 1 - threshold / norm;
    for (int l = 0; l < set.x.length; l++) {
      for (int i = set.first(u); i < set.end(u); i++) {
        // Columns of a group are orthogonal: what one gains does not change another's correlation.
        double next = share * (set.x[l][i] + set.c[l][i]);
        set.move(l, i, next - set.x[l][i]);
        // The sum need not be next to the last bit, and zero must be zero.
        set.x[l][i] = next;
        spent += set.size();
      }
    }
  }
}
