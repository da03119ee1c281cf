/**
 * Fits on a support that moves: the seam between the algorithms and what they minimise.
 *
 * <p>Entry classes: {@link io.github.sea4j.fit.Fit}, what an algorithm needs, and {@link
 * io.github.sea4j.fit.Loss}, which makes one; {@link io.github.sea4j.fit.LeastSquares} is the loss
 * unless told otherwise. {@code Fitted}, {@code SparsePoint} and {@code SupportSolution} are what a
 * solver holds of it. The remaining classes are how least squares does it. They are internal: they
 * may change without notice, and some share arrays for speed.
 *
 * <p>May use {@code operator}, {@code linalg} and {@code concurrent}. Columns are expected to have
 * unit norm.
 */
@NullMarked
package io.github.sea4j.fit;

import org.jspecify.annotations.NullMarked;
