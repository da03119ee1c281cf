/**
 * The threads of this library.
 *
 * <p>Entry class: {@link io.github.sea4j.concurrent.Workers}.
 *
 * <p>May use {@code check}.
 */
@NullMarked
package io.github.sea4j.concurrent;

import org.jspecify.annotations.NullMarked;
