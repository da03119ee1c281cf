/**
 * How far an estimated support is from the true one; entry class {@link
 * io.github.sea4j.metric.SupportMetrics}.
 *
 * <p>May use problem and below. Metrics know nothing of solvers.
 */
@NullMarked
package io.github.sea4j.metric;

import org.jspecify.annotations.NullMarked;
