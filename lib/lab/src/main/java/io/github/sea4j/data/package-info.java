/**
 * Numbers from files: the one reader of the notebook and the command line.
 *
 * <p>Entry classes: {@link io.github.sea4j.data.Data} for numbers, {@link
 * io.github.sea4j.data.DataTable} for tables with names, words and gaps. May use {@code operator}.
 */
@NullMarked
package io.github.sea4j.data;

import org.jspecify.annotations.NullMarked;
