package io.github.sea4j.bayes.vamp;

import io.github.sea4j.linalg.OrthogonalRows;
import io.github.sea4j.linalg.Vectors;

/**
 * What all runs of a solve share: the problem with orthogonal rows, measurements scaled to {@code
 * ||y||² = k}, so that a coefficient is about 1 in size.
 */
final class VampProblem {

  final OrthogonalRows rows;

  /** Number of measurements, m; of columns, n; of non-zeros, k. */
  final int measurements;

  final int columns;
  final int sparsity;

  /** s² and U'y for each of the orthogonal rows. */
  final double[] squares;

  final double[] rotated;

  /** The part of {@code ||y||²} that no column reaches. */
  final double outside;

  /** {@code ln(k / (n - k))}, kept finite. */
  final double logOdds;

  /**
   * A problem among columns of unit norm.
   *
   * @param y m measurements, not all zero; read only
   * @param k at most n
   */
  VampProblem(OrthogonalRows rows, double[] y, int k) {
    this.rows = rows;
    this.measurements = y.length;
    this.columns = rows.columns();
    this.sparsity = k;
    this.squares = rows.squares();
    this.rotated = rows.rotated(y);
    Vectors.scale(Math.sqrt(k) / Vectors.norm(y), rotated);
    this.outside = Math.max(0, k - Vectors.dot(rotated, rotated));
    this.logOdds = Math.log(k / Math.max(0.5, columns - k));
  }

  /** 1 / sigma² of a noise of this share of {@code ||y||}. */
  double noisePrecision(double share) {
    return measurements / (share * share * sparsity);
  }
}
