package io.github.sea4j.exact.tree;

/**
 * What a free column pays in the relaxation with multiplier lambda:
 *
 * <pre>
 * p(t) = min over z in [|t|/M, 1] of lambda z + d t²/(2z)
 * </pre>
 *
 * <p>the perspective of {@code lambda + d t²/2} under {@code |t| <= M}. It is {@code slope |t|} up
 * to {@code corner = min(sqrt(2 lambda/d), M)}, then {@code lambda + d t²/2} up to M. M differs by
 * sign. Every number is for all columns; recomputed when lambda changes.
 */
final class Penalty {

  private final double[] curvature;
  private final double[] cornerAbove;
  private final double[] slopeAbove;
  private final double[] cornerBelow;
  private final double[] slopeBelow;

  Penalty(double[] curvature) {
    this.curvature = curvature;
    this.cornerAbove = new double[curvature.length];
    this.slopeAbove = new double[curvature.length];
    this.cornerBelow = new double[curvature.length];
    this.slopeBelow = new double[curvature.length];
  }

  void update(double multiplier, double[] smallest, double[] largest) {
    for (int j = 0; j < curvature.length; j++) {
      double d = curvature[j];
      double free = d > 0 ? Math.sqrt(2 * multiplier / d) : Double.POSITIVE_INFINITY;
      cornerAbove[j] = Math.min(free, largest[j]);
      cornerBelow[j] = Math.min(free, -smallest[j]);
      slopeAbove[j] = slope(multiplier, d, cornerAbove[j]);
      slopeBelow[j] = slope(multiplier, d, cornerBelow[j]);
    }
  }

  /** Infinite at a corner of 0: such a column cannot move to that side. */
  private static double slope(double multiplier, double d, double corner) {
    return corner > 0 ? multiplier / corner + d * corner / 2 : Double.POSITIVE_INFINITY;
  }

  /** Where the linear piece ends on the side of {@code sign}. */
  double corner(int j, double sign) {
    return sign > 0 ? cornerAbove[j] : cornerBelow[j];
  }

  /** The slope of the linear piece on the side of {@code sign}. */
  double slope(int j, double sign) {
    return sign > 0 ? slopeAbove[j] : slopeBelow[j];
  }

  /** The share z of a column that the relaxed x uses. */
  double share(int j, double t) {
    return t == 0 ? 0 : Math.min(1, Math.abs(t) / corner(j, t));
  }

  /**
   * The minimiser of {@code p t²/2 - target t + penalty(t)}.
   *
   * @param p diagonal entry of P, positive
   * @param bound M on the side of the target's sign
   */
  double minimiser(int j, double p, double target, double bound) {
    double size = Math.abs(target);
    double corner = corner(j, target);
    double rest = size - slope(j, target);
    if (!(rest > 0)) {
      return 0;
    }
    double t = rest / p;
    if (t > corner) {
      t = Math.min(Math.max(size / (p + curvature[j]), corner), bound);
    }
    return target > 0 ? t : -t;
  }
}
