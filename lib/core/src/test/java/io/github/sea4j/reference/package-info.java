/** Answers of an independent program, see {@code src/test/resources/reference/README.md}. */
@NullMarked
package io.github.sea4j.reference;

import org.jspecify.annotations.NullMarked;
