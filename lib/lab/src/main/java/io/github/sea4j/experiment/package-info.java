/**
 * The experiments: which solvers meet which problems, and what is measured.
 *
 * <p>Entry class: {@link io.github.sea4j.experiment.Experiments}.
 *
 * <p>What happens in a trial is in {@code experiment.trial}. May use {@code run}, {@code cluster},
 * {@code store}, {@code summary}, {@code table}, {@code selection}, {@code model}, and of the core
 * {@code language}, {@code solver}, {@code instance} and what these use. It draws nothing and knows
 * neither notebook nor command line.
 */
@NullMarked
package io.github.sea4j.experiment;

import org.jspecify.annotations.NullMarked;
