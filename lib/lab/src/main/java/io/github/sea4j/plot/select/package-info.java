/**
 * Figures of the choice of columns, from its tables.
 *
 * <p>Entry class: {@link io.github.sea4j.plot.select.SelectionFigures}. May use {@code plot} and
 * {@code plot.style}.
 */
@NullMarked
package io.github.sea4j.plot.select;

import org.jspecify.annotations.NullMarked;
