/**
 * What a solver declares about itself, once: name, options, defaults, help.
 *
 * <p>Entry class: {@link io.github.sea4j.option.SolverKind}. A solver's {@link
 * io.github.sea4j.option.Settings} give it name and equality through {@link
 * io.github.sea4j.option.ConfiguredSolver}; the solver language reads texts by the declarations.
 *
 * <p>May use {@code solver} and {@code problem}.
 */
@NullMarked
package io.github.sea4j.option;

import org.jspecify.annotations.NullMarked;
