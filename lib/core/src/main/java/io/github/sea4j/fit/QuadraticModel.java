package io.github.sea4j.fit;

import io.github.sea4j.operator.LinearOperator;

/**
 * Least squares that agrees with another loss in value, slope and curvature at a fit, up to a
 * constant: {@code ||B x - z||²}, columns of B of unit norm.
 *
 * @param operator B; its columns are those of the loss's matrix, each scaled
 * @param measurements z
 */
public record QuadraticModel(LinearOperator operator, double[] measurements) {}
