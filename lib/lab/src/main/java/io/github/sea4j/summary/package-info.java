/**
 * What tables of results say: means, thresholds and differences with their intervals.
 *
 * <p>Entry class: {@link io.github.sea4j.summary.Summaries}; {@link
 * io.github.sea4j.summary.Readings} has what a figure says at a few places, for people to read.
 *
 * <p>May use {@code table}, {@code statistics}, and {@code language} with {@code compose} to read
 * the solvers' names.
 */
@NullMarked
package io.github.sea4j.summary;

import org.jspecify.annotations.NullMarked;
