/**
 * Sweeps beyond one machine: what is asked of a cluster and what comes back, in texts and numbers.
 *
 * <p>Entry class: {@link io.github.sea4j.cluster.Cluster}. A jar that knows a kind of cluster, such
 * as {@code sea4j-spark}, names its {@link io.github.sea4j.cluster.EngineProvider} in {@code
 * META-INF/services}. May use {@code table}.
 */
@NullMarked
package io.github.sea4j.cluster;

import org.jspecify.annotations.NullMarked;
