/**
 * The command line of sea4j, for people outside notebooks.
 *
 * <pre>
 * $ sea4j instance --family deconvolution --columns 500 --sparsity 20 --seed 1 --output spikes
 * $ sea4j solve --matrix spikes/A.csv --measurements spikes/y.csv --sparsity 20 \
 *       --solver sea --solver 'sea(omp)' --solver 'htp(step=1.8/L)'
 * $ sea4j solve --matrix spikes/A.csv --measurements spikes/y.csv --sparsity 20 --json
 * $ sea4j experiment deconvolution --preset paper --output d
 * </pre>
 *
 * <p>Entry class: {@link io.github.sea4j.cli.Main}; each command is a class, registered there. A
 * failure that the user can mend is a {@code BadInput}: one line, exit code 2. May use {@code
 * cli.io}, {@code data}, the rooms of experiments and tables, and of the core all but {@code
 * search}, {@code fit} and {@code linalg}; nothing uses this package.
 */
@NullMarked
package io.github.sea4j.cli;

import org.jspecify.annotations.NullMarked;
