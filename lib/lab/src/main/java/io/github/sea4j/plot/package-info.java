/**
 * Figures on XChart, drawn from tables alone and returned as charts, never shown or solved for.
 *
 * <p>Start at {@link io.github.sea4j.plot.Figures}; {@link io.github.sea4j.plot.ChartFile} writes a
 * chart as PNG, SVG or PDF. {@link io.github.sea4j.plot.Style} holds all that is a matter of looks.
 */
@NullMarked
package io.github.sea4j.plot;

import org.jspecify.annotations.NullMarked;
