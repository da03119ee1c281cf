/**
 * Searches whose answer is the optimum.
 *
 * <p>Entry classes: {@link io.github.sea4j.exact.Exact} by branch and bound, with a proof; {@link
 * io.github.sea4j.exact.ExhaustiveSearch} by trying everything.
 *
 * <p>May use {@code search} and what lies below, and {@code concurrent}.
 */
@NullMarked
package io.github.sea4j.exact;

import org.jspecify.annotations.NullMarked;
