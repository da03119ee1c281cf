/**
 * The results of experiments as rows and tables, in memory (Tablesaw) and on disk (CSV).
 *
 * <p>Entry class: {@link io.github.sea4j.table.ResultTable}, which makes and loads tables. The
 * columns of each kind of row are declared once, in its {@link io.github.sea4j.table.Schema}.
 *
 * <p>May use {@code statistics}. This package knows neither solvers nor experiments: a table is
 * enough to draw a figure again.
 */
@NullMarked
package io.github.sea4j.table;

import org.jspecify.annotations.NullMarked;
