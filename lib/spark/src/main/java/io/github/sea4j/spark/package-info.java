/**
 * Sweeps of the lab on Apache Spark; the only package that knows it.
 *
 * <p>Found by the lab through {@link io.github.sea4j.spark.SparkProvider}; programs write {@code
 * Cluster.spark("local[2]")}. What leaves the driver is a recipe and assignments, texts and numbers
 * alone; reports come back. May use {@code cluster}, {@code experiment} and {@code run}.
 */
@NullMarked
package io.github.sea4j.spark;

import org.jspecify.annotations.NullMarked;
