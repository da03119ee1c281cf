/**
 * Matrices that stay in their files: {@link io.github.sea4j.operator.file.MappedOperator}.
 *
 * <p>May use {@code operator}, {@code linalg} and {@code concurrent}.
 */
@NullMarked
package io.github.sea4j.operator.file;

import org.jspecify.annotations.NullMarked;
