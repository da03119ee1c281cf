/**
 * The Support Exploration Algorithm.
 *
 * <p>Entry class: {@link io.github.sea4j.sea.Sea}.
 *
 * <p>May use {@code search} and what lies below.
 */
@NullMarked
package io.github.sea4j.sea;

import org.jspecify.annotations.NullMarked;
