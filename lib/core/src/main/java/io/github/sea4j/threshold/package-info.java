/**
 * Thresholding algorithms: IHT, HTP, CoSaMP, subspace pursuit and their normalised forms.
 *
 * <p>Entry class: {@link io.github.sea4j.threshold.Htp}.
 *
 * <p>May use {@code search} and what lies below.
 */
@NullMarked
package io.github.sea4j.threshold;

import org.jspecify.annotations.NullMarked;
