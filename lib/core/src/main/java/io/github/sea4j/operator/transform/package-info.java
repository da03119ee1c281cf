/**
 * Orthonormal bases by fast transforms: cosines, Fourier in real form, wavelets.
 *
 * <p>Some of the coefficients of a signal are {@code new SelectedRows(transform, rows)}; a signal
 * that is sparse in a basis B is measured by {@code ProductOperator.of(measurements, B.inverse())}.
 *
 * <p>May use {@code operator}, {@code linalg} and {@code check}.
 */
@NullMarked
package io.github.sea4j.operator.transform;

import org.jspecify.annotations.NullMarked;
