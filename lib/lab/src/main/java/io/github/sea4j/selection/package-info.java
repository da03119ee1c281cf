/**
 * How many columns, and which of them are firm: the path over sizes, criteria, cross-validation,
 * stability selection, and intervals by splitting the rows.
 *
 * <p>Entry class: {@link io.github.sea4j.selection.Selection}. May use {@code model}, {@code data},
 * {@code statistics}, and of the core solvers, supports, seeds and threads. All results have the
 * same bits on any number of threads.
 */
@NullMarked
package io.github.sea4j.selection;

import org.jspecify.annotations.NullMarked;
