package io.github.sea4j.loss;

import io.github.sea4j.linalg.Vectors;
import org.jspecify.annotations.Nullable;

/**
 * Bounds on coefficients.
 *
 * @param lower one for each coefficient, may be minus infinity; shared
 * @param upper one for each, may be infinity; shared
 */
record Box(double[] lower, double[] upper) {

  double clip(int i, double value) {
    return Math.min(Math.max(value, lower[i]), upper[i]);
  }

  /** Whether a coefficient is at a bound that descent along -g would cross. */
  boolean blocks(int i, double value, double g) {
    return (g > 0 && value <= lower[i]) || (g < 0 && value >= upper[i]);
  }

  /** Whether one may go along a direction for ever. */
  boolean isOpenTowards(double[] direction) {
    for (int i = 0; i < direction.length; i++) {
      if ((direction[i] > 0 && upper[i] < Double.POSITIVE_INFINITY)
          || (direction[i] < 0 && lower[i] > Double.NEGATIVE_INFINITY)) {
        return false;
      }
    }
    return true;
  }

  /** Which coefficients stay where they are in the next step; whether these are others now. */
  static boolean hold(@Nullable Box box, double[] c, double[] g, boolean[] fixed, boolean[] held) {
    boolean changed = false;
    for (int i = 0; i < g.length; i++) {
      boolean now = fixed[i] || (box != null && box.blocks(i, c[i], g[i]));
      changed |= now != held[i];
      held[i] = now;
    }
    return changed;
  }

  /** The largest slope among those that are not held. */
  static double largestFree(double[] g, boolean[] held) {
    double largest = 0;
    for (int i = 0; i < g.length; i++) {
      largest = held[i] ? largest : Math.max(largest, Math.abs(g[i]));
    }
    return largest;
  }

  /** {@code c - length direction}, within the bounds; returns what it fills. */
  static double[] advance(
      @Nullable Box box, double[] c, double[] direction, double length, double[] to) {
    for (int i = 0; i < to.length; i++) {
      double moved = c[i] - length * direction[i];
      to[i] = box == null ? moved : box.clip(i, moved);
    }
    return to;
  }

  /** The bounds on coefficients that are smaller by a factor. */
  Box scaled(double factor) {
    return new Box(Vectors.scaled(factor, lower), Vectors.scaled(factor, upper));
  }
}
