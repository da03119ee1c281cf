/**
 * Internal: least squares by products alone, for supports of a thousand columns and more.
 *
 * <p>May use {@code fit}, {@code operator} and {@code linalg}.
 */
@NullMarked
package io.github.sea4j.fit.iterative;

import org.jspecify.annotations.NullMarked;
