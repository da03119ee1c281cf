/**
 * Plain programs to judge the library by: textbook loops over dense arrays, without its solvers or
 * its least squares, and seeded problems to run both on.
 */
@NullMarked
package io.github.sea4j.oracle;

import org.jspecify.annotations.NullMarked;
