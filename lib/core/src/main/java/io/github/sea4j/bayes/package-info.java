/**
 * What is likely, given the measurements and a prior: {@link
 * io.github.sea4j.bayes.PosteriorSampler} gives the probability of each column.
 *
 * <p>May use search and what it uses, the pool of threads, and {@code bayes.move}, which holds the
 * moves of the sampler.
 */
@NullMarked
package io.github.sea4j.bayes;

import org.jspecify.annotations.NullMarked;
