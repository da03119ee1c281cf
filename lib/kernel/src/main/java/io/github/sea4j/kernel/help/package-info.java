/**
 * Help on what a cell names: from an index of Javadoc comments made when the library is built, and
 * from JShell for everything else.
 */
@NullMarked
package io.github.sea4j.kernel.help;

import org.jspecify.annotations.NullMarked;
