/**
 * Views that see the same matrix as another operator, and count or remember what it did.
 *
 * <p>May use {@code operator}, {@code linalg} and {@code check}.
 */
@NullMarked
package io.github.sea4j.operator.view;

import org.jspecify.annotations.NullMarked;
