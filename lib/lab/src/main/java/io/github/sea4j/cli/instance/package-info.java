/**
 * The command that draws problems whose truth is known.
 *
 * <pre>
 * $ sea4j instance --family deconvolution --columns 500 --sparsity 20 --output spikes
 * </pre>
 *
 * <p>Entry class: {@link io.github.sea4j.cli.instance.InstanceCommand}. May use {@code cli.io} and
 * the generators.
 */
@NullMarked
package io.github.sea4j.cli.instance;

import org.jspecify.annotations.NullMarked;
