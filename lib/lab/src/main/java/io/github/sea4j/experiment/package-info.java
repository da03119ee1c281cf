/**
 * Experiments as deterministic sweeps: cells times trials, on any number of threads, resumable.
 *
 * <p>Start at {@link io.github.sea4j.experiment.Experiments}. An experiment becomes a {@link
 * io.github.sea4j.experiment.Study}, a grid of trials or a search for thresholds; its trials are
 * run by a pool of workers and kept by a store, in memory or in a folder. The package uses solvers,
 * metrics and tables; it draws nothing and knows neither notebook nor terminal: progress goes to a
 * {@link io.github.sea4j.experiment.ProgressListener}.
 */
@NullMarked
package io.github.sea4j.experiment;

import org.jspecify.annotations.NullMarked;
