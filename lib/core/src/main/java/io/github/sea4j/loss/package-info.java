/**
 * Losses of data tables: least squares, logistic and Poisson, with an intercept, sample weights, an
 * offset, columns that are always in, and bounds.
 *
 * <p>Entry class: {@link io.github.sea4j.loss.GlmLoss}, handed to {@code SparseProblem.withLoss}.
 * The remaining classes are how the fits are made; they are internal and may change without notice.
 *
 * <p>May use {@code fit}, {@code operator}, {@code linalg} and {@code check}.
 */
@NullMarked
package io.github.sea4j.loss;

import org.jspecify.annotations.NullMarked;
