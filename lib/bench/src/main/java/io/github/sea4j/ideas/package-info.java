/**
 * Ideas for better searches that were tried and, so far, kept out of the library: a prototype each,
 * and paired tests of all of them.
 *
 * <p>{@link io.github.sea4j.ideas.IdeasRun} runs the tests and writes a table; {@code
 * environment/bench ideas} stores it as {@code data/results/ideas.csv}. The verdicts are in {@code
 * lib/NOTES.md}. A prototype is written to be read and measured, not to be used: it honours no
 * limits and checks no input. May use {@code bench} and everything of the core.
 */
@NullMarked
package io.github.sea4j.ideas;

import org.jspecify.annotations.NullMarked;
