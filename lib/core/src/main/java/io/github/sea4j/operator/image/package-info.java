/**
 * Operators whose unknowns are the pixels of an image, in row-major order: pixel (r, c) of an image
 * of w columns is entry {@code r w + c}.
 *
 * <p>{@link io.github.sea4j.operator.image.KroneckerOperator} does one thing along the columns of
 * an image and another along its rows: blurs that are separable, such as the Gaussian, and
 * transforms. {@link io.github.sea4j.operator.image.ImageConvolution} blurs by any kernel.
 *
 * <p>May use {@code operator}, {@code operator.transform}, {@code linalg} and {@code check}.
 */
@NullMarked
package io.github.sea4j.operator.image;

import org.jspecify.annotations.NullMarked;
