/** Completes names in cells, and tells what each of them gives. */
@NullMarked
package io.github.sea4j.kernel.complete;

import org.jspecify.annotations.NullMarked;
