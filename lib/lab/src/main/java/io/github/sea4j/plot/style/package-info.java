/**
 * The look of all figures: colours, markers and dashes of solvers, lines with gaps, stems.
 *
 * <p>Entry class: {@link io.github.sea4j.plot.style.SolverStyle}, which asks the solver language
 * whom a row's key names; {@link io.github.sea4j.plot.style.Style} holds ground, grid and text. May
 * use {@code table}, {@code language}, {@code option} and {@code solver}.
 */
@NullMarked
package io.github.sea4j.plot.style;

import org.jspecify.annotations.NullMarked;
