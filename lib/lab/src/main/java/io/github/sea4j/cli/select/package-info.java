/**
 * The commands on tables with names.
 *
 * <pre>
 * $ sea4j select --data houses.csv --target price --solver 'els(sea)' --save model.json
 * $ sea4j predict --model model.json --data new.csv --output predicted.csv
 * </pre>
 *
 * <p>Entry classes: {@link io.github.sea4j.cli.select.SelectCommand} and {@link
 * io.github.sea4j.cli.select.PredictCommand}. May use {@code cli.io}, {@code data}, {@code model},
 * {@code selection}, {@code plot} and the language of solvers.
 */
@NullMarked
package io.github.sea4j.cli.select;

import org.jspecify.annotations.NullMarked;
