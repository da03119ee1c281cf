/**
 * Greedy algorithms: matching pursuit, least squares forward selection, replacement.
 *
 * <p>Entry class: {@link io.github.sea4j.greedy.Omp}.
 *
 * <p>May use {@code search} and what lies below.
 */
@NullMarked
package io.github.sea4j.greedy;

import org.jspecify.annotations.NullMarked;
