/**
 * What the commands read and write: files that take their place whole, tables of text, values of
 * options, and the error of bad input.
 *
 * <p>Entry class: {@link io.github.sea4j.cli.io.BadInput}. May use nothing of ours but {@code
 * check}.
 */
@NullMarked
package io.github.sea4j.cli.io;

import org.jspecify.annotations.NullMarked;
