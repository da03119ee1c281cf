/**
 * Figures of the choice of columns, from its tables.
 *
 * <p>Entry classes: {@link io.github.sea4j.plot.select.SelectionFigures} for one choice, {@link
 * io.github.sea4j.plot.select.ChoiceFigures} for how often choices are right. May use {@code plot},
 * {@code plot.style}, {@code summary} and {@code table}.
 */
@NullMarked
package io.github.sea4j.plot.select;

import org.jspecify.annotations.NullMarked;
