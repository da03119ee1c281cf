/**
 * The results of experiments as tables, in memory (Tablesaw) and on disk (CSV).
 *
 * <p>Start at {@link io.github.sea4j.table.ResultTable}, which makes and loads tables, and {@link
 * io.github.sea4j.table.Summaries}, which condenses them. This package knows neither solvers nor
 * experiments: a table is enough to draw a figure again.
 */
@NullMarked
package io.github.sea4j.table;

import org.jspecify.annotations.NullMarked;
