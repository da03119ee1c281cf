/**
 * From a table with names to a fitted model: which columns, with which coefficients, how well it
 * predicts, and a file that another run reads.
 *
 * <p>Entry classes: {@link io.github.sea4j.model.Regression} says what is asked, {@link
 * io.github.sea4j.model.Model} is the answer. May use {@code data}, and of the core problems,
 * losses, operators and solvers.
 */
@NullMarked
package io.github.sea4j.model;

import org.jspecify.annotations.NullMarked;
