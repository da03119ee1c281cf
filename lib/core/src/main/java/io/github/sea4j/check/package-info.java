/**
 * Checks of arguments, for all packages.
 *
 * <p>Entry class: {@link io.github.sea4j.check.Require}. Internal: not for use by other programs.
 *
 * <p>May use nothing else of this library.
 */
@NullMarked
package io.github.sea4j.check;

import org.jspecify.annotations.NullMarked;
