/**
 * Random changes of a support and its amplitudes that keep their posterior distribution.
 *
 * <p>A state is a {@link io.github.sea4j.bayes.move.Spikes}, one temperature a {@link
 * io.github.sea4j.bayes.move.Level}; moves of one spike, of two together and of the number of
 * spikes change the one under the other.
 *
 * <p>May use random, operator and linalg.
 */
@NullMarked
package io.github.sea4j.bayes.move;

import org.jspecify.annotations.NullMarked;
