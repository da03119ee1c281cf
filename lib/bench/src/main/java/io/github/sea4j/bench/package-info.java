/**
 * JMH benchmarks of the core, with the floors that the arithmetic sets beside them.
 *
 * <p>{@link io.github.sea4j.bench.SeaBenchmark} times the paper's algorithm, {@link
 * io.github.sea4j.bench.BaselineBenchmark} the others, {@link io.github.sea4j.bench.FloorBenchmark}
 * the least work that an iteration cannot do without. {@link io.github.sea4j.bench.InterruptTimes}
 * is a program of its own. {@code environment/bench} runs them.
 *
 * <p>May use everything of the core.
 */
@NullMarked
package io.github.sea4j.bench;

import org.jspecify.annotations.NullMarked;
