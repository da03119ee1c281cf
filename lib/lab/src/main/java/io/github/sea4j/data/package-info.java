/**
 * Numbers from files: the one reader of the notebook and the command line.
 *
 * <p>Entry class: {@link io.github.sea4j.data.Data}. May use {@code operator}.
 */
@NullMarked
package io.github.sea4j.data;

import org.jspecify.annotations.NullMarked;
