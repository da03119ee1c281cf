/**
 * Solvers around other solvers: whitened geometries, restarts, budgets, and the most thorough one.
 *
 * <p>Entry class: {@link io.github.sea4j.compose.Best}.
 *
 * <p>May use the solvers that it composes, {@code search} and what lies below.
 */
@NullMarked
package io.github.sea4j.compose;

import org.jspecify.annotations.NullMarked;
