/**
 * Internal: least squares on a support that gains columns, for greedy algorithms.
 *
 * <p>May use {@code fit}, {@code operator} and {@code linalg}.
 */
@NullMarked
package io.github.sea4j.fit.growing;

import org.jspecify.annotations.NullMarked;
