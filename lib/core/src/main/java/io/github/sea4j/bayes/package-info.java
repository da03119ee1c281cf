/**
 * Sampling supports from their posterior: how likely is each column, given the measurements?
 *
 * <p>May use problem (seeds), operator and linalg; knows nothing of solvers.
 */
@NullMarked
package io.github.sea4j.bayes;

import org.jspecify.annotations.NullMarked;
