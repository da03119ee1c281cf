/**
 * Exchanges of columns: exhaustive local search and splicing.
 *
 * <p>Entry class: {@link io.github.sea4j.exchange.Els}.
 *
 * <p>May use {@code greedy} (the start), {@code search} and what lies below.
 */
@NullMarked
package io.github.sea4j.exchange;

import org.jspecify.annotations.NullMarked;
