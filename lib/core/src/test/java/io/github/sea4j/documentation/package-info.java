/** The documentation kept true: every public member has a comment, and the examples compile. */
@NullMarked
package io.github.sea4j.documentation;

import org.jspecify.annotations.NullMarked;
