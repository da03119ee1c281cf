/**
 * Searches whose answer is the optimum.
 *
 * <p>Entry class: {@link io.github.sea4j.exact.ExhaustiveSearch}.
 *
 * <p>May use {@code search} and what lies below.
 */
@NullMarked
package io.github.sea4j.exact;

import org.jspecify.annotations.NullMarked;
