/**
 * Problems whose truth is known, and the generators that draw them from a seed.
 *
 * <p>Entry classes: {@link io.github.sea4j.instance.GaussianMatrix}, {@link
 * io.github.sea4j.instance.Deconvolution}, {@link io.github.sea4j.instance.PointSources} and {@link
 * io.github.sea4j.instance.CorrelatedMatrix}, or an {@link
 * io.github.sea4j.instance.InstanceGenerator} of your own. No solver can see an {@link
 * io.github.sea4j.instance.Instance}: the truth does not leak.
 *
 * <p>May use {@code problem}, {@code loss}, {@code operator}, {@code linalg}, {@code random},
 * {@code check} and commons-rng.
 */
@NullMarked
package io.github.sea4j.instance;

import org.jspecify.annotations.NullMarked;
