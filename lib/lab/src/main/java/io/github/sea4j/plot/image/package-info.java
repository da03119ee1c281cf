/**
 * Images, with what was found in them.
 *
 * <p>Entry class: {@link io.github.sea4j.plot.image.ImageFigure}. May use {@code plot} and {@code
 * plot.style}.
 */
@NullMarked
package io.github.sea4j.plot.image;

import org.jspecify.annotations.NullMarked;
