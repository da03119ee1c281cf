package io.github.sea4j.loss;

import io.github.sea4j.linalg.Vectors;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A start for labels whose offsets differ by hundreds: the fit with offsets and answer nearer to
 * zero by a factor.
 *
 * <p>Among such offsets the loss is all but piecewise linear, and Newton's steps lead from one
 * piece to the next, too many to pass in a fit; nearer to zero it is smooth. It falls for ever
 * along the same directions, so there is a fit here where there is one there.
 *
 * @param s square roots of the sample weights; shared
 * @param known offset; shared
 * @param tolerance the gradient to reach, relative to the norm of the slopes
 */
record SofterFit(Family family, double[] y, double[] s, double[] known, double tolerance) {

  /** Offsets up to this are near enough. */
  private static final double NEAR = 30;

  /** A power of two: it rounds nothing. */
  private static final double FACTOR = 4;

  /** Moves c to this start, by way of a softer one still if need be; false if there is none. */
  boolean moveTo(
      double[][] d, double[] c, @Nullable Box box, boolean[] fixed, BooleanSupplier hurry) {
    if (!isWide()) {
      return false;
    }
    double[] nearer = Vectors.scaled(1 / FACTOR, known);
    NewtonFit fit = new NewtonFit(family, y, s, nearer, tolerance);
    double[] answer = Vectors.scaled(1 / FACTOR, c);
    fit.fit(d, answer, box == null ? null : box.scaled(1 / FACTOR), fixed, hurry);
    if (fit.ridge() > 0) {
      return false;
    }
    Arrays.setAll(c, i -> FACTOR * answer[i]);
    return true;
  }

  /**
   * The fit without the offsets, on which it does not depend whether there is one. Among them all
   * rows may be on their side, to where doubles end, before a step shows that it could be repeated
   * for ever.
   */
  NewtonFit withoutOffsets(
      double[][] d, @Nullable Box box, boolean[] fixed, BooleanSupplier hurry) {
    NewtonFit plain = new NewtonFit(family, y, s, null, tolerance);
    plain.fit(d, new double[d.length], box, fixed, hurry);
    return plain;
  }

  /** Whether offsets are so far from each other, or from zero, that they make trouble. */
  boolean isWide() {
    return family == Family.LOGISTIC && Vectors.largestMagnitude(known) > NEAR;
  }
}
