/**
 * Operators made of others: products {@code A B} and weighted sums.
 *
 * <p>May use {@code operator}, {@code operator.image}, {@code operator.transform} and {@code
 * linalg}.
 */
@NullMarked
package io.github.sea4j.operator.combine;

import org.jspecify.annotations.NullMarked;
