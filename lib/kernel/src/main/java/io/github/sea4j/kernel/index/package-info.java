/** Makes the index of documentation, at build time. */
@NullMarked
package io.github.sea4j.kernel.index;

import org.jspecify.annotations.NullMarked;
