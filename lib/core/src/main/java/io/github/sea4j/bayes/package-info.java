/**
 * Solvers that ask for the posterior of the support.
 *
 * <p>May use {@code search} and what lies below.
 */
@NullMarked
package io.github.sea4j.bayes;

import org.jspecify.annotations.NullMarked;
