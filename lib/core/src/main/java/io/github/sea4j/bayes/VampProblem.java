package io.github.sea4j.bayes;

import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.OrthogonalRows;
import io.github.sea4j.search.SearchContext;

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

  VampProblem(SearchContext context) {
    this.rows = context.unit().orthogonalRows();
    this.measurements = context.rows();
    this.columns = context.columns();
    this.sparsity = context.sparsity();
    this.squares = rows.squares();
    this.rotated = rows.rotated(context.measurements());
    Vectors.scale(Math.sqrt(sparsity) / context.measurementNorm(), rotated);
    this.outside = Math.max(0, sparsity - Vectors.dot(rotated, rotated));
    double zeros = Math.max(0.5, columns - sparsity);
    this.logOdds = Math.log(sparsity / zeros);
  }

  /** 1 / sigma² of a noise of this share of {@code ||y||}. */
  double noisePrecision(double share) {
    return measurements / (share * share * sparsity);
  }
}
