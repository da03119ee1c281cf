package io.github.sea4j.loss;

/**
 * Directions along which a loss falls for ever, so that there is no finite fit: separated classes,
 * or counts that are all zero where an indicator is one.
 *
 * <p>A change of eta is such a direction if it raises the loss of no row, however far one goes. For
 * the logistic loss: no row is moved to the wrong side (Albert and Anderson, Biometrika 71, 1984);
 * for the Poisson loss: rows with counts stay, the others fall.
 */
final class Recession {

  /** Changes below this share of the largest one count as none. */
  private static final double NONE = 1e-7;

  private Recession() {}

  /** The largest change of eta among rows that count. */
  static double largestChange(double[] from, double[] to, double[] s) {
    double largest = 0;
    for (int i = 0; i < to.length; i++) {
      if (s[i] > 0) {
        largest = Math.max(largest, Math.abs(to[i] - from[i]));
      }
    }
    return largest;
  }

  /** Whether the change moves no row to where its loss rises. */
  static boolean is(Family family, double[] y, double[] from, double[] to, double[] s) {
    double none = NONE * largestChange(from, to, s);
    for (int i = 0; i < y.length; i++) {
      double change = to[i] - from[i];
      double sign = family.unexplained(y[i]);
      boolean harms = Double.isNaN(sign) ? Math.abs(change) > none : sign * change < -none;
      if (s[i] > 0 && harms) {
        return false;
      }
    }
    return none > 0;
  }

  /** Whether the change moves every row to where its loss falls to nothing. */
  static boolean isStrict(Family family, double[] y, double[] from, double[] to, double[] s) {
    double none = NONE * largestChange(from, to, s);
    for (int i = 0; i < y.length; i++) {
      if (s[i] > 0 && !(family.unexplained(y[i]) * (to[i] - from[i]) > none)) {
        return false;
      }
    }
    return none > 0;
  }
}
