/**
 * Figures on XChart, drawn from tables alone and returned as charts, never shown or solved for.
 *
 * <p>Entry class: {@link io.github.sea4j.plot.Figures}; {@link io.github.sea4j.plot.ChartFile}
 * writes a chart as PNG, SVG or PDF. May use {@code plot.style} and {@code table}.
 */
@NullMarked
package io.github.sea4j.plot;

import org.jspecify.annotations.NullMarked;
