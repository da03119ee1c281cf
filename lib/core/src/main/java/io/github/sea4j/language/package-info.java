/**
 * The solver language: texts that name solvers, and the list of all solvers.
 *
 * <p>Entry class: {@link io.github.sea4j.language.Solvers}.
 *
 * <p>May use every solver room and {@code option}.
 */
@NullMarked
package io.github.sea4j.language;

import org.jspecify.annotations.NullMarked;
