/**
 * What happens in one trial of an experiment: the instance, those who meet it, and the rows of what
 * they found.
 *
 * <p>May use {@code run}, {@code table}, {@code data}, {@code model}, {@code selection}, and of the
 * core {@code solver}, {@code instance}, {@code metric} and what these use.
 */
@NullMarked
package io.github.sea4j.experiment.trial;

import org.jspecify.annotations.NullMarked;
