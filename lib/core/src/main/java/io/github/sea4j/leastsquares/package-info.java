/**
 * Least squares on a support that moves; entry class {@code SupportFit}.
 *
 * <p>Supports may be badly conditioned (1e12 on a Gaussian convolution), so everything here rests
 * on orthogonal factors and never on normal equations. May use operator and linalg.
 */
@NullMarked
package io.github.sea4j.leastsquares;

import org.jspecify.annotations.NullMarked;
