/**
 * What cells print and show, in order, in few messages, and never more than a notebook can take.
 */
@NullMarked
package io.github.sea4j.kernel.output;

import org.jspecify.annotations.NullMarked;
