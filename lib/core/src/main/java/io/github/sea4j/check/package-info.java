/**
 * Checks of arguments, for all packages.
 *
 * <p>Entry classes: {@link io.github.sea4j.check.Require}, {@link io.github.sea4j.check.Reason}.
 * Internal: not for use by other programs.
 *
 * <p>May use nothing else of this library.
 */
@NullMarked
package io.github.sea4j.check;

import org.jspecify.annotations.NullMarked;
