/** What the tests of help and completion look at. */
@NullMarked
package io.github.sea4j.kernel.sample;

import org.jspecify.annotations.NullMarked;
