/** The directions in which packages may use each other. */
@NullMarked
package io.github.sea4j.architecture;

import org.jspecify.annotations.NullMarked;
