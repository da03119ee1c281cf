/**
 * Numbers about numbers: how sure a mean or a share is, and curves through shares.
 *
 * <p>Entry class: {@link io.github.sea4j.statistics.Interval}, from which tables, figures and the
 * command line take their intervals.
 *
 * <p>May use commons-math, and nothing of this library.
 */
@NullMarked
package io.github.sea4j.statistics;

import org.jspecify.annotations.NullMarked;
