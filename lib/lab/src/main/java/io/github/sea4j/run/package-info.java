/**
 * Deterministic sweeps: cells times trials on any number of threads or machines, stopped and taken
 * up again.
 *
 * <p>Entry class: {@link io.github.sea4j.run.Sweep}, a grid of trials; {@link
 * io.github.sea4j.run.ThresholdSweep} searches for thresholds. How a sweep is run, which cannot be
 * seen in its results, says {@link io.github.sea4j.run.Execution}.
 *
 * <p>May use {@code cluster}, {@code store}, {@code table}, {@code statistics}, {@code random} and
 * {@code concurrent}. It draws nothing and knows neither solvers nor terminal: progress goes to a
 * {@link io.github.sea4j.run.ProgressListener}.
 */
@NullMarked
package io.github.sea4j.run;

import org.jspecify.annotations.NullMarked;
