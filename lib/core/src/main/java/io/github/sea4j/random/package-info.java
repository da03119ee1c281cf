/**
 * Seeds, so that everything random has numbers of its own and is the same on every run.
 *
 * <p>Entry class: {@link io.github.sea4j.random.Seeds}. The random numbers are those of
 * commons-rng.
 *
 * <p>May use nothing else of this library.
 */
@NullMarked
package io.github.sea4j.random;

import org.jspecify.annotations.NullMarked;
