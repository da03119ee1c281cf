package io.github.sea4j.lasso;

import io.github.sea4j.linalg.UpdatableCholesky;
import io.github.sea4j.linalg.Vectors;
import java.util.function.BooleanSupplier;

/**
 * A step of Newton's method for {@code P(X) = 1/2 ||B X - Y||_F² + lambda sum_G w_G ||X_G||_F}
 * among the groups that are not zero, where P is smooth: gradient {@code -C_G + lambda w_G U_G}
 * with {@code U_G = X_G / ||X_G||}, Hessian {@code I (x) B'B} plus {@code lambda w_G (I - u u') /
 * ||X_G||} for each group.
 *
 * <p>P does not rise: the step is halved until then. A group that would pass zero leaves there. A
 * coefficient whose column depends on the others stays. With N coefficients in the active groups a
 * step costs N³/6 multiplications.
 */
final class GroupNewton {

  /** A squared pivot below this: the coefficient stays. */
  private static final double DEPENDENT = 1e-13;

  private static final int HALVINGS = 12;

  /** What rounding may add to P, beside its penalty. */
  private static final double ROUNDING = 1e-15;

  private final WorkingSet set;

  /** The coefficients that take part: group, measurement, column of the set. */
  private int[] group = {};

  private int[] slot = {};
  private int[] column = {};
  private int unknowns;
  private double[] direction = {};

  GroupNewton(WorkingSet set) {
    this.set = set;
  }

  /** About how many multiplications a step costs. */
  long cost() {
    long size = (long) set.active() * set.x.length;
    return size * size * size / 6;
  }

  /**
   * A step, and another one whenever a group was in the way and has left.
   *
   * @param hurry polled for each coefficient; once true, the point stays as it is
   * @return how many directions were computed
   */
  int step(double lambda, BooleanSupplier hurry) {
    int solves = 0;
    boolean again = true;
    while (again && findDirection(lambda, hurry)) {
      solves++;
      int inTheWay = advance(lambda);
      again = inTheWay >= 0 && leaves(inTheWay, lambda);
    }
    return solves;
  }

  /** Moves as far as P does not rise and no group passes zero; the group in the way, or -1. */
  private int advance(double lambda) {
    double[][] d = new double[set.x.length][set.size()];
    for (int a = 0; a < unknowns; a++) {
      d[slot[a]][column[a]] = direction[a];
    }
    double linear = 0;
    double quadratic = 0;
    for (int a = 0; a < unknowns; a++) {
      linear -= set.c[slot[a]][column[a]] * direction[a];
      quadratic += direction[a] * Vectors.dot(set.gram[column[a]], d[slot[a]], set.size());
    }
    int inTheWay = firstAtZero(d);
    double t = inTheWay < 0 ? 1 : untilZero(inTheWay, d);
    boolean lower = false;
    for (int halving = 0; halving < HALVINGS && !lower; halving++) {
      t /= halving == 0 ? 1 : 2;
      double change = t * linear + t * t * quadratic / 2 + lambda * penaltyChange(t, d);
      lower = change <= rounding(lambda);
    }
    for (int a = 0; a < unknowns && lower; a++) {
      set.move(slot[a], column[a], t * direction[a]);
    }
    return inTheWay;
  }

  private double rounding(double lambda) {
    return ROUNDING * lambda * set.penalty();
  }

  /** Takes a group to zero, if P does not rise. */
  private boolean leaves(int u, double lambda) {
    double norm = set.norm(u);
    double change =
        set.inner(u, set.x, set.c) + norm * norm / 2 - lambda * set.matrix.weight(u) * norm;
    if (norm == 0 || change > rounding(lambda)) {
      return false;
    }
    for (int l = 0; l < set.x.length; l++) {
      for (int i = set.first(u); i < set.end(u); i++) {
        set.move(l, i, -set.x[l][i]);
      }
    }
    return true;
  }

  private boolean findDirection(double lambda, BooleanSupplier hurry) {
    int most = set.active() * set.x.length;
    group = new int[most];
    slot = new int[most];
    column = new int[most];
    direction = new double[most];
    unknowns = 0;
    UpdatableCholesky hessian = new UpdatableCholesky();
    double[] row = new double[most];
    for (int place = 0; place < set.count(); place++) {
      int u = set.group(place);
      double norm = set.norm(u);
      double bend = norm > 0 ? lambda * set.matrix.weight(u) / norm : 0;
      for (int l = 0; norm > 0 && l < set.x.length; l++) {
        for (int i = set.first(u); i < set.end(u); i++) {
          if (hurry.getAsBoolean()) {
            return false;
          }
          double along = set.x[l][i] / norm;
          double diagonal = 1 + bend * (1 - along * along);
          fillRow(u, l, i, bend * along / norm, row);
          if (hessian.append(row, diagonal, DEPENDENT * diagonal)) {
            group[unknowns] = u;
            slot[unknowns] = l;
            column[unknowns] = i;
            direction[unknowns++] = set.c[l][i] - bend * set.x[l][i];
          }
        }
      }
    }
    hessian.solve(direction);
    return unknowns > 0;
  }

  /** The entries of the Hessian beside the unknowns so far. */
  private void fillRow(int u, int l, int i, double slope, double[] row) {
    for (int a = 0; a < unknowns; a++) {
      double smooth = slot[a] == l ? set.gram[i][column[a]] : 0;
      row[a] = smooth - (group[a] == u ? slope * set.x[slot[a]][column[a]] : 0);
    }
  }

  /** The group that a full step would take past zero, the first of them; -1 for none. */
  private int firstAtZero(double[][] d) {
    int first = -1;
    double least = 1;
    for (int place = 0; place < set.count(); place++) {
      double until = untilZero(set.group(place), d);
      if (until < least) {
        least = until;
        first = set.group(place);
      }
    }
    return first;
  }

  /** How far the step goes until the group's coefficients are orthogonal to what they were. */
  private double untilZero(int u, double[][] d) {
    double fall = -set.inner(u, set.x, d);
    return fall > 0 ? set.inner(u, set.x, set.x) / fall : Double.POSITIVE_INFINITY;
  }

  /** The change of {@code sum_G w_G ||X_G||} by t D. */
  private double penaltyChange(double t, double[][] d) {
    double change = 0;
    for (int place = 0; place < set.count(); place++) {
      int u = set.group(place);
      double norm = set.norm(u);
      if (norm > 0) {
        double grown = t * (2 * set.inner(u, set.x, d) + t * set.inner(u, d, d));
        // ||x + t d|| - ||x|| without cancellation.
        change +=
            set.matrix.weight(u) * grown / (Math.sqrt(Math.max(0, norm * norm + grown)) + norm);
      }
    }
    return change;
  }
}
