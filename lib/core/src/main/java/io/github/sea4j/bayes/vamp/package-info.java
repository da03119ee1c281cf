/**
 * Vector approximate message passing, {@link io.github.sea4j.bayes.vamp.Vamp}.
 *
 * <p>May use {@code search} and what lies below.
 */
@NullMarked
package io.github.sea4j.bayes.vamp;

import org.jspecify.annotations.NullMarked;
