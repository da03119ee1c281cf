/**
 * Views that see the same matrix as another operator, and count or remember what it did.
 *
 * <p>May use {@code operator} and {@code linalg}.
 */
@NullMarked
package io.github.sea4j.operator.view;

import org.jspecify.annotations.NullMarked;
