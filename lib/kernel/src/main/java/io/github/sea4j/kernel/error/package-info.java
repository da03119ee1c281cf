/** What went wrong in a cell, told by the cell's own lines. */
@NullMarked
package io.github.sea4j.kernel.error;

import org.jspecify.annotations.NullMarked;
